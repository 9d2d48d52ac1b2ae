import { createHash } from 'node:crypto';
import { z } from 'zod';
import { OnrecordError } from '../errors.ts';
import type { KeysetPosition } from '../graph/keyset.ts';

/** Goes up when the meaning of a cursor changes, so that those of an earlier release are refused and not misread. */
const VERSION = 2;

const payload = z.tuple([z.literal(VERSION), z.string(), z.string(), z.string(), z.string()]);

/**
 * A cursor is opaque to clients: the place of its row, and marks of the list it belongs to and of its own integrity. `scope` names
 * the list: its field, order, filter and parent.
 */
export function encodeCursor(scope: string, place: KeysetPosition): string {
  return encoded(digest(scope), place);
}

/** INVALID_CURSOR for a text that is no cursor, and for a cursor of another list. */
export function decodeCursor(scope: string, cursor: string, argument: 'after' | 'before'): KeysetPosition {
  const parsed = payload.safeParse(jsonOf(cursor));
  if (!parsed.success) throw invalid(argument, 'is not a cursor of this API');
  const [, mark, key, id] = parsed.data;
  // Base64 and JSON both have several texts for one value; only the one that was given out counts.
  if (cursor !== encoded(mark, { key, id })) throw invalid(argument, 'is not a cursor of this API');
  if (mark !== digest(scope)) {
    throw invalid(argument, 'belongs to another list: it is good for the same field, order and filter only');
  }
  return { key, id };
}

function encoded(mark: string, { key, id }: KeysetPosition): string {
  return Buffer.from(JSON.stringify([VERSION, mark, key, id, digest(mark, key, id)])).toString('base64url');
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Any other text; the schema refuses it.
    return null;
  }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

function invalid(argument: string, reason: string): OnrecordError {
  return new OnrecordError('INVALID_CURSOR', `The cursor in "${argument}" ${reason}.`, {
    details: { argument },
  });
}
