import { CueFinder } from './cue-finder.ts';
import type { Draft } from './draft.ts';
import type { Range, Token } from './reading.ts';
import type { Piece, Report } from './report.ts';

const OTHERS = /^(?:he|she|they)$/;
const FRAMES = new Set([
  'clause',
  'bare',
  'quote',
  'question',
  'infinitive',
  'other',
  'gerund',
  'as',
  'fronted',
]);
const UNREAL = /^(?:if|unless|whether|when|whenever|whatever|what|as|than|like)$/;
/** A modal or a denial: it is not reported that somebody said so. */
const NOT_SAID = /^(?:will|'ll|would|'d|could|can|may|might|should|must|wo|not|n't|never|does|do|did|to)$/;

/** What somebody who is quoted, or who speaks in a transcript, says that others said. */
export class NestedReports extends CueFinder {
  /** Only a clear report of a third person, all in one quotation; null for any other. */
  draft(report: Report): Draft | null {
    const quotation = this.#quotationOf(report.cue);
    const { inner } = this.phrases.reading.quotations[quotation] ?? {};
    if (inner === undefined || report.entry?.cueClass !== 'speech' || !this.isClear(report)) return null;
    const { text } = this.phrases.reading;
    const content = report.content.flatMap((piece) => within(text, this.#range(piece), inner));
    const source = report.subject === null ? null : this.#range(report.subject);
    if (content.length === 0 || source === null || source.start < inner.start || source.end > inner.end)
      return null;
    return {
      source,
      cue: this.#range(report.cue),
      lemma: report.lemma,
      content,
      addressee: report.addressee === null ? null : this.#range(report.addressee),
      frame: report.frame,
    };
  }

  /** Whether a third person is clearly reported to have said it: nothing of "I think", "you said", "if she says". */
  isClear({ verb, subject, content, frame, sentence }: Report): boolean {
    if (verb === null || subject === null || content.length === 0) return false;
    if (!FRAMES.has(frame) || verb.form !== 'finite' || verb.isPassive || subject.place === 'relative')
      return false;
    const before = subject.place === 'before' ? subject.last : verb.first;
    if (this.#words({ first: before, last: verb.last }).some(({ lower }) => NOT_SAID.test(lower)))
      return false;
    if (UNREAL.test(this.tokens[subject.first - 1]?.lower ?? '')) return false;
    const head = this.tokens[subject.head?.head ?? subject.last - 1];
    const isThird = /^(?:PROPN|NOUN|NUM)$/.test(head?.pos ?? '') || OTHERS.test(head?.lower ?? '');
    return isThird && subject.first >= sentence.first;
  }

  #quotationOf({ first, last }: Piece): number {
    const quotation = this.tokens[first]?.quotation ?? -1;
    return this.tokens[last - 1]?.quotation === quotation ? quotation : -1;
  }

  #words({ first, last }: Piece): readonly Token[] {
    return this.tokens.slice(first, last);
  }

  #range({ first, last }: Piece): Range {
    return { start: this.tokens[first]?.start ?? 0, end: this.tokens[last - 1]?.end ?? 0 };
  }
}

/** The part of it in the quotation around, without the mark that ends it. */
function within(text: string, { start, end }: Range, outer: Range): Range[] {
  const from = Math.max(start, outer.start);
  let to = Math.min(end, outer.end);
  while (to > from && /[,.;\s]/u.test(text[to - 1] ?? '')) to -= 1;
  return from < to ? [{ start: from, end: to }] : [];
}
