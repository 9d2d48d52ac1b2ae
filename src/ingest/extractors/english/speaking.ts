import { ownRange } from './beside.ts';
import { type Draft, rangeOf } from './draft.ts';
import { isTimeWord } from './lexicon/time.ts';
import type { QuotationIndex } from './quotation-index.ts';
import type { Paragraph, Quotation, Reading } from './reading.ts';
import { isQuoting, type Report } from './report.ts';
import type { VerbCues } from './verb-cues.ts';

/** What one paragraph has. */
export interface Read {
  readonly paragraph: Paragraph;
  readonly reports: readonly Report[];
  /** All quotations, and those that no cue of the paragraph took. */
  readonly quotations: readonly Quotation[];
  readonly left: readonly Quotation[];
}

/** Who is speaking from one paragraph to the next. */
export class Speaking {
  readonly #reading: Reading;
  readonly #index: QuotationIndex;
  readonly #cues: VerbCues;
  readonly #draftOf: (report: Report) => Draft;
  /** The one quoted last, in the paragraph before. */
  #speaking: Draft | null = null;
  /** Who was reported last in the paragraph before, without a quotation. */
  #reporting: Draft | null = null;
  /** Of what ended the paragraph before with a colon: "Berg continued:". */
  #announced: Draft | null = null;

  constructor(reading: Reading, index: QuotationIndex, cues: VerbCues, draftOf: (report: Report) => Draft) {
    this.#reading = reading;
    this.#index = index;
    this.#cues = cues;
    this.#draftOf = draftOf;
  }

  /** Takes the quotation that a paragraph begins with for the one who spoke before; a draft where it makes a new one. */
  carryOn({ paragraph, reports, quotations, left }: Read): {
    readonly taken: boolean;
    readonly draft: Draft | null;
  } {
    const first = left[0];
    const isFirst = first !== undefined && first === quotations[0] && first.start <= paragraph.start + 1;
    if (!isFirst || this.#hasOwnCue(first, reports)) return { taken: false, draft: null };
    if (this.#announced !== null) {
      this.#speaking = { ...this.#announced, content: [first], frame: 'announced' };
      return { taken: true, draft: this.#speaking };
    }
    const isWhole = first.end >= paragraph.end - 1;
    if (!(first.continued || isWhole)) return { taken: false, draft: null };
    if (this.#speaking !== null) {
      this.#speaking.content.push(first);
      return { taken: true, draft: null };
    }
    const isSpeech = /\p{Ll}/u.test(this.#reading.text.slice(first.start, first.end));
    if (this.#reporting === null || !isWhole || quotations.length > 1 || !isSpeech)
      return { taken: false, draft: null };
    const cueless = { cue: null, addressee: null };
    this.#speaking = { ...this.#reporting, ...cueless, content: [first], frame: 'carried on' };
    return { taken: true, draft: this.#speaking };
  }

  /** Keeps who may go on in the next paragraph. `taken`: whether this one goes on with what was said before. */
  end({ paragraph, reports }: Read, drafts: readonly Draft[], taken: boolean): void {
    if (!taken || drafts.length > 0) {
      const last = drafts.at(-1);
      this.#speaking = drafts.findLast(({ content }) => content.some((one) => this.#index.has(one))) ?? null;
      const mayGoOn =
        last !== undefined && last !== this.#speaking && this.#mayGoOn(last, reports, paragraph);
      this.#reporting = mayGoOn ? last : null;
    }
    this.#announced = this.#announcing(paragraph, reports);
  }

  #hasOwnCue(quotation: Quotation, reports: readonly Report[]): boolean {
    return reports.some((report) => {
      const { start } = ownRange(this.#reading, report) ?? { start: -1 };
      return isQuoting(report) && start >= quotation.end && start <= quotation.end + 3;
    });
  }

  /** Whether the words of a paragraph of quotation may be those of one who is reported at the end of the paragraph before. */
  #mayGoOn({ cue, source }: Draft, reports: readonly Report[], paragraph: Paragraph): boolean {
    if (cue === null || source === null) return false;
    const last = this.#reading.sentences[paragraph.last - 1];
    const report = reports.findLast((one) => rangeOf(this.#reading, one.cue).start === cue.start);
    const { subject, entry, verb } = report ?? {};
    if (report?.sentence !== last || subject?.place !== 'before' || verb?.form !== 'finite') return false;
    return this.#isSomebody(subject) && (entry?.cueClass === 'speech' || entry?.cueClass === 'judgement');
  }

  /** A name, or a pronoun of one person. */
  #isSomebody(subject: Report['subject'] | undefined): boolean {
    if (subject === null || subject === undefined) return false;
    const words = this.#reading.tokens.slice(subject.first, subject.last);
    return words.some(
      ({ pos, lower }) => (pos === 'PROPN' && !isTimeWord(lower)) || /^(?:he|she|i)$/.test(lower),
    );
  }

  /** Who is going to be quoted: a paragraph may end with a colon and leave its quotation to the next. */
  #announcing(paragraph: Paragraph, reports: readonly Report[]): Draft | null {
    const { text, sentences } = this.#reading;
    if (!/:["”]?$/u.test(text.slice(Math.max(paragraph.start, paragraph.end - 2), paragraph.end)))
      return null;
    const last = reports.at(-1);
    if (last !== undefined && last.content.length === 0 && last.subject !== null) return this.#draftOf(last);
    const sentence = sentences[paragraph.last - 1];
    const main = sentence === undefined ? null : this.#cues.announcing(sentence);
    const isReal = main !== null && main.lemma !== 'be' && this.#isSomebody(main.subject);
    return isReal ? this.#draftOf(main) : null;
  }
}
