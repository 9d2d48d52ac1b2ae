import type { Stretch } from './chains.ts';
import { ColonLabels } from './colon-labels.ts';
import { CueFinder } from './cue-finder.ts';
import type { Paragraph, Sentence } from './reading.ts';
import type { Piece, Report } from './report.ts';

/** Longest name, in tokens, before the colon of a headline or of a turn in a transcript. */
const MAX_NAME = 9;

const VIEWS = new Set('view opinion estimation words assessment judgment judgement telling'.split(' '));

/** Cues that are no verbs but name a source by themselves: "according to", and the colon behind a name. */
export class SourceCues extends CueFinder {
  readonly #labels = new ColonLabels(this.phrases);

  in(sentence: Sentence): Report[] {
    const found: Report[] = [];
    for (let at = sentence.first; at < sentence.last - 2; at += 1) {
      const view = this.tokens[at]?.lower === 'in' ? this.#inTheView(at, sentence) : null;
      if (view !== null) found.push(view);
      if (this.tokens[at]?.lower !== 'according' || this.tokens[at + 1]?.lower !== 'to') continue;
      const report = this.#accordingTo(at, sentence);
      if (report !== null) found.push(report);
    }
    return found;
  }

  /** "In Ek's view, …", "In the opinion of Ek, …". */
  #inTheView(at: number, sentence: Sentence): Report | null {
    const noun = this.phrases.nounFrom(at + 1);
    const head = noun === undefined ? undefined : this.tokens[noun.head];
    if (noun === undefined || head === undefined || !VIEWS.has(head.lower)) return null;
    const limit = this.clauses.lastWord(sentence);
    const mark = this.tokens[noun.head - 1];
    const isOwn =
      mark !== undefined &&
      (/^'s?$/.test(mark.lower) || (mark.pos === 'PRON' && /^(?:my|his|her|our|their)$/.test(mark.lower)));
    const of = this.tokens[noun.last]?.lower === 'of' ? this.subjects.chainFrom(noun.last + 1, limit) : null;
    const last = of?.last ?? noun.last;
    if ((!isOwn && of === null) || this.tokens[last]?.text !== ',' || !this.clauses.isClause(last + 1, limit))
      return null;
    const isPronoun = mark?.pos === 'PRON';
    const owner = { first: noun.first, last: isPronoun ? noun.head : noun.head - 1, head: null };
    return {
      verb: null,
      entry: null,
      cue: { first: noun.head, last: noun.last },
      lemma: head.lower,
      subject: { ...(of ?? owner), place: 'after' },
      content: [{ first: last + 1, last: this.clauses.end(last + 1, sentence) }],
      addressee: null,
      frame: 'according to',
      sentence,
    };
  }

  #accordingTo(at: number, sentence: Sentence): Report | null {
    const chain = this.subjects.chainFrom(at + 2, sentence.last) ?? this.#upToMark(at + 2, sentence);
    if (chain === null) return null;
    const limit = this.clauses.lastWord(sentence);
    const last = this.subjects.withApposition(chain.last, limit);
    const content: Piece[] = [];
    const comma = this.tokens[at - 1];
    const end = comma?.text === ',' || /^[–—]$/u.test(comma?.text ?? '') ? at - 1 : at;
    if (end > sentence.first + 1) content.push({ first: this.#start(sentence, end), last: end });
    const from = this.tokens[last]?.text === ',' || this.tokens[last]?.text === ':' ? last + 1 : last;
    if (content.length === 0 || (from > last && this.#goesOn(from, limit))) {
      if (from < limit) content.push({ first: from, last: this.clauses.end(from, sentence) });
    }
    if (content.length === 0) return null;
    return {
      verb: null,
      entry: null,
      cue: { first: at, last: at + 2 },
      lemma: 'according to',
      subject: { ...chain, last, place: 'after' },
      content,
      addressee: null,
      frame: 'according to',
      sentence,
    };
  }

  /** A source whose noun the tagger takes for a verb: "according to exit polls". */
  #upToMark(first: number, sentence: Sentence): Stretch | null {
    let last = first;
    while (last < sentence.last && last < first + MAX_NAME && this.tokens[last]?.pos !== 'PUNCT') last += 1;
    return last === first || last === first + MAX_NAME ? null : { first, last, head: null };
  }

  /** Behind a conjunction where the sentence has two main clauses. */
  #start(sentence: Sentence, end: number): number {
    for (let at = end - 4; at > sentence.first + 3; at -= 1) {
      const token = this.tokens[at];
      if (token?.text === ';') return at + 1;
      if (token?.pos !== 'CCONJ' || this.tokens[at - 1]?.text !== ',' || token.lower !== 'but') continue;
      if (this.clauses.isClause(at + 1, end)) return at + 1;
    }
    return sentence.first;
  }

  #goesOn(from: number, limit: number): boolean {
    const next = this.tokens[from];
    if (next === undefined || from >= limit) return false;
    if (next.pos === 'PRON' && /^(?:who|which)$/.test(next.lower)) return false;
    return next.pos !== 'CCONJ' && next.pos !== 'SCONJ' && next.pos !== 'ADP' && !next.lower.endsWith('ing');
  }

  /** "Berg: Tax is dead", "MR. EK: We will see." */
  colon(paragraph: Paragraph): Report | null {
    const { reading } = this.phrases;
    const sentence = reading.sentences[paragraph.first];
    if (sentence === undefined) return null;
    let first = sentence.first;
    while (/^["“'‘]$/u.test(this.tokens[first]?.text ?? '')) first += 1;
    let open = 0;
    for (let at = first + 1; at < Math.min(sentence.last, first + MAX_NAME); at += 1) {
      const token = this.tokens[at];
      if (token === undefined) return null;
      if (this.phrases.at(at)?.kind === 'verb' && !/^\p{Lu}+$/u.test(token.text)) return null;
      if (/^[([]$/u.test(token.text)) open += 1;
      if (/^[)\]]$/u.test(token.text)) open -= 1;
      if (token.text !== ':') continue;
      // "(NASDAQ: VLTX)"
      if (open > 0) return null;
      const head = this.tokens[at - 1];
      const isName = head?.pos === 'PROPN' || /^\p{Lu}{2,}$/u.test(head?.text ?? '') || head?.text === ')';
      if (!isName || this.tokens[at + 1] === undefined || at + 1 >= sentence.last) return null;
      const lastSentence = reading.sentences[paragraph.last - 1] ?? sentence;
      const last = this.clauses.lastWord(lastSentence);
      if (last <= at + 2 || !this.#labels.isSpeaker(first, at) || !this.#labels.isSaid(at + 1, last))
        return null;
      return {
        verb: null,
        entry: null,
        cue: { first: at, last: at + 1 },
        lemma: ':',
        subject: { first, last: at, head: null, place: 'before' },
        content: [
          {
            first: at + 1,
            last: this.tokens[at + 1]?.quotation === token.quotation ? lastSentence.last : last,
          },
        ],
        addressee: null,
        frame: 'colon',
        sentence,
      };
    }
    return null;
  }
}
