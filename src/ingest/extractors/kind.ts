import type { StatementKind } from '../../statement/model.ts';
import type { Stretch } from '../../text/nested.ts';
import type { OffsetText } from '../../text/offsets.ts';
import type { Quotations, QuotedRegion } from '../../text/quotation.ts';

/** Longest label of a speaker before the colon of a transcript turn, in code points. */
const MAX_LABEL = 120;
const LABEL = /^(?:[^:：!?]*\p{L}[^:：!?]*[:：]|[QA]\.)\s*$/u;

export interface Kind {
  readonly kind: StatementKind;
  readonly turn: boolean;
}

/** The kind that the quotation marks of a content show; `outer` is the content of the statement that it stands in. */
export function kindOf(
  quotations: Quotations,
  content: readonly Stretch[],
  outer: readonly Stretch[],
): StatementKind {
  if (content.length === 0) return 'INDIRECT';
  if (content.every((piece) => ownQuotation(quotations, piece, outer) !== null)) return 'DIRECT';
  const isQuoted = content.some((piece) => quotations.partsOf(piece).length > 0);
  return isQuoted && content.some((piece) => quotations.hasUnquotedWords(piece)) ? 'MIXED' : 'INDIRECT';
}

/** Marks that only quote the statement around are not the statement's own. */
function ownQuotation(
  quotations: Quotations,
  piece: Stretch,
  outer: readonly Stretch[],
): QuotedRegion | null {
  const region = quotations.of(piece);
  if (region === null) return null;
  const around = outer.find(({ start, end }) => start <= piece.start && piece.end <= end);
  return around !== undefined && quotations.of(around) === region ? null : region;
}

/** Whether a content follows its source and a colon, or "Q.", at the head of a line, as turns in transcripts do. */
export function isTurn(text: OffsetText, source: readonly Stretch[], content: readonly Stretch[]): boolean {
  const [first] = content;
  if (first === undefined || source.length === 0) return false;
  const before = text.slice(Math.max(0, first.start - MAX_LABEL), first.start);
  const label = before.slice(before.lastIndexOf('\n') + 1);
  const start = first.start - [...label].length;
  const onItsLine = start === 0 || before.includes('\n');
  return (
    onItsLine && LABEL.test(label) && source.every((span) => span.start >= start && span.end <= first.start)
  );
}

/**
 * The pieces of a content as the annotation guide has them: without the marks of a quotation at their ends, and apart where a piece has
 * several quotations and nothing between them.
 */
export function withoutMarks(
  text: OffsetText,
  quotations: Quotations,
  pieces: readonly Stretch[],
): Stretch[] {
  return pieces.flatMap((piece) => {
    const region = quotations.of(piece);
    if (region !== null) return [unmarked(text, piece, region)];
    if (quotations.hasUnquotedWords(piece)) return [piece];
    const regions = quotations.regions.outermostWithin(piece.start, piece.end);
    return regions.length < 2 ? [piece] : regions.map((each) => unmarked(text, each, each));
  });
}

function unmarked(text: OffsetText, piece: Stretch, { marks }: QuotedRegion): Stretch {
  let { start, end } = piece;
  const isSpace = (at: number) => /^\s$/u.test(text.slice(at, at + 1));
  start = marks.find((mark) => mark.start === start)?.end ?? start;
  end = marks.find((mark) => mark.end === end)?.start ?? end;
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return start < end ? { start, end } : piece;
}
