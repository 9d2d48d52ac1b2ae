import { ENTITY_NODE_TYPES } from '../entity/model.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import { type NodeType, typeOfId } from '../graph/id.ts';

/** Who decides, and by which clock. */
export interface Decider {
  readonly actor: string;
  readonly now?: () => Date;
}

/** Entities that one decision merges into another. */
export const MAX_MERGED = 100;

/** Code points. */
const MAX_REASON = 2_000;

const ENTITY_TYPES: readonly NodeType[] = Object.values(ENTITY_NODE_TYPES);

/** Without white space at its ends. INVALID_INPUT for one that is empty, too long or has characters that are none of text. */
export function checkReason(given: string): string {
  const reason = given.trim();
  const fault = faultOfReason(reason);
  if (fault !== null) throw invalidInput(`"reason" ${fault}.`);
  return reason;
}

/** What is wrong with a reason; null for a good one. */
export function faultOfReason(reason: string): string | null {
  if (reason === '') return 'is empty: say why, so that others can tell whether it still holds';
  // Counting a long text by code points takes time in proportion to it.
  if (reason.length > 2 * MAX_REASON || [...reason].length > MAX_REASON)
    return `is too long: it has at most ${MAX_REASON} characters`;
  if (/\p{Cc}/u.test(reason)) return 'has a control character, such as a line break: write it in one line';
  if (/\p{Surrogate}/u.test(reason)) return 'has half of a surrogate pair';
  return null;
}

export function checkStatementId(id: string): void {
  checkId(id, ['Statement'], 'of a statement');
}

export function checkDecisionId(id: string): void {
  checkId(id, ['Decision'], 'of a decision');
}

export function checkEntityId(id: string): void {
  checkId(id, ENTITY_TYPES, 'of an entity');
}

/** INVALID_INPUT for what cannot be the id of such a thing. */
function checkId(id: string, types: readonly NodeType[], wanted: string): void {
  const type = typeOfId(id);
  if (type === null) throw invalidInput(`${JSON.stringify(id.slice(0, 80))} is not an id.`);
  if (types.includes(type)) return;
  const article = /^[AEU]/.test(type) ? 'an' : 'a';
  throw invalidInput(`"${id}" is the id of ${article} ${type}, not ${wanted}.`);
}

export function notFound(what: string, id: string): OnrecordError {
  return new OnrecordError('NOT_FOUND', `No ${what} has the id "${id}".`);
}
