import { AdjectiveCues } from './adjective-cues.ts';
import type { Attribution } from './attribution.ts';
import { ownRange } from './beside.ts';
import { type Draft, placeOf, rangeOf } from './draft.ts';
import { withoutEchoes } from './echoes.ts';
import { finished } from './finish.ts';
import { NestedReports } from './nested.ts';
import { NounCues } from './noun-cues.ts';
import { phrasesIn } from './phrase-finder.ts';
import type { Phrases } from './phrases.ts';
import { QuotationIndex } from './quotation-index.ts';
import { placeQuotations } from './quoted.ts';
import type { Paragraph, Quotation, Range, Reading, Sentence } from './reading.ts';
import { isQuoting, type Report } from './report.ts';
import { SourceCues } from './source-cues.ts';
import { Speaking } from './speaking.ts';
import { type Turn, turnAt, turnsIn } from './turns.ts';
import { VerbCues } from './verb-cues.ts';

/** Who is reported to have said what, in text order. Its cost grows as the text does. */
export function attribute(reading: Reading, phrases: Phrases = phrasesIn(reading)): Attribution[] {
  const turns = turnsIn(reading);
  const finder = new Attributing(reading, phrases, turns);
  for (const paragraph of reading.paragraphs) finder.read(paragraph);
  return finished(phrases, finder.drafts, turns);
}

class Attributing {
  readonly #reading: Reading;
  readonly #index: QuotationIndex;
  readonly #verbs: VerbCues;
  readonly #sources: SourceCues;
  readonly #nouns: NounCues;
  readonly #adjectives: AdjectiveCues;
  readonly #nested: NestedReports;
  readonly #turns: readonly Turn[];
  readonly #speaking: Speaking;

  constructor(reading: Reading, phrases: Phrases, turns: readonly Turn[]) {
    this.#reading = reading;
    this.#index = new QuotationIndex(reading);
    this.#verbs = new VerbCues(phrases);
    this.#sources = new SourceCues(phrases);
    this.#nouns = new NounCues(phrases);
    this.#adjectives = new AdjectiveCues(phrases);
    this.#nested = new NestedReports(phrases);
    this.#turns = turns;
    this.#speaking = new Speaking(reading, this.#index, this.#verbs, (report) => this.#draft(report));
  }

  /** Of all paragraphs so far, in text order. */
  readonly drafts: Draft[] = [];

  read(paragraph: Paragraph): void {
    const inTurn = turnAt(this.#turns, paragraph.start) !== null;
    const colon = inTurn ? null : this.#sources.colon(paragraph);
    const found = this.#reading.sentences
      .slice(paragraph.first, paragraph.last)
      .flatMap((sentence) => this.#in(sentence));
    const said = found.filter((one) => this.#isOutside(one) && (!inTurn || this.#nested.isClear(one)));
    const outside = colon === null ? said : [colon, ...said];
    const quotations = this.#index.in(paragraph);
    const reports = withoutEchoes(this.#reading.tokens, outside).map((report) =>
      this.#behindQuotation(report),
    );
    const drafts = reports.filter(({ content }) => content.length > 0).map((report) => this.#draft(report));
    const taken = new Set<Quotation>(
      drafts.flatMap(({ content }) => content.flatMap((one) => this.#index.in(one))),
    );
    const left = quotations.filter((one) => !taken.has(one));
    const read = { paragraph, reports, quotations, left };
    const carried = this.#speaking.carryOn(read);
    if (carried.draft !== null) this.drafts.push(carried.draft);
    placeQuotations(this.#reading, this.#index, {
      quotations: carried.taken ? left.slice(1) : left,
      reports,
      drafts,
      draftOf: (report) => this.#draft(report),
    });
    drafts.sort((a, b) => placeOf(a) - placeOf(b));
    const nested = found.filter((one) => !this.#isOutside(one)).map((one) => this.#nested.draft(one));
    this.drafts.push(...drafts, ...nested.filter((draft) => draft !== null));
    this.#speaking.end(read, drafts, carried.taken);
  }

  #in(sentence: Sentence): Report[] {
    return [
      ...this.#sources.in(sentence),
      ...this.#verbs.in(sentence),
      ...this.#nouns.in(sentence),
      ...this.#adjectives.in(sentence),
    ];
  }

  #isOutside({ cue }: Report): boolean {
    return (this.#reading.tokens[cue.last - 1]?.quotation ?? -1) < 0;
  }

  /** Behind a quotation of its own a cue reports no more than that, and what "that" or another quotation adds. */
  #behindQuotation(report: Report): Report {
    const start = ownRange(this.#reading, report)?.start;
    if (start === undefined || !isQuoting(report)) return report;
    const { text, tokens } = this.#reading;
    const quotation = this.#index.before(start);
    if (quotation === null || start - quotation.end > 3) return report;
    const isEnded = /[.]["”’']*$/u.test(
      text.slice(Math.max(quotation.start, quotation.end - 5), quotation.end),
    );
    if (isEnded || !/^[\s–—,-]*$/u.test(text.slice(quotation.end, start))) return report;
    if ((tokens[report.sentence.first]?.start ?? 0) < quotation.start) return report;
    const content = report.content.filter(({ first }) => {
      const token = tokens[first];
      if (token === undefined || token.start < start) return false;
      const isNext = token.quotation >= 0 && tokens[first - 1]?.pos === 'PUNCT';
      return isNext || token.lower === 'that';
    });
    return { ...report, content, frame: content.length === 0 ? 'none' : report.frame };
  }

  /** The tagger leaves the full stop of a sentence on some short words. */
  #withoutStop({ start, end }: Range): Range {
    const isStop = /\p{Ll}{2}\.$/u.test(this.#reading.text.slice(Math.max(start, end - 3), end));
    return { start, end: isStop ? end - 1 : end };
  }

  #draft({ subject, cue, lemma, content, addressee, frame }: Report): Draft {
    return {
      source: subject === null ? null : rangeOf(this.#reading, subject),
      cue: rangeOf(this.#reading, cue),
      lemma,
      content: content.map((piece) => {
        const range = rangeOf(this.#reading, piece);
        return this.#index.whole(frame === 'colon' ? range : this.#withoutStop(range));
      }),
      addressee: addressee === null ? null : rangeOf(this.#reading, addressee),
      frame,
    };
  }
}
