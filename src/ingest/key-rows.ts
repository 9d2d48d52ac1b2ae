import type { EntityKey } from './entity-keys.ts';
import { nameText } from './key-names.ts';

/** Keys as nodes, each once. */
export function keyRows(keys: readonly EntityKey[]) {
  return [...new Map(keys.map((key) => [key.id, key])).values()].map(
    ({ id, type, qid, folded, ofKey, accreditedKey, isPrivate, articleId }) => ({
      id,
      type,
      qid,
      folded: qid === null && !isPrivate ? folded : null,
      // Of an office it depends on whose it is.
      own: qid === null && !isPrivate && type !== 'POSITION' ? nameText(type, folded) : null,
      ofKey,
      accreditedKey,
      articleId,
    }),
  );
}
