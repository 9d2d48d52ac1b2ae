import { invalidInput, OnrecordError } from '../errors.ts';
import type { KeysetPosition, PageRequest } from '../graph/keyset.ts';
import { decodeCursor } from './cursor.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './limits.ts';

/** The four arguments of every connection, as a client gives them. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** INVALID_INPUT, LIMIT_EXCEEDED or INVALID_CURSOR for arguments that make no page. */
export function pageRequest(args: PageArgs, scope: string): PageRequest {
  const { first = null, last = null } = args;
  if (first !== null && last !== null) {
    throw invalidInput(
      'Give "first" or "last", not both: one counts from the front, the other from the back.',
    );
  }
  return {
    limit: last === null ? sizeOf('first', first ?? DEFAULT_PAGE_SIZE) : sizeOf('last', last),
    backward: last !== null,
    after: positionOf('after', args.after, scope),
    before: positionOf('before', args.before, scope),
  };
}

function sizeOf(argument: 'first' | 'last', size: number): number {
  if (size < 0) throw invalidInput(`"${argument}" is ${size}; give a number from 0 to ${MAX_PAGE_SIZE}.`);
  if (size <= MAX_PAGE_SIZE) return size;
  throw new OnrecordError(
    'LIMIT_EXCEEDED',
    `"${argument}" is ${size}; at most ${MAX_PAGE_SIZE} rows come at once. Ask for the next ones with a cursor.`,
    { details: { argument, limit: MAX_PAGE_SIZE } },
  );
}

function positionOf(
  argument: 'after' | 'before',
  cursor: string | null | undefined,
  scope: string,
): KeysetPosition | null {
  return cursor === null || cursor === undefined ? null : decodeCursor(scope, cursor, argument);
}
