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

/** A full-text index over a property that holds folded words between white space; a node without the property is not in it. */
export interface TextIndex {
  readonly name: string;
  readonly label: string;
  readonly property: string;
}

/** Constraints and indexes as data; each adapter renders them in its own DDL. */
export interface GraphPlan {
  readonly unique: readonly UniqueKey[];
  readonly indexes: readonly RangeIndex[];
  readonly texts: readonly TextIndex[];
}

/** What can be found by its words. */
export const TEXT_INDEXES = {
  entity: { name: 'entity_words', label: 'Entity', property: 'words' },
  statement: { name: 'statement_words', label: 'Statement', property: 'words' },
  article: { name: 'article_words', label: 'Article', property: 'words' },
} as const satisfies Record<string, TextIndex>;

/** What the project's queries stand on: one key for each label, and the properties that lists and look-ups start from. */
export const GRAPH_PLAN: GraphPlan = {
  unique: [
    { name: 'entity_id', label: 'Entity', property: 'id' },
    { name: 'entity_qid', label: 'Entity', property: 'qid' },
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
    { name: 'article_url', label: 'Article', property: 'url' },
    { name: 'article_date_key', label: 'Article', property: 'dateKey' },
    { name: 'article_version_sha256', label: 'ArticleVersion', property: 'sha256' },
    { name: 'statement_date_key', label: 'Statement', property: 'dateKey' },
    { name: 'statement_recorded_at', label: 'Statement', property: 'recordedAt' },
    { name: 'statement_text_key', label: 'Statement', property: 'textKey' },
  ],
  texts: Object.values(TEXT_INDEXES),
};
