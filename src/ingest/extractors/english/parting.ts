import type { Draft } from './draft.ts';
import type { Range } from './reading.ts';
import { lastUpTo } from './token-span.ts';

interface Piece extends Range {
  readonly draft: Draft;
}

/** Contents around a cue that are looked at. */
const MAX_AROUND = 8;
/** Frames whose content is a phrase: a comma and a clause with a subject of its own lead out of it. */
const PHRASES = new Set(['noun', 'infinitive', 'gerund', 'object', 'preposition', 'other']);
/** What joins two reports of one source. */
const JOINT =
  /(?:\s*[,;–—]|\s+(?:and|but|or|then)\b)[\s,]*(?:(?:and|but|then|or|also|later|further|even|has|have|had)\b[\s,]*)*$/u;
const NEXT_CLAUSE = /,\s*(?:(?:however|but|and|though|meanwhile|then|instead|yet|so|still)\b,?\s*)?$/iu;

/**
 * The drafts, each without what the next report begins in its content: "Ek called the plan “a trick” and blamed the mayor" has two
 * contents of one source, neither in the other.
 */
export function parted(text: string, drafts: readonly Draft[]): Draft[] {
  const pieces: Piece[] = drafts
    .flatMap((draft) => draft.content.map(({ start, end }) => ({ start, end, draft })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const ends = new Map<Piece, number>();
  for (const inner of drafts) {
    const { cue, source } = inner;
    if (cue === null || source === null || inner.content.length === 0) continue;
    const near = lastUpTo(pieces, cue.start, ({ start }) => start);
    for (let at = near; at > near - MAX_AROUND && at >= 0; at -= 1) {
      const piece = pieces[at];
      if (piece === undefined || piece.draft === inner || piece.end < cue.end) continue;
      const end = endBefore(text, piece, { cue, source });
      if (end !== null && end > piece.start) ends.set(piece, Math.min(end, ends.get(piece) ?? end));
    }
  }
  if (ends.size === 0) return [...drafts];
  const cut = new Set([...ends.keys()].map(({ draft }) => draft));
  const byDraft = new Map<Draft, Range[]>();
  for (const piece of pieces) {
    if (!cut.has(piece.draft)) continue;
    const content = byDraft.get(piece.draft) ?? [];
    content.push({ start: piece.start, end: ends.get(piece) ?? piece.end });
    byDraft.set(piece.draft, content);
  }
  return drafts.map((draft) => ({ ...draft, content: byDraft.get(draft) ?? draft.content }));
}

/** Where a piece of content ends before a report in it that is none of its own; null where that stands in it rightly. */
function endBefore(
  text: string,
  piece: Piece,
  { cue, source }: { readonly cue: Range; readonly source: Range },
): number | null {
  const outer = piece.draft.source;
  const isJoint =
    outer !== null && outer.start === source.start && outer.end === source.end && source.start < piece.start;
  if (isJoint) return lengthBefore(text, piece.start, cue.start, JOINT);
  if (!PHRASES.has(piece.draft.frame) || source.start < piece.start || source.end > cue.start) return null;
  return lengthBefore(text, piece.start, source.start, NEXT_CLAUSE);
}

function lengthBefore(text: string, start: number, end: number, joint: RegExp): number | null {
  const found = joint.exec(text.slice(Math.max(start, end - 60), end));
  return found === null ? null : end - found[0].length;
}
