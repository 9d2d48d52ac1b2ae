import { MAX_CLAUSE } from './clauses.ts';
import { CueFinder, SUBORDINATING } from './cue-finder.ts';
import type { CueVerb } from './lexicon/cue-verbs.ts';
import type { VerbGroup } from './phrases.ts';
import type { Sentence } from './reading.ts';
import type { Piece } from './report.ts';
import type { Subject } from './subjects.ts';

/** What a cue reports that is put into its content, or stands behind it. */
export class Fronted extends CueFinder {
  /** What a cue that is put into its content, or behind it, reports. */
  around(
    verb: VerbGroup,
    entry: CueVerb,
    subject: Subject | null,
    at: number,
    sentence: Sentence,
  ): readonly Piece[] {
    const isOwn = subject !== null && (subject.place === 'before' || subject.place === 'relative');
    if (!isOwn || verb.form !== 'finite') return [];
    const limit = this.clauses.lastWord(sentence);
    const before = this.tokens[subject.first - 1];
    const rest = () => [{ first: at + 1, last: this.clauses.end(at + 1, sentence) }];
    const isComma = this.tokens[at]?.text === ',';
    // "who he claims has been unfair"
    const relative = /^(?:who|which|that|whom)$/.test(before?.lower ?? '') ? subject.first - 1 : -1;
    if (relative >= 0 && entry.frames.has('bare') && this.phrases.verbFrom(at)?.form === 'finite')
      return [
        { first: relative, last: relative + 1 },
        { first: at, last: this.clauses.end(at, sentence) },
      ];
    if (!entry.frames.has('quote') && !entry.frames.has('clause')) return [];
    if (before?.lower === 'as' && subject.place === 'before') {
      // "As Ek noted, …", "…, as Ek noted."
      if (isComma && subject.first - 1 <= sentence.first + 1 && this.clauses.isClause(at + 1, limit))
        return rest();
      return at >= limit ? this.fronted(subject.first - 1, at, sentence) : [];
    }
    if (!entry.frames.has('quote') || subject.place === 'relative' || this.#takesObject(at, limit)) return [];
    const fronted = this.fronted(subject.first, at, sentence);
    if (fronted.length > 0) return fronted;
    const isFirst = subject.first <= sentence.first + 1 && at === verb.last;
    const next = this.tokens[at + 1];
    const isOther = next?.pos === 'CCONJ' || this.phrases.verbFrom(at + 1)?.form === 'present participle';
    return isFirst && isComma && !isOther && this.clauses.isClause(at + 1, limit) ? rest() : [];
  }

  /** Whether what follows is an object or another verb of the cue: "wrote a letter", "continued to run". */
  #takesObject(at: number, limit: number): boolean {
    if (at >= limit) return false;
    const noun = this.phrases.nounFrom(at);
    return noun !== undefined ? !this.isTime(noun.head) : this.phrases.verbFrom(at) !== undefined;
  }

  /** Whether the words before a cue can be what it reports: more than when, where or why. */
  #isMain(first: number, end: number): boolean {
    let at = first;
    while (
      at < end &&
      /^(?:CCONJ|ADV)$/.test(this.tokens[at]?.pos ?? '') &&
      !SUBORDINATING.has(this.tokens[at]?.lower ?? '')
    )
      at += 1;
    const start = this.tokens[at];
    if (start === undefined || at >= end) return false;
    if (/^(?:asked|questioned|pressed)$/.test(start.lower)) return false;
    const isAdverbial =
      SUBORDINATING.has(start.lower) ||
      start.pos === 'ADP' ||
      this.phrases.verbFrom(at)?.form === 'present participle';
    if (!isAdverbial) {
      const noun = this.phrases.nounFrom(at);
      return noun === undefined || noun.last < end || !this.isTime(noun.head);
    }
    let hasComma = false;
    for (let to = at + 1; to < end - 1; to += 1) {
      if (this.tokens[to]?.text !== ',') continue;
      if (this.clauses.isClause(to + 1, end)) return true;
      hasComma = true;
    }
    return (
      !hasComma && (start.lower === 'in' || !SUBORDINATING.has(start.lower)) && this.#hasVerb(first, end)
    );
  }

  #hasVerb(first: number, end: number): boolean {
    for (let at = first; at < end; at += 1) {
      const phrase = this.phrases.at(at);
      if (phrase?.kind === 'verb' && phrase.form === 'finite') return true;
    }
    return false;
  }

  #hasQuotation(first: number, last: number): boolean {
    for (let at = first; at < last; at += 1) if ((this.tokens[at]?.quotation ?? -1) >= 0) return true;
    return false;
  }

  /** What stands before, and behind, a cue that is put into its content: "The plan, Berg said, would fail." */
  fronted(first: number, last: number, sentence: Sentence): Piece[] {
    const comma = this.tokens[first - 1];
    if (comma === undefined || first - 1 < sentence.first || first - sentence.first > MAX_CLAUSE) return [];
    const limit = this.clauses.lastWord(sentence);
    const pieces: Piece[] = [];
    const isJoined = comma.text === ',' || /^[–—]$/u.test(comma.text) || comma.quotation >= 0;
    if (!isJoined) return [];
    const end = comma.quotation >= 0 ? first : first - 1;
    const next = this.tokens[last];
    const goesOn = next?.text === ',' && last + 1 < limit && this.clauses.isClause(last + 1, limit);
    const isSaid =
      goesOn ||
      comma.quotation >= 0 ||
      this.#hasQuotation(sentence.first, end) ||
      this.#isMain(sentence.first, end);
    if (end > sentence.first && isSaid) pieces.push({ first: sentence.first, last: end });
    if (next?.text === ',' && last + 1 < limit && pieces.length > 0) {
      const after = this.tokens[last + 1];
      const isAside =
        this.phrases.verbFrom(last + 1)?.form === 'present participle' ||
        after?.lower === 'according' ||
        (after?.lower === 'on' && this.tokens[last + 2]?.lower === 'condition') ||
        (after?.pos === 'PRON' && /^(?:who|which)$/.test(after.lower)) ||
        (after?.pos === 'CCONJ' && after.quotation < 0);
      if (after !== undefined && !isAside)
        pieces.push({ first: last + 1, last: this.clauses.end(last + 1, sentence) });
    }
    return pieces;
  }
}
