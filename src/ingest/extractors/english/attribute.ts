import { AdjectiveCues } from './adjective-cues.ts';
import type { Attribution } from './attribution.ts';
import type { Draft } from './draft.ts';
import { finished } from './finish.ts';
import { isTimeWord } from './lexicon/time.ts';
import { NestedReports } from './nested.ts';
import { NounCues } from './noun-cues.ts';
import { phrasesIn } from './phrase-finder.ts';
import type { Phrases } from './phrases.ts';
import type { Paragraph, Quotation, Range, Reading } from './reading.ts';
import type { Piece, Report } from './report.ts';
import { SourceCues } from './source-cues.ts';
import { type Turn, turnAt, turnsIn } from './turns.ts';
import { VerbCues } from './verb-cues.ts';

/** Words of a quotation that stands by itself: with fewer it is a name, a title or a word held at arm's length. */
const MIN_WORDS = 3;
/** Between a cue and its quotation, in UTF-16 units. */
const MAX_GAP = 90;

/** Who is reported to have said what, in text order. */
export function attribute(reading: Reading, phrases: Phrases = phrasesIn(reading)): Attribution[] {
  const turns = turnsIn(reading);
  const finder = new Attributing(reading, phrases, turns);
  for (const paragraph of reading.paragraphs) finder.read(paragraph);
  return finished(phrases, finder.drafts, turns);
}

class Attributing {
  readonly #reading: Reading;
  readonly #cues: VerbCues;
  readonly #sources: SourceCues;
  readonly #nouns: NounCues;
  readonly #nested: NestedReports;
  readonly #turns: readonly Turn[];
  readonly #adjectives: AdjectiveCues;

  constructor(reading: Reading, phrases: Phrases, turns: readonly Turn[]) {
    this.#reading = reading;
    this.#cues = new VerbCues(phrases);
    this.#sources = new SourceCues(phrases);
    this.#nouns = new NounCues(phrases);
    this.#nested = new NestedReports(phrases);
    this.#turns = turns;
    this.#adjectives = new AdjectiveCues(phrases);
  }

  /** Of all paragraphs so far, in text order. */
  readonly drafts: Draft[] = [];
  /** Who may be speaking on: the one quoted last, in the paragraph before. */
  #speaking: Draft | null = null;
  /** What ended the paragraph before with a colon: "Berg continued:". */
  #announced: Draft | null = null;
  /** Who was reported last in the paragraph before, without a quotation. */
  #reporting: Draft | null = null;

