import type { Query } from '../graph/database.ts';
import { keyOf, LABELS, type Label } from './shape.ts';

/* What all queries of the check are made of. They read whatever is there, also what should not be. */

/** Of a node that is bound as `n`. */
export const NODE_COLUMNS = 'elementId(n) AS element, labels(n) AS labels, properties(n) AS properties';

/** Which kind of node `t` is. The most frequent come first. */
const LABEL_OF_END = `CASE ${[
  'Entity',
  'Evidence',
  'ArticleVersion',
  'ExtractionRun',
  'Mention',
  'Statement',
  'EntityKey',
  'Relation',
  'KeyName',
  'Name',
  'Article',
  'Decision',
  'Word',
]
  .map((label) => `WHEN t:${label} THEN '${label}'`)
  .join(' ')} END`;

/** Of a relationship `way` to a node `t`. */
export const WAY_COLUMNS = `type(way) AS type, properties(way) AS properties, coalesce(t.id, t.folded, t.keyText) AS end,
  ${LABEL_OF_END} AS label`;

/** A page of the keys of a label, in their order. A key that two nodes have comes twice. */
function keysOf(label: Label): Query {
  const key = keyOf(label);
  return {
    name: `integrity.keysOf${label}`,
    text: `
MATCH (n:${label})
WHERE n.${key} > $after
RETURN n.${key} AS key, labels(n) AS labels
ORDER BY key
LIMIT $limit`,
  };
}

export const KEYS_OF_LABELS: Readonly<Record<Label, Query>> = forLabels(keysOf);

export const COUNTS_OF_LABELS: Readonly<Record<Label, Query>> = forLabels((label) => ({
  name: `integrity.countOf${label}`,
  text: `MATCH (n:${label}) RETURN count(n) AS nodes`,
}));

/** The nodes without the property that is their key, which no page has. */
function withoutKeyOf(label: Label): Query {
  return {
    name: `integrity.withoutKeyOf${label}`,
    text: `
MATCH (n:${label})
WHERE n.${keyOf(label)} IS NULL
RETURN ${NODE_COLUMNS}
ORDER BY element
LIMIT $limit`,
  };
}

export const WITHOUT_KEY: Readonly<Record<Label, Query>> = forLabels(withoutKeyOf);

/** True on an engine whose relationships hold the places of what they come from. */
export const HAS_PLACES_ON_WAYS: Query = {
  name: 'integrity.hasPlacesOnWays',
  text: 'RETURN false AS places',
  indexed: 'RETURN true AS places',
};

function forLabels(make: (label: Label) => Query): Record<Label, Query> {
  return Object.fromEntries(LABELS.map((label) => [label, make(label)])) as Record<Label, Query>;
}
