import { OnrecordError } from '../errors.ts';
import type { TextSearch } from './database.ts';

const FOLDED_WORD = /^[\p{L}\p{M}\p{N}]+$/u;

/**
 * The groups that a search stands on; none where nothing can match. Refuses, as a bug of the caller, whatever an engine might take
 * for its own query syntax.
 */
export function groupsOf({ groups, phrases = [], match, limit }: TextSearch): readonly (readonly string[])[] {
  if ([...groups, ...phrases].some((words) => words.some((word) => !FOLDED_WORD.test(word)))) {
    throw new OnrecordError('INTERNAL', 'A text search has something other than folded words.');
  }
  if (limit < 1) return [];
  const filled = groups.filter((group) => group.length > 0);
  return match === 'ALL' && filled.length < groups.length ? [] : filled;
}