  read(paragraph: Paragraph): void {
    const sentences = this.#reading.sentences.slice(paragraph.first, paragraph.last);
    const inTurn = turnAt(this.#turns, paragraph.start) !== null;
    const colon = inTurn ? null : this.#sources.colon(paragraph);
    const found = sentences.flatMap((sentence) => [
      ...this.#sources.in(sentence),
      ...this.#cues.in(sentence),
      ...this.#nouns.in(sentence),
      ...this.#adjectives.in(sentence),
    ]);
    const said = found.filter((one) => this.#isOutside(one) && (!inTurn || this.#nested.isClear(one)));
    const outside = [...(colon === null ? [] : [colon]), ...said];
    const quotations = this.#reading.quotations.filter(
      ({ start, end }) => start >= paragraph.start && end <= paragraph.end,
    );
    const reports = this.#withoutEchoes(outside).map((report) => this.#behindQuotation(report, quotations));
    const drafts: Draft[] = [];
    const taken = new Set<Quotation>();
    for (const report of reports) {
      if (report.content.length === 0) continue;
      const draft = this.#draft(report);
      for (const quotation of quotations) {
        if (!draft.content.some((one) => one.start < quotation.end && one.end > quotation.start)) continue;
        taken.add(quotation);
      }
      drafts.push(draft);
    }
    const left = quotations.filter((one) => !taken.has(one));
    const rest = this.#carryOn(paragraph, left, quotations, reports);
    this.#placeQuotations(rest, reports, drafts);
    drafts.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
    const nested = found.filter((one) => !this.#isOutside(one)).map((one) => this.#nested.draft(one));
    this.drafts.push(...drafts, ...nested.filter((draft) => draft !== null));
    const quoted = drafts.filter(({ content }) => content.some((one) => this.#isQuoted(one)));
    const isQuoteOnly = rest.length < left.length;
    if (!isQuoteOnly || drafts.length > 0) {
      const last = drafts.at(-1);
      this.#speaking = quoted.at(-1) ?? null;
      this.#reporting =
        last !== undefined && last !== this.#speaking && this.#mayGoOn(last, reports, paragraph)
          ? last
          : null;
    }
    this.#announced = this.#announcing(paragraph, reports);
  }

  /** Whether the words of a paragraph of quotation may be those of one who is reported at the end of the paragraph before. */
  #mayGoOn({ cue, source }: Draft, reports: readonly Report[], paragraph: Paragraph): boolean {
    if (cue === null || source === null) return false;
    const last = this.#reading.sentences[paragraph.last - 1];
    const report = reports.find((one) => this.#range(one.cue).start === cue.start);
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
    if (!/:["”]?$/u.test(text.slice(paragraph.start, paragraph.end))) return null;
    const last = reports.at(-1);
    if (last !== undefined && last.content.length === 0 && last.subject !== null) return this.#draft(last);
    const sentence = sentences[paragraph.last - 1];
    const main = sentence === undefined ? null : this.#cues.announcing(sentence);
    return main === null || main.lemma === 'be' || !this.#isSomebody(main.subject) ? null : this.#draft(main);
  }

  /** Takes quotations that the paragraph begins with for the one who spoke before, and gives the others. */
  #carryOn(
    paragraph: Paragraph,
    left: readonly Quotation[],
    all: readonly Quotation[],
    reports: readonly Report[],
  ): readonly Quotation[] {
    const first = left[0];
    if (first === undefined || first !== all[0] || first.start > paragraph.start + 1) return left;
    const hasOwn = reports.some((report) => {
      const { start } = this.#ownRange(report) ?? { start: -1 };
      return isQuoting(report) && start >= first.end && start <= first.end + 3;
    });
    if (hasOwn) return left;
    if (this.#announced !== null) {
      const draft: Draft = { ...this.#announced, content: [first], frame: 'announced' };
      this.drafts.push(draft);
      this.#speaking = draft;
      return left.slice(1);
    }
    const isWhole = first.end >= paragraph.end - 1;
    if (!(first.continued || isWhole)) return left;
    if (this.#speaking !== null) this.#speaking.content.push(first);
    else if (
      this.#reporting !== null &&
      isWhole &&
      all.length === 1 &&
      /\p{Ll}/u.test(this.#reading.text.slice(first.start, first.end))
    ) {
      const draft: Draft = {
        ...this.#reporting,
        cue: null,
        addressee: null,
        content: [first],
        frame: 'carried on',
      };
      this.drafts.push(draft);
      this.#speaking = draft;
    } else return left;
    return left.slice(1);
  }

  #isOutside({ cue }: Report): boolean {
    return (this.#reading.tokens[cue.last - 1]?.quotation ?? -1) < 0;
  }

  /**
   * Without what stands in a report and is no report of others: of "Ek said he wants to go and backs Berg", the wish and the backing
   * are what Ek said.
   */
  #withoutEchoes(reports: readonly Report[]): readonly Report[] {
    const bySentence = new Map<Report['sentence'], Report[]>();
    for (const report of reports) {
      const there = bySentence.get(report.sentence);
      if (there === undefined) bySentence.set(report.sentence, [report]);
      else there.push(report);
    }
    const wide = reports.filter(({ frame }) => frame === 'colon');
    return reports.filter((report) => {
      const { cue, subject } = report;
      const isInside = [...wide, ...(bySentence.get(report.sentence) ?? [])].some(
        (one) =>
          one !== report &&
          !this.#goesOn(one, report) &&
          one.content.some(({ first, last }) => first <= cue.first && cue.last <= last),
      );
      if (!isInside) return true;
      return report.entry?.cueClass === 'speech' && report.verb?.form === 'finite' && this.#isOther(subject);
    });
  }

  /** "called the plan a trick and blamed Berg": two reports of one source, joined. */
  #goesOn(one: Report, { verb, entry, subject, cue }: Report): boolean {
    const isJoined = this.#reading.tokens[cue.first - 1]?.pos === 'CCONJ' && verb?.form === 'finite';
    if (!isJoined || (entry?.cueClass !== 'speech' && entry?.cueClass !== 'judgement')) return false;
    return one.subject !== null && subject?.first === one.subject.first;
  }

  /** A subject of its own that is no pronoun. */
  #isOther(subject: Report['subject']): boolean {
    if (subject === null || subject.place !== 'before') return false;
    return this.#reading.tokens[subject.first]?.pos !== 'PRON' || subject.last - subject.first > 1;
  }

  /** Behind a quotation of its own a cue reports no more than that, and what "that" or another quotation adds. */
  #behindQuotation(report: Report, quotations: readonly Quotation[]): Report {
    const start = this.#ownRange(report)?.start;
    if (start === undefined || !isQuoting(report)) return report;
    const quotation = quotations.findLast(({ end }) => end <= start);
    if (quotation === undefined || start - quotation.end > 3) return report;
    const { text, tokens } = this.#reading;
    if (
      !/^[\s–—,-]*$/u.test(text.slice(quotation.end, start)) ||
      /[.]["”’']*$/u.test(text.slice(quotation.start, quotation.end))
    )
      return report;
    const isWhole = (tokens[report.sentence.first]?.start ?? 0) >= quotation.start;
    if (!isWhole) return report;
    const content = report.content.filter(({ first }) => {
      const token = tokens[first];
      if (token === undefined || token.start < start) return false;
      const isNext = token.quotation >= 0 && tokens[first - 1]?.pos === 'PUNCT';
      return isNext || token.lower === 'that';
    });
    return { ...report, content, frame: content.length === 0 ? 'none' : report.frame };
  }

  /** The cue with its subject, where that is its own. */
  #ownRange({ cue, subject }: Report): Range | null {
    if (subject === null || subject.place === 'shared') return null;
    const [a, b] = [this.#range(cue), this.#range(subject)];
    return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
  }

  #draft(report: Report): Draft {
    const content = report.content.map((piece) => this.#whole(this.#range(piece)));
    return {
      source: report.subject === null ? null : this.#range(report.subject),
      cue: this.#range(report.cue),
      lemma: report.lemma,
      content,
      addressee: report.addressee === null ? null : this.#range(report.addressee),
      frame: report.frame,
    };
  }

  /** Grows to the whole of a quotation that it ends or begins in: its sentences are one content. */
  #whole(range: Range): Range {
    let { start, end } = range;
    for (const quotation of this.#reading.quotations) {
      if (quotation.start >= range.end + 2) break;
      if (quotation.end <= range.start) continue;
      if (quotation.start >= range.start - 1 && quotation.start < range.end && quotation.end > end)
        end = quotation.end;
      if (quotation.start < start && quotation.end > start && quotation.end <= range.end + 2)
        start = quotation.start;
    }
    return { start, end };
  }

  #range({ first, last }: Piece): Range {
    const { tokens } = this.#reading;
    return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
  }

  /** Quotations that no cue took: with a cue beside them, or as the rest of what was said before. */
  #placeQuotations(quotations: readonly Quotation[], reports: readonly Report[], drafts: Draft[]): void {
    for (const quotation of quotations) {
      const words = this.#reading.tokens.filter(
        (token) =>
          token.start >= quotation.start && token.end <= quotation.end && /[\p{L}\p{N}]/u.test(token.text),
      ).length;
      const beside = this.#beside(quotation, reports, words < MIN_WORDS ? 3 : MAX_GAP);
      if (beside !== null) {
        const range = this.#range(beside.cue);
        const existing = drafts.find((draft) => draft.cue?.start === range.start);
        if (existing !== undefined) existing.content.push(quotation);
        else drafts.push({ ...this.#draft(beside), content: [quotation], frame: 'beside' });
        continue;
      }
      if (words < MIN_WORDS || !this.#isSentence(quotation)) continue;
      const before = drafts
        .filter(
          ({ content, frame }) =>
            frame !== 'passive' &&
            content.some(({ start }) => start < quotation.start) &&
            content.some((one) => this.#isQuoted(one)),
        )
        .sort((a, b) => (a.content.at(-1)?.end ?? 0) - (b.content.at(-1)?.end ?? 0))
        .at(-1);
      if (before !== undefined) before.content.push(quotation);
    }
    for (const draft of drafts) draft.content.sort((a, b) => a.start - b.start);
  }

  #isQuoted(range: Range): boolean {
    return this.#reading.quotations.some((one) => one.start < range.end && one.end > range.start);
  }

  /** Begins with a capital after the end of a sentence, or at the beginning. */
  #isSentence(quotation: Quotation): boolean {
    const first = this.#reading.text[quotation.inner.start] ?? '';
    return /[\p{Lu}\p{N}…[]/u.test(first);
  }

  /** The report whose cue stands right before or behind the quotation. */
  #beside(quotation: Quotation, reports: readonly Report[], farthest: number): Report | null {
    const { text } = this.#reading;
    let best: Report | null = null;
    let distance = farthest;
    for (const report of reports) {
      if (!isQuoting(report)) continue;
      if (report.subject === null) continue;
      const whole = this.#ownRange(report) ?? this.#range(report.cue);
      const gap = whole.start >= quotation.end ? whole.start - quotation.end : quotation.start - whole.end;
      if (gap < 0 || gap > distance) continue;
      const between =
        whole.start >= quotation.end
          ? text.slice(quotation.end, whole.start)
          : text.slice(whole.end, quotation.start);
      if (/[.?!]["”]?\s/u.test(between) && !/^\s*$/u.test(between)) continue;
      const isEnded = /\.["”’']*$/u.test(text.slice(quotation.start, quotation.end));
      if (whole.start >= quotation.end && isEnded && report.content.length > 0) continue;
      best = report;
      distance = gap;
    }
    return best;
  }
}

function isQuoting({ entry }: Report): boolean {
  return entry !== null && (entry.frames.has('quote') || entry.frames.has('clause') || entry.tellsWhom);
}
