import type { Paragraph, Range, Reading } from './reading.ts';
import { lastUpTo } from './token-span.ts';

/** What one speaker of a transcript says until the next one does. */
export interface Turn {
  /** The words before the colon, without what stands in brackets behind them. */
  readonly speaker: Range;
  /** The colon, or the full stop of "Q."; null where neither stands. */
  readonly mark: Range | null;
  /** Without stage directions. A new piece begins only behind one. */
  readonly content: readonly Range[];
  /** Places of its paragraphs in `Reading.paragraphs`, from `first` up to, but without, `last`. */
  readonly first: number;
  readonly last: number;
}

interface Label {
  readonly paragraph: number;
  readonly name: string;
  readonly speaker: Range;
  readonly mark: Range | null;
  readonly content: number;
  /** "Q", "MR. EK", "THE CHAIR": hardly anything else than a speaker. */
  readonly isSure: boolean;
  readonly inCapitals: boolean;
}

/** Words and UTF-16 units of a label at most. */
const MAX_WORDS = 7;
const MAX_LABEL = 80;
const LABEL =
  /^(?<name>[^:：([\n]{1,80}?)\s*(?<aside>[([][^)\]\n]{1,60}[)\]])?\s*(?<mark>[:：])(?=\s|["“‘'])/u;
const QUESTION = /^(?<name>[QA])(?<mark>[.:])?(?=\s)/u;
const SURE =
  /^(?:Q|A|QUESTION|ANSWER|(?:THE|MR|MRS|MS|DR|SEN|REP|GOV|GEN|SENATOR|PRESIDENT|SECRETARY|CHAIRMAN|JUDGE|MODERATOR|INTERVIEWER|HOST|REPORTER)\b.*)$/u;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|von|van|der|den|el|al|bin|of|the|and|&|#?\d{1,2})$/u;
/** Words before a colon that announce a thing, not a speaker. */
const NO_SPEAKER =
  /^(?:note|notes|update|tickets?|venue|doors|admission|hours|opening hours|duration|running time|length|details|info|information|caption|credits?|file photo|image credit|photo credits?|breaking|exclusive|watch|listen|live|opinion|analysis|comment|review|explainer|quiz|election|elections|elsewhere|meanwhile|updated|correction|editor.s note|warning|photo|photos|image|video|source|sources|related|read more|ingredients|serves|time|date|where|when|what|why|who|how|score|result|results|example|step \d+|tip|summary|contact|tel|phone|email|e-mail|subject|from|to|re|cc|p\.?s|location|price|answer key|key points?|pros|cons|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/iu;
/** What is put into a transcript in brackets and nobody says. */
const DIRECTION =
  /[([]\s*(?:applause|laughter|laughs?|laughing|chuckles?|crosstalk|cross-talk|inaudible|unintelligible|pause[sd]?|silence|cheers?|cheering|cheers and applause|boos?|booing|music|(?:begin |end )?video(?: clip)?.{0,40}|off-?mic|gasps?|sighs?|break|recess|commercial break|bell rings?|(?:whereupon|thereupon)\b[^)\]\n]{1,200})\.?\s*[)\]]/giu;
const IN_CAPITALS = /[([]\p{Lu}[\p{Lu}\s,'’.-]{3,60}[)\]]/gu;
/** A paragraph that is a bracket, and who examines whom in court: "BY MS. EK:", "CROSS-EXAMINATION". */
const ALONE =
  /^\s*(?:\(\p{Lu}[^()\n]*\)|\[\p{Lu}[^[\]\n]*\]|(?:FURTHER |CONTINUED )?(?:DIRECT|CROSS|REDIRECT|RE-DIRECT|RECROSS|RE-CROSS)[- ]EXAMINATION\b[\p{Lu}\s().,'’-]{0,80}|BY (?:MR|MS|MRS|MISS|DR|THE)\b[\p{Lu}\s.'’-]{1,60}:)\s*$/u;
const END = /^(?:###|\* ?\* ?\*|-{3,}|END|\(?END\)?|ENDS?|-30-)\.?$/u;

/** Whether words before a colon announce a thing, as in "Note: …". */
export function isAnnouncement(label: string): boolean {
  return NO_SPEAKER.test(label.trim());
}

/** The turns of a transcript or an interview in questions and answers, in text order; empty for any other text. */
export function turnsIn(reading: Reading): Turn[] {
  const found: Label[] = [];
  for (const [at, paragraph] of reading.paragraphs.entries()) {
    const label = labelOf(reading.text, paragraph, at);
    if (label !== null) found.push(label);
  }
  if (!isTranscript(found, reading.paragraphs.length)) return [];
  const labels = withoutHeadlines(found);
  const alone = labels.every((_, at) => at === labels.length - 1 || spanOf(reading, labels, at) === 1);
  return labels.flatMap((label, at) => {
    const isLast = at === labels.length - 1;
    const paragraphs = isLast && alone ? 1 : spanOf(reading, labels, at);
    const content = contentOf(reading, label, label.paragraph + paragraphs);
    if (content.length === 0) return [];
    const { speaker, mark, paragraph } = label;
    return [{ speaker, mark, content, first: paragraph, last: paragraph + paragraphs }];
  });
}

/** Where the words behind "Q." and "A." begin, by where the paragraph does: the letters are no initials of a name. */
export function lettersIn(reading: Reading): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { speaker, mark } of turnsIn(reading))
    if (speaker.end - speaker.start === 1) found.set(speaker.start, mark?.end ?? speaker.end);
  return found;
}

/** What speakers of a transcript are called, in lower case. */
export function labelsIn(reading: Reading): ReadonlySet<string> {
  return new Set(
    turnsIn(reading).map(({ speaker: { start, end } }) => reading.text.slice(start, end).toLowerCase()),
  );
}

/** The turn that has the offset, its label included; null for what no turn has. */
export function turnAt(turns: readonly Turn[], offset: number): Turn | null {
  const found = turns[lastUpTo(turns, offset, ({ speaker }) => speaker.start)];
  return found !== undefined && offset < (found.content.at(-1)?.end ?? 0) ? found : null;
}

function labelOf(text: string, { start, end }: Paragraph, paragraph: number): Label | null {
  const head = text.slice(start, Math.min(end, start + MAX_LABEL * 2));
  const found = QUESTION.exec(head) ?? LABEL.exec(head);
  const { name = '', mark } = found?.groups ?? {};
  if (found === null || name === '' || name.length > MAX_LABEL) return null;
  const words = name.split(/\s+/u);
  if (words.length > MAX_WORDS || isAnnouncement(name)) return null;
  const isLetter = name === 'Q' || name === 'A';
  if (isLetter && mark === undefined && name === 'A') return null;
  if (!isLetter && !words.every((word) => NAME_WORD.test(word.replace(/,$/u, '')))) return null;
  const at = found[0].length;
  const bare = name.replace(/[\s,]+$/u, '');
  return {
    paragraph,
    name: bare.toLowerCase(),
    speaker: { start, end: start + bare.length },
    mark: mark === undefined ? null : { start: start + at - 1, end: start + at },
    content: start + at,
    inCapitals: bare === bare.toUpperCase(),
    isSure: SURE.test(bare) && bare === bare.toUpperCase(),
  };
}

/** A headline with a colon names its speaker once, and not in capitals where the transcript does. */
function withoutHeadlines(labels: readonly Label[]): Label[] {
  const counts = countsOf(labels);
  const isInCapitals = labels.filter(({ inCapitals }) => inCapitals).length > labels.length / 2;
  return labels.filter(
    ({ name, inCapitals, paragraph }) =>
      (counts.get(name) ?? 0) > 1 || (isInCapitals ? inCapitals : paragraph > 0),
  );
}

function countsOf(labels: readonly Label[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Several lines with labels, of several speakers who come back: one "Note:" or a dateline makes none. */
function isTranscript(labels: readonly Label[], paragraphs: number): boolean {
  const counts = countsOf(labels);
  if (counts.size < 2) return false;
  const sure = labels.filter(({ isSure }) => isSure).length;
  if (sure >= 2 && sure === labels.length) return true;
  const again = labels.filter(({ name }) => (counts.get(name) ?? 0) > 1).length;
  const from = labels[0]?.paragraph ?? 0;
  return (
    labels.length >= 3 && again >= labels.length / 2 && again >= 2 && labels.length >= (paragraphs - from) / 6
  );
}

/** Paragraphs from a label to the next, or to the end of the transcript. */
function spanOf({ text, paragraphs }: Reading, labels: readonly Label[], at: number): number {
  const from = labels[at]?.paragraph ?? 0;
  const next = labels[at + 1]?.paragraph ?? paragraphs.length;
  let last = from + 1;
  let until = from + 1;
  for (; last < next; last += 1) {
    const { start = 0, end = 0 } = paragraphs[last] ?? {};
    const line = text.slice(start, Math.min(end, start + 200));
    if (END.test(line)) break;
    if (ALONE.test(line)) continue;
    if (/[\p{L}\p{N}]/u.test(line.replace(DIRECTION, '').replace(IN_CAPITALS, ''))) until = last + 1;
  }
  return until - from;
}

function contentOf({ text, paragraphs }: Reading, { paragraph, content }: Label, last: number): Range[] {
  const pieces: { start: number; end: number }[] = [];
  let joins = false;
  for (let at = paragraph; at < last; at += 1) {
    const { start = 0, end = 0 } = paragraphs[at] ?? {};
    let from = at === paragraph ? content : start;
    const line = text.slice(from, end);
    for (const cut of [...cutsIn(line, from), { start: end, end }]) {
      const piece = trimmed(text, from, cut.start);
      const before = pieces.at(-1);
      if (piece !== null && joins && before !== undefined) before.end = piece.end;
      else if (piece !== null) pieces.push(piece);
      joins = cut.start === end && (piece !== null || joins);
      from = Math.max(from, cut.end);
    }
  }
  return pieces;
}

/** The stage directions of a line that begins at `from`. */
function cutsIn(line: string, from: number): Range[] {
  if (ALONE.test(line)) return [{ start: from, end: from + line.length }];
  const found = [...line.matchAll(DIRECTION), ...line.matchAll(IN_CAPITALS)].map(({ 0: words, index }) => ({
    start: from + index,
    end: from + index + words.length,
  }));
  return found.toSorted((a, b) => a.start - b.start);
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}
