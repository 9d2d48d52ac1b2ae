import type { Problem } from '../../errors.ts';
import { MAX_NESTING } from '../../statement/model.ts';
import type { Stretch } from '../../text/nested.ts';

/** A statement with the pieces of its content in text order, apart from each other. */
export interface Contained {
  readonly pointer: string;
  readonly id: string;
  readonly content: readonly Stretch[];
}

export interface Nesting {
  /** By id, the statement whose content a statement stands in; none for those of the article itself. */
  readonly within: ReadonlyMap<string, string>;
  /** Statements whose content stands neither wholly inside of another's nor apart from it, by id. */
  readonly refused: ReadonlyMap<string, Problem>;
}

/** Sweeps over all contents, each without those refused before. No document needs as many; then all that conflict are refused. */
const MAX_SWEEPS = 50;

/** Which statement stands in which, by the places of their contents. Of two that cannot stand together the later one is refused. */
export function nestingOf(statements: readonly Contained[]): Nesting {
  const refused = new Map<string, Problem>();
  for (let sweep = 0; ; sweep += 1) {
    const sound = statements.filter(({ id }) => !refused.has(id));
    const { within, conflicts } = sweepOver(sound, sweep >= MAX_SWEEPS);
    if (conflicts.size === 0) return { within, refused };
    for (const [id, problem] of conflicts) refused.set(id, problem);
  }
}

interface Piece extends Stretch {
  readonly statement: Contained;
}

/** With `strict` both of two that conflict are refused, so that no further sweep finds more. */
function sweepOver(
  statements: readonly Contained[],
  strict: boolean,
): { readonly within: ReadonlyMap<string, string>; readonly conflicts: ReadonlyMap<string, Problem> } {
  const conflicts = new Map<string, Problem>();
  const within = new Map<string, string>();
  const depths = new Map<string, number>();
  const refuse = ({ id, pointer }: Contained, reason: string): void => {
    if (!conflicts.has(id)) conflicts.set(id, { pointer, reason });
  };
  const pieces = statements.flatMap((statement) =>
    statement.content.map((piece) => ({ ...piece, statement })),
  );
  const open: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const { statement } = piece;
    while (open.length > 0 && ((open.at(-1)?.end ?? 0) <= piece.start || isRefused(open.at(-1)))) open.pop();
    const holder = open.at(-1) ?? null;
    if (conflicts.has(statement.id)) continue;
    if (holder !== null) {
      const other = `the content of ${holder.statement.pointer}`;
      if (holder.end < piece.end) refuse(statement, `its content partly overlaps ${other}`);
      else if (holder.start === piece.start && holder.end === piece.end)
        refuse(statement, `its content has the same place as ${other}`);
      if (strict && conflicts.has(statement.id))
        refuse(holder.statement, 'its content overlaps that of others');
    }
    const outer = holder?.statement.id;
    const isFirst = statement.content[0]?.start === piece.start;
    if (!isFirst && within.get(statement.id) !== outer)
      refuse(
        statement,
        'some of its content stands inside of the content of another statement, and some does not',
      );
    if (conflicts.has(statement.id)) continue;
    if (isFirst && outer !== undefined) {
      within.set(statement.id, outer);
      const depth = (depths.get(outer) ?? 0) + 1;
      depths.set(statement.id, depth);
      if (depth > MAX_NESTING) refuse(statement, `stands in more than ${MAX_NESTING} other statements`);
    }
    open.push(piece);
  }
  return { within, conflicts };

  function isRefused(piece: Piece | undefined): boolean {
    return piece !== undefined && conflicts.has(piece.statement.id);
  }
}

/** Pieces in text order; those that overlap or touch are one. */
export function joined(pieces: readonly Stretch[]): Stretch[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
