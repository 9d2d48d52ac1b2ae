import { Beside } from './beside.ts';
import { type Draft, rangeOf } from './draft.ts';
import type { QuotationIndex } from './quotation-index.ts';
import type { Quotation, Reading } from './reading.ts';
import type { Report } from './report.ts';

/** Words of a quotation that stands by itself: with fewer it is a name, a title or a word held at arm's length. */
const MIN_WORDS = 3;
/** Between a cue and its quotation, in UTF-16 units. */
const MAX_GAP = 90;
/** The same for a quotation of fewer words. */
const MAX_SHORT_GAP = 3;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Quotations of a paragraph that no cue took: with a cue beside them, or the rest of what was said before. Changes the drafts. */
export function placeQuotations(
  reading: Reading,
  index: QuotationIndex,
  {
    quotations,
    reports,
    drafts,
    draftOf,
  }: {
    readonly quotations: readonly Quotation[];
    readonly reports: readonly Report[];
    readonly drafts: Draft[];
    readonly draftOf: (report: Report) => Draft;
  },
): void {
  const beside = new Beside(reading, reports);
  const byCue = new Map(drafts.map((draft) => [draft.cue?.start, draft]));
  const said = new Said(index, drafts);
  for (const quotation of quotations) {
    const words = reading.text.slice(quotation.start, quotation.end).match(WORD)?.length ?? 0;
    const report = beside.of(quotation, words < MIN_WORDS ? MAX_SHORT_GAP : MAX_GAP);
    if (report !== null) {
      const cue = rangeOf(reading, report.cue).start;
      const draft = byCue.get(cue);
      if (draft !== undefined) {
        draft.content.push(quotation);
        said.add(draft);
      } else {
        const made: Draft = { ...draftOf(report), content: [quotation], frame: 'beside' };
        drafts.push(made);
        byCue.set(cue, made);
        said.add(made);
      }
    } else if (words >= MIN_WORDS && beginsSentence(reading.text, quotation)) {
      said.before(quotation.start)?.content.push(quotation);
    }
  }
  for (const { content } of drafts) content.sort((a, b) => a.start - b.start);
}

/** Drafts with a quotation, as far as the paragraph is read. */
class Said {
  readonly #index: QuotationIndex;
  /** By where they begin; those before `#next` have begun. */
  readonly #waiting: readonly Draft[];
  #next = 0;
  #latest: Draft | null = null;

  constructor(index: QuotationIndex, drafts: readonly Draft[]) {
    this.#index = index;
    this.#waiting = drafts
      .filter((draft) => this.#isQuoted(draft))
      .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  }

  add(draft: Draft): void {
    if (this.#isQuoted(draft) && endOf(draft) >= endOf(this.#latest)) this.#latest = draft;
  }

  /** Of those that begin before the offset, the one that ends last. */
  before(offset: number): Draft | null {
    for (; (this.#waiting[this.#next]?.content[0]?.start ?? offset) < offset; this.#next += 1) {
      const draft = this.#waiting[this.#next];
      if (draft !== undefined && endOf(draft) >= endOf(this.#latest)) this.#latest = draft;
    }
    return this.#latest;
  }

  #isQuoted({ content, frame }: Draft): boolean {
    return frame !== 'passive' && content.some((piece) => this.#index.has(piece));
  }
}

function endOf(draft: Draft | null): number {
  return draft?.content.at(-1)?.end ?? -1;
}

function beginsSentence(text: string, { inner }: Quotation): boolean {
  return /[\p{Lu}\p{N}…[]/u.test(text[inner.start] ?? '');
}
