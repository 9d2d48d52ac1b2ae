import { MAX_NESTING } from '../statement/model.ts';
import type { AnnotatedSpan, AnnotatedStatement } from './annotation.ts';
import { agrees } from './check-spans.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { Path, Problems } from './problems.ts';

/** Overlapping pieces looked at for each piece, so that a document that is wrong throughout costs no square. */
const MAX_OVERLAPS = 20;

interface Piece {
  readonly span: AnnotatedSpan;
  readonly statement: AnnotatedStatement;
  readonly path: Path;
  readonly depth: number;
}

/** That `within` makes a forest, and that contents overlap exactly as it says. */
export function checkNesting(checked: CheckedAnnotation, problems: Problems): void {
  const pieces: Piece[] = [];
  const unsound = new Set<AnnotatedStatement>();
  for (const [at, statement] of checked.document.statements.entries()) {
    const path = ['statements', at];
    const sound = checkChain(checked, statement, [...path, 'within'], problems);
    if (sound) checkInsideOuter(checked, statement, path, problems);
    else if (statement.within !== null) unsound.add(statement);
    const depth = checked.index.outer(statement).length;
    for (const [place, span] of statement.content.entries()) {
      if (agrees(checked, span)) pieces.push({ span, statement, path: [...path, 'content', place], depth });
    }
  }
  checkOverlaps(checked, pieces, unsound, problems);
}

function checkChain(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  at: Path,
  problems: Problems,
): boolean {
  if (statement.within === null) return false;
  if (!checked.index.statements.has(statement.within)) {
    problems.add(at, `no statement has the id "${statement.within}"`);
    return false;
  }
  const outer = checked.index.outer(statement);
  if (outer.includes(statement)) {
    problems.add(at, 'a statement cannot stand in itself, directly or through others');
    return false;
  }
  if (outer.length > MAX_NESTING) {
    problems.add(at, `nests deeper than ${MAX_NESTING} statements, or in a circle`);
    return false;
  }
  return true;
}

/** The words of a statement in a statement are words of the outer one's content. */
function checkInsideOuter(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
): void {
  const outer = checked.index.outer(statement)[0];
  if (outer === undefined) return;
  const silent = statement.content.length === 0;
  const lists: readonly (readonly [Path, readonly AnnotatedSpan[]])[] = silent
    ? [
        [[...path, 'source', 'evidence'], statement.source.evidence],
        [[...path, 'cue', 'evidence'], statement.cue.evidence],
      ]
    : [[[...path, 'content'], statement.content]];
  for (const [list, spans] of lists) {
    for (const [at, span] of spans.entries()) {
      if (!agrees(checked, span)) continue;
      if (outer.content.some((piece) => piece.start <= span.start && span.end <= piece.end)) continue;
      problems.add(
        [...list, at],
        `lies outside of the content of "${outer.id}", which this statement is within`,
      );
    }
  }
}

/**
 * One sweep over all pieces by start. The active ones hold the place that the sweep has come to, largest end first, so
 * the last ones are the innermost.
 */
function checkOverlaps(
  checked: CheckedAnnotation,
  pieces: readonly Piece[],
  unsound: ReadonlySet<AnnotatedStatement>,
  problems: Problems,
): void {
  const sorted = pieces.toSorted(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.depth - b.depth,
  );
  const active: Piece[] = [];
  for (const piece of sorted) {
    while ((active.at(-1)?.span.end ?? Number.POSITIVE_INFINITY) <= piece.span.start) active.pop();
    let place = active.length;
    for (let other = active[place - 1]; other !== undefined; other = active[place - 1]) {
      if (other.span.end >= piece.span.end) {
        // Of a wrong `within` is said that it is wrong, and nothing else.
        if (!unsound.has(piece.statement)) checkContained(checked, piece, other, problems);
        break;
      }
      reportOverlap(piece, other, problems);
      place -= 1;
      if (active.length - place === MAX_OVERLAPS) break;
    }
    // One that overlaps so many is wrong itself, and would only hide what comes after it.
    if (active.length - place < MAX_OVERLAPS) active.splice(place, 0, piece);
  }
}

function reportOverlap(piece: Piece, other: Piece, problems: Problems): void {
  // Within one statement it is a fault of the order of pieces, reported as such.
  if (other.statement === piece.statement) return;
  const reason = `partly overlaps the content of "${other.statement.id}": one must lie inside the other, or apart from it`;
  problems.add(piece.path, reason);
}

function checkContained({ index }: CheckedAnnotation, piece: Piece, holder: Piece, problems: Problems): void {
  if (piece.statement === holder.statement) return;
  if (index.outer(piece.statement).includes(holder.statement)) return;
  const reason = `lies inside the content of "${holder.statement.id}": say so by \`within\`, or correct the offsets`;
  problems.add(piece.path, reason);
}
