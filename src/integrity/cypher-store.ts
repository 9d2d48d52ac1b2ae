import type { Query } from '../graph/database.ts';
import { NODE_COLUMNS, WAY_COLUMNS } from './cypher.ts';
import { LABELS, type Label } from './shape.ts';

/* What is looked at in all nodes of a label at once. Each query reads them one after the other and keeps none. */

export const GRAPH_MODELS: Query = {
  name: 'integrity.graphModels',
  text: `
MATCH (n:GraphModel)
RETURN ${NODE_COLUMNS}
ORDER BY element
LIMIT $limit`,
};

/** Nodes of no kind. To read the labels of all nodes would take an engine more memory than the graph. */
export const STRANGERS: Query = {
  name: 'integrity.strangers',
  text: `
MATCH (n)
WHERE ${LABELS.map((label) => `NOT n:${label}`).join(' AND ')}
RETURN ${NODE_COLUMNS}
ORDER BY element
LIMIT $limit`,
};

/** Relationships from nodes that have none. */
function waysFrom(label: string): Query {
  return {
    name: `integrity.waysFrom${label}`,
    text: `
MATCH (n:${label})-[way]->(t)
RETURN coalesce(n.id, n.folded, n.keyText) AS start, ${WAY_COLUMNS}
ORDER BY start, type, end
LIMIT $limit`,
  };
}

export const WAYS_FROM_ENDS: readonly Query[] = [
  'ArticleVersion',
  'KeyName',
  'Name',
  'Word',
  'GraphModel',
].map(waysFrom);

interface Orphans {
  readonly label: Label;
  /** What makes a node one, in words. */
  readonly missing: string;
  readonly query: Query;
}

/** Nodes that nothing leads to. */
function orphans(label: Label, missing: string, condition: string): Orphans {
  return {
    label,
    missing,
    query: {
      name: `integrity.orphansOf${label}`,
      text: `
MATCH (n:${label})
WHERE ${condition}
RETURN ${NODE_COLUMNS}
ORDER BY element
LIMIT $limit`,
    },
  };
}

export const ORPHANS: readonly Orphans[] = [
  orphans('Article', 'it has no version', 'NOT EXISTS { MATCH (n)-[:HAS_VERSION]->(:ArticleVersion) }'),
  orphans('ArticleVersion', 'no article has it', 'NOT EXISTS { MATCH (n)<-[:HAS_VERSION]-(:Article) }'),
  orphans(
    'ExtractionRun',
    'it annotates no version',
    'NOT EXISTS { MATCH (n)-[:ANNOTATES]->(:ArticleVersion) }',
  ),
  orphans(
    'Mention',
    'it is found in no version that its run annotates',
    'NOT EXISTS { MATCH (n)-[:FOUND_IN]->(:ArticleVersion)<-[:ANNOTATES]-(run:ExtractionRun) WHERE run.id = n.runId }',
  ),
  orphans('Statement', 'no run generated it', 'NOT EXISTS { MATCH (n)-[:GENERATED_BY]->(:ExtractionRun) }'),
  orphans(
    'Evidence',
    'it is evidence of no statement, and no run generated it',
    'NOT EXISTS { MATCH (n)<-[:EVIDENCED_BY]-(:Statement) } AND NOT EXISTS { MATCH (n)-[:GENERATED_BY]->(:ExtractionRun) }',
  ),
  orphans(
    'EntityKey',
    'no run describes it, and no decision concerns it',
    'NOT EXISTS { MATCH (n)<-[:DESCRIBES]-(:ExtractionRun) } AND NOT EXISTS { MATCH (n)<-[:CONCERNS]-(:Decision) }',
  ),
  orphans('Entity', 'no key is of it', 'NOT EXISTS { MATCH (n)<-[:KEY_OF]-(:EntityKey) }'),
  orphans('KeyName', 'no key is called so', 'NOT EXISTS { MATCH (n)<-[:CALLED]-(:EntityKey) }'),
  orphans('Name', 'no entity has it', 'NOT EXISTS { MATCH (n)<-[:NAMED]-(:Entity) }'),
  orphans('Relation', 'no run asserts it', 'NOT EXISTS { MATCH (n)<-[:ASSERTS]-(:ExtractionRun) }'),
];
