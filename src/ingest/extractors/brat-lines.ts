import type { Problem } from '../../errors.ts';
import type { Stretch } from '../../text/nested.ts';
import type { OffsetText } from '../../text/offsets.ts';

/** A text-bound annotation of brat: "T1\tSource 0 5;8 12\twords". */
export interface TextBound {
  readonly id: string;
  readonly line: number;
  readonly label: string;
  /** Fragments in code points, as brat counts. */
  readonly fragments: readonly Stretch[];
  /** The words of all fragments. */
  readonly words: string;
}

/** An event of brat: "E1\tAttribution:T4 Source:T1 Content:T2 Content2:T3". */
export interface BratEvent {
  readonly id: string;
  readonly line: number;
  /** The text-bound annotation that stands for the event itself. */
  readonly trigger: string;
  readonly roles: readonly { readonly role: string; readonly id: string }[];
}

export interface StandOff {
  readonly textBounds: ReadonlyMap<string, TextBound>;
  readonly events: readonly BratEvent[];
  /** Each under the id that its line has, or else under its number. */
  readonly refused: readonly Problem[];
}

/** Lines of brat begin with one of these: text-bound, event, relation, attribute, modification, normalization, equivalence, note. */
const ID = /^(?:[TERAMN]\d+|\*|#\d*)\t/u;
const TEXT_BOUND = /^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t([\s\S]*)$/u;
const EVENT = /^(E\d+)\t\S+?:(T\d+)((?: +[^\s:]+:[A-Z]\d+)*) *$/u;

interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * Reads the lines of a stand-off file. A text-bound annotation whose words are not those of the text at its offsets is refused; line breaks
 * in words count as spaces. Other lines than T and E are known and passed over.
 */
export function readStandOff(text: OffsetText, ann: string): StandOff {
  const textBounds = new Map<string, TextBound>();
  const events = new Map<string, BratEvent>();
  const refused: Problem[] = [];
  for (const line of linesOf(ann)) {
    const kind = line.text.charAt(0);
    const id = /^[TE]\d+/u.exec(line.text)?.[0];
    const refuse = (reason: string) =>
      refused.push({ pointer: `/${id ?? line.number}`, reason: `line ${line.number}: ${reason}` });
    if (!ID.test(line.text)) refuse('is none that brat has');
    else if (id !== undefined && (textBounds.has(id) || events.has(id)))
      refuse(`${id} stands in a line before`);
    else if (kind === 'T') {
      const read = textBoundIn(text, line);
      if (typeof read === 'string') refuse(read);
      else textBounds.set(read.id, read);
    } else if (kind === 'E') {
      const read = eventIn(line);
      if (typeof read === 'string') refuse(read);
      else events.set(read.id, read);
    }
  }
  return { textBounds, events: [...events.values()], refused };
}

/** Words with line breaks in them go on in the next lines. */
function linesOf(ann: string): Line[] {
  const lines: { number: number; text: string }[] = [];
  let goesOn = false;
  for (const [at, text] of ann
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const last = lines.at(-1);
    if (goesOn && !ID.test(text) && last !== undefined) last.text += `\n${text}`;
    else if (text.trim() !== '') {
      lines.push({ number: at + 1, text });
      goesOn = TEXT_BOUND.test(text);
    }
  }
  return lines;
}

/** Or what is wrong with it. */
function textBoundIn(text: OffsetText, { number, text: line }: Line): TextBound | string {
  const [, id = '', label = '', offsets = '', rest = ''] = TEXT_BOUND.exec(line) ?? [];
  if (id === '') return 'is not "T1<tab>label start end;start end<tab>words"';
  const fragments = offsets.split(';').map((pair): Stretch => {
    const [start = 0, end = 0] = pair.split(' ').map(Number);
    return { start, end };
  });
  const wrong = fragments.find(({ start, end }) => start >= end || end > text.length);
  if (wrong !== undefined)
    return `${wrong.start} ${wrong.end} is no stretch of the text, which has ${text.length} code points`;
  const there = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
  if (onOneLine(there) !== onOneLine(rest))
    return `at ${offsets} stands ${quoted(there)}, not ${quoted(rest)}`;
  return { id, line: number, label, fragments, words: there };
}

function onOneLine(words: string): string {
  return words.replace(/\r?\n/gu, ' ').trim();
}

function eventIn({ number, text: line }: Line): BratEvent | string {
  const [, id = '', trigger = '', rest = ''] = EVENT.exec(line) ?? [];
  if (id === '') return 'is not "E1<tab>type:T1 role:T2 …"';
  const roles = rest
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [role = '', id = ''] = pair.split(':');
      return { role, id };
    });
  return { id, line: number, trigger, roles };
}

function quoted(words: string): string {
  const points = [...words.slice(0, 200)];
  return JSON.stringify(points.length > 60 ? `${points.slice(0, 60).join('')}…` : words);
}
