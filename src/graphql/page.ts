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

/** A number of rows that a client asked for. INVALID_INPUT below 0, LIMIT_EXCEEDED above `limit`. */
export function sizeOf(argument: string, size: number, limit = MAX_PAGE_SIZE): number {
  if (size < 0) throw invalidInput(`"${argument}" is ${size}; give a number from 0 to ${limit}.`);
  if (size <= limit) return size;
  throw new OnrecordError('LIMIT_EXCEEDED', `"${argument}" is ${size}; at most ${limit} come at once.`, {
    details: { argument, limit },
  });
}

function positionOf(
  argument: 'after' | 'before',
  cursor: string | null | undefined,
  scope: string,
): KeysetPosition | null {
  return cursor === null || cursor === undefined ? null : decodeCursor(scope, cursor, argument);
}
