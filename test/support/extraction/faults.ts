import type { GoldArticle } from './gold.ts';

const MARKS = '"“”‘’\'`';

/** As far as a machine can tell; the rest of "Where spans begin and end" in the guide is judgement. */
export function faultsOf({ text, statements }: GoldArticle): string[] {
  const faults: string[] = [];
  for (const { id, kind, turn, source, cue, content, addressee } of statements) {
    const spans = [source, cue, addressee, ...content].filter((span) => span !== null);
    for (const { start, end } of spans) {
      const words = text.slice(start, end);
      const say = (fault: string) => faults.push(`${id}: “${words}” ${fault}`);
      if (words !== words.trim()) say('has space at its ends');
      if (/[\p{L}\p{N}]{2}/u.test(text.slice(start - 1, start + 1))) say('begins inside a word');
      if (/[\p{L}\p{N}]{2}/u.test(text.slice(end - 1, end + 1))) say('ends inside a word');
    }
    for (const { start, end } of source === null ? [] : [source]) {
      if (/[,.;]$|[’']s$/u.test(text.slice(start, end))) faults.push(`${id}: its source ends with too much`);
    }
    for (const { start, end } of content) {
      const [before, after] = [text.slice(0, start).at(-1) ?? '', text.charAt(end)];
      const words = `${id}: “${text.slice(start, end)}”`;
      if (kind !== 'DIRECT' && /[,.;]$/u.test(text.slice(start, end)))
        faults.push(`${words} ends with a stop`);
      if (kind === 'DIRECT' && !turn && !(MARKS.includes(before) && MARKS.includes(after))) {
        faults.push(`${words} is not all that stands between its marks`);
      }
    }
  }
  return faults;
}
