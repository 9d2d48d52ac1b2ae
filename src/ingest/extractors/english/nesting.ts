import type { Draft } from './draft.ts';
import type { Range } from './reading.ts';
import { lastUpTo } from './token-span.ts';

/** Contents around one that are looked at: deeper ones are no statements any more. */
const MAX_OPEN = 50;

interface Piece extends Range {
  readonly of: number;
}

/**
 * For each the place of the one whose content it stands in, the innermost; null for those of the article itself. One without content
 * stands where its cue does.
 */
export function outerOnes(drafts: readonly Pick<Draft, 'content' | 'cue'>[]): (number | null)[] {
  const outer: (number | null)[] = drafts.map(() => null);
  const pieces: Piece[] = drafts.flatMap(({ content, cue }, of) => {
    const places = content.length > 0 ? content : cue === null ? [] : [cue];
    return places.map(({ start, end }) => ({ start, end, of }));
  });
  const open: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a.start - b.start || b.end - a.end || a.of - b.of)) {
    while ((open.at(-1)?.end ?? Number.MAX_SAFE_INTEGER) <= piece.start) open.pop();
    const holder = open.slice(-MAX_OPEN).findLast((one) => one.of !== piece.of && one.end >= piece.end);
    const draft = drafts[piece.of];
    const isFirst = (draft?.content[0] ?? draft?.cue)?.start === piece.start;
    if (isFirst && holder !== undefined) outer[piece.of] = holder.of;
    if (draft !== undefined && draft.content.length > 0) open.push(piece);
  }
  return outer;
}

/**
 * The drafts, each that begins within the content of another ended with it: "Ek proposed ⟨holding talks⟩, Berg said" has its end where
 * what Berg said has. In text order by cue.
 */
export function fitted(drafts: readonly Draft[]): Draft[] {
  const pieces = drafts
    .flatMap((draft) => draft.content.map(({ start, end }) => ({ start, end, draft })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return drafts.map((draft) => {
    const from = Math.min(draft.source?.start ?? Number.MAX_SAFE_INTEGER, draft.cue?.start ?? 0);
    const near = lastUpTo(pieces, from, ({ start }) => start);
    for (let at = near; at > near - MAX_OPEN; at -= 1) {
      const outer = pieces[at];
      if (outer === undefined) break;
      if (outer.draft === draft || outer.end <= from || outer.end < (draft.cue?.end ?? 0)) continue;
      const content = draft.content
        .filter(({ start }) => start < outer.end)
        .map(({ start, end }) => ({ start, end: Math.min(end, outer.end) }));
      return content.length === draft.content.length ? { ...draft, content } : draft;
    }
    return draft;
  });
}
