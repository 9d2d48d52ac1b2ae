import { createHash } from 'node:crypto';

/** Prefix of the ids of each GraphQL node type. A prefix once given never changes: ids are permanent. */
export const ID_PREFIXES = {
  Person: 'per',
  Organization: 'org',
  Country: 'cou',
  Place: 'pla',
  Treaty: 'tre',
  Event: 'evt',
  Position: 'pos',
  UnnamedSource: 'uns',
  Article: 'art',
  ArticleVersion: 'ver',
  ExtractionRun: 'run',
  Mention: 'men',
  Statement: 'sta',
  Evidence: 'evi',
  Relation: 'rel',
  Decision: 'dec',
} as const;

export type NodeType = keyof typeof ID_PREFIXES;

const TYPE_OF_PREFIX = new Map<string, NodeType>(
  (Object.keys(ID_PREFIXES) as NodeType[]).map((type) => [ID_PREFIXES[type], type]),
);
const ID = /^([a-z]{3})_[0-9a-f]{32}$/;

/**
 * The id of a thing from its key parts: the same parts, in the same order, always give the same id. Null and the empty
 * string are different parts.
 */
export function nodeId(type: NodeType, ...parts: readonly (string | number | null)[]): string {
  // JSON keeps part borders: ["ab","c"] and ["a","bc"] must differ.
  const digest = createHash('sha256')
    .update(JSON.stringify([type, ...parts]))
    .digest('hex');
  return `${ID_PREFIXES[type]}_${digest.slice(0, 32)}`;
}

/** The node type an id belongs to; null for a text that cannot be an id. Does not say that the node exists. */
export function typeOfId(id: string): NodeType | null {
  const prefix = ID.exec(id)?.[1];
  return prefix === undefined ? null : (TYPE_OF_PREFIX.get(prefix) ?? null);
}
