/** A property whose value no two nodes of the label share. Nodes without the property are free of it. Always indexed. */
export interface UniqueKey {
  readonly name: string;
  readonly label: string;
  readonly property: string;
}

/** A range index: equality, prefix and order. */
export interface RangeIndex {
  readonly name: string;
  readonly label: string;
  readonly property: string;
}

/** A range index on a property of relationships, where the engine has such; lists that are long read it in its order. */
export interface RelationshipIndex {
  readonly name: string;
  readonly type: string;
  readonly property: string;
}

/** A full-text index over a property that holds folded words between white space; a node without the property is not in it. */
export interface TextIndex {
  readonly name: string;
  readonly label: string;
  readonly property: string;
}

/** Constraints and indexes as data; each adapter renders them in its own DDL. */
export interface GraphPlan {
  /** Goes up when graphs that are there lack something that queries go by. */
  readonly version: number;
  readonly unique: readonly UniqueKey[];
  readonly indexes: readonly RangeIndex[];
  readonly relationshipIndexes: readonly RelationshipIndex[];
  readonly texts: readonly TextIndex[];
}

/** What can be found by its words. */
export const TEXT_INDEXES = {
  entity: { name: 'entity_words', label: 'Entity', property: 'words' },
  statement: { name: 'statement_words', label: 'Statement', property: 'words' },
  article: { name: 'article_words', label: 'Article', property: 'words' },
} as const satisfies Record<string, TextIndex>;

/** Where a statement stands in each order of lists: `docs/graph-model.md` says how they are made. */
export const STATEMENT_PLACES = [
  'latestPlace',
  'earliestPlace',
  'newestPlace',
  'oldestPlace',
  'textPlace',
] as const;
export type StatementPlace = (typeof STATEMENT_PLACES)[number];

/** What the project's queries stand on: one key for each label, and the properties that lists and look-ups start from. */
export const GRAPH_PLAN: GraphPlan = {
  version: 3,
  unique: [
    { name: 'entity_id', label: 'Entity', property: 'id' },
    { name: 'entity_qid', label: 'Entity', property: 'qid' },
    { name: 'entity_key_id', label: 'EntityKey', property: 'id' },
    { name: 'key_name_text', label: 'KeyName', property: 'text' },
    { name: 'name_folded', label: 'Name', property: 'folded' },
    { name: 'word_folded', label: 'Word', property: 'folded' },
    { name: 'article_id', label: 'Article', property: 'id' },
    { name: 'article_version_id', label: 'ArticleVersion', property: 'id' },
    { name: 'mention_id', label: 'Mention', property: 'id' },
    { name: 'statement_id', label: 'Statement', property: 'id' },
    { name: 'evidence_id', label: 'Evidence', property: 'id' },
    { name: 'extraction_run_id', label: 'ExtractionRun', property: 'id' },
    { name: 'relation_id', label: 'Relation', property: 'id' },
    { name: 'decision_id', label: 'Decision', property: 'id' },
  ],
  indexes: [
    { name: 'entity_sort_name', label: 'Entity', property: 'sortName' },
    { name: 'entity_key_own', label: 'EntityKey', property: 'own' },
    { name: 'entity_key_qid', label: 'EntityKey', property: 'qid' },
    { name: 'entity_key_of', label: 'EntityKey', property: 'ofKey' },
    { name: 'entity_key_accredited', label: 'EntityKey', property: 'accreditedKey' },
    { name: 'article_url', label: 'Article', property: 'url' },
    { name: 'article_date_key', label: 'Article', property: 'dateKey' },
    { name: 'decision_at', label: 'Decision', property: 'at' },
    { name: 'decision_run', label: 'Decision', property: 'runId' },
    { name: 'article_version_sha256', label: 'ArticleVersion', property: 'sha256' },
    ...STATEMENT_PLACES.map((property) => ({
      name: `statement_${snake(property)}`,
      label: 'Statement',
      property,
    })),
  ],
  relationshipIndexes: [
    ...['SAID_BY', 'ABOUT', 'TOLD_TO'].flatMap((type) =>
      STATEMENT_PLACES.map((property) => ({
        name: `${type.toLowerCase()}_${snake(property)}`,
        type,
        property,
      })),
    ),
    ...['REFERS_TO', 'LITERALLY'].map((type) => ({
      name: `${type.toLowerCase()}_text_place`,
      type,
      property: 'textPlace',
    })),
  ],
  texts: Object.values(TEXT_INDEXES),
};

function snake(property: string): string {
  return property.replace('Place', '_place');
}
