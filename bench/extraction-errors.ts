import type { AttributedText, Attribution } from '../test/support/extraction/attribution.ts';
import type { Span } from '../test/support/extraction/marked.ts';
import type { Miss } from '../test/support/extraction/score-attributions.ts';

/** UTF-16 units shown before and behind an attribution, and at most between its parts. */
const AROUND = 60;
const LONGEST = 400;

const WHAT = { MISS: 'missed', EXTRA: 'false', SPEAKER: 'wrong speaker' } as const;

/** So many of each sort, spread evenly over the texts: with the marks of the annotation guide, where they stand. */
export function errorLines(
  texts: readonly AttributedText[],
  misses: readonly Miss[],
  most: number,
): string[] {
  const byId = new Map(texts.map(({ id, text }) => [id, text]));
  return (['MISS', 'EXTRA', 'SPEAKER'] as const).flatMap((what) => {
    const all = misses.filter((miss) => miss.what === what);
    const step = Math.max(1, all.length / most);
    const shown = Array.from({ length: Math.min(most, all.length) }, (_, at) => all[Math.floor(at * step)]);
    const lines = shown.flatMap((miss) => {
      if (miss === undefined) return [];
      const text = byId.get(miss.id) ?? '';
      const found = miss.found?.source ?? null;
      const instead =
        what !== 'SPEAKER' ? '' : ` (found: ${found === null ? 'nobody' : wordsAt(text, found)})`;
      return [`- ${miss.id}, ${miss.kind}: ${excerpt(text, miss.attribution)}${instead}`];
    });
    return [`${WHAT[what]}: ${all.length}`, ...lines, ''];
  });
}

function excerpt(text: string, { source, cue, content }: Attribution): string {
  const marks = [
    ...(source === null ? [] : marksOf(source, '**', '**')),
    ...(cue === null ? [] : marksOf(cue, '*', '*')),
    ...content.flatMap((span) => marksOf(span, '⟨', '⟩')),
  ].toSorted((a, b) => a.at - b.at || a.order - b.order);
  const start = Math.max(0, (marks[0]?.at ?? 0) - AROUND);
  const end = Math.min(text.length, (marks.at(-1)?.at ?? 0) + AROUND);
  const parts: string[] = [];
  let from = start;
  for (const { at, mark } of marks) {
    parts.push(shortened(text.slice(from, at)), mark);
    from = at;
  }
  parts.push(text.slice(from, end));
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/** An end comes before what begins at the same place. */
function marksOf({ start, end }: Span, open: string, close: string) {
  return [
    { at: start, order: 1, mark: open },
    { at: end, order: 0, mark: close },
  ];
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST / 2)} […] ${words.slice(-LONGEST / 2)}`;
}

function wordsAt(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/gu, ' ');
}
