import type { Stretch } from '../text/nested.ts';
import type { Quotations, QuotedRegion } from '../text/quotation.ts';
import type { AnnotatedStatement } from './annotation.ts';
import type { CheckedAnnotation } from './checked.ts';

/**
 * The quotation that a piece of a statement stands in by its own marks. Marks that only quote the statement around it
 * are not its own: what Weitz's quotation says that Biden said is indirect unless quoted within the quotation.
 */
export function ownQuotation(
  { index }: Pick<CheckedAnnotation, 'index'>,
  quotations: Quotations,
  statement: AnnotatedStatement,
  piece: Stretch,
): QuotedRegion | null {
  const region = quotations.of(piece);
  if (region === null) return null;
  const [outer] = index.outer(statement);
  // One that is said to stand in itself is refused for that.
  if (outer === undefined || outer === statement) return region;
  const around = outer.content.find(({ start, end }) => start <= piece.start && piece.end <= end);
  return around !== undefined && quotations.of(around) === region ? null : region;
}

/** The words in quotation marks, without the marks: null for a paraphrase, and where the text is withheld and they are not kept. */
export function quoteOf(
  { quotations }: CheckedAnnotation,
  { kind, content, turn, quote }: AnnotatedStatement,
): string | null {
  if (kind === 'INDIRECT') return null;
  if (quotations === null) return quote ?? null;
  if (kind === 'MIXED') return content.flatMap((piece) => quotations.partsOf(piece)).join(' … ');
  return content.map((piece) => (turn ? (piece.exact ?? '') : quotations.unmarked(piece))).join(' ');
}
