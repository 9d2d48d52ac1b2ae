import { ENTITY_NODE_TYPES } from '../entity/model.ts';
import { RELATION_TYPES } from '../relation/model.ts';
import type { RuleName } from './rules.ts';

/* What the graph is made of, as `docs/graph-model.md` has it. */

/** The labels of nodes by which they are told apart. */
export const LABELS = [
  'Article',
  'ArticleVersion',
  'Decision',
  'Entity',
  'EntityKey',
  'Evidence',
  'ExtractionRun',
  'GraphModel',
  'KeyName',
  'Mention',
  'Name',
  'Relation',
  'Statement',
  'Word',
  'WriteLock',
] as const;
export type Label = (typeof LABELS)[number];

/** Sets of labels that nodes may have, each sorted and joined by a space. */
export const LABEL_SETS: ReadonlySet<string> = new Set([
  ...LABELS.filter((label) => label !== 'Entity'),
  ...Object.values(ENTITY_NODE_TYPES).map((label) => ['Entity', label].toSorted().join(' ')),
]);

/** The property that is the key of a node. */
export function keyOf(label: Label): 'id' | 'folded' | 'keyText' {
  if (label === 'KeyName') return 'keyText';
  return label === 'Name' || label === 'Word' ? 'folded' : 'id';
}

/** How nodes of a kind are compared with what they should be. */
export interface NodeKind {
  readonly label: Label;
  /** What a missing, doubled or surplus node breaks, and every property that is not named below. */
  readonly rule: RuleName;
  readonly properties: Readonly<Record<string, RuleName>>;
  /** Properties that all nodes of the kind have. */
  readonly required: readonly string[];
  /** Of the required properties those that a node may lack where the text that they are from is withheld. */
  readonly words: readonly string[];
  /** Properties that follow from nothing else in the graph, or are looked at elsewhere. They are not compared. */
  readonly free: readonly string[];
}

const EXACT = ['exact', 'start', 'end', 'startUtf16', 'endUtf16'] as const;

export const MENTION: NodeKind = {
  label: 'Mention',
  rule: 'mention-of-document',
  properties: {
    ...each(EXACT, 'mention-exact'),
    ...each(['textKey', 'textPlace'], 'list-places'),
    current: 'records-current',
  },
  required: [
    'id',
    'kind',
    'reading',
    ...EXACT,
    'textKey',
    'textPlace',
    'versionId',
    'articleId',
    'runId',
    'current',
  ],
  words: ['exact'],
  free: [],
};

const SORT_KEYS = ['textKey', 'latestPlace', 'earliestPlace', 'newestPlace', 'oldestPlace', 'textPlace'];

export const STATEMENT: NodeKind = {
  label: 'Statement',
  rule: 'statement-of-document',
  properties: {
    ...each(['content', 'words', 'wordCount', 'wording'], 'statement-content'),
    ...each(['kind', 'quote'], 'statement-quote'),
    sourceState: 'statement-source',
    ...each(['addresseeState', 'addresseeText', 'addresseeCarried'], 'addressee-state'),
    depth: 'nesting-acyclic',
    ...each([...SORT_KEYS, 'dateKey', 'saidKey', 'publishedKey'], 'list-places'),
    current: 'records-current',
    ...each(['withdrawnAt', 'withdrawnReason'], 'withdrawal-decided'),
    ...each(['lapsedAt', 'lapsedReason'], 'anchors'),
  },
  required: [
    'id',
    'kind',
    'acts',
    'words',
    'wordCount',
    'sourceState',
    'addresseeState',
    'addresseeCarried',
    'depth',
    'confidence',
    ...SORT_KEYS,
    'recordedAt',
    'versionId',
    'articleId',
    'runId',
    'current',
  ],
  words: [],
  free: [],
};

const ANCHOR = [
  'anchorVersionId',
  'anchorVerdict',
  'anchorStart',
  'anchorEnd',
  'anchorStartUtf16',
  'anchorEndUtf16',
  'anchorExact',
];

export const EVIDENCE: NodeKind = {
  label: 'Evidence',
  rule: 'evidence-of-document',
  properties: {
    ...each([...EXACT, 'prefix', 'suffix', 'verdict'], 'evidence-exact'),
    ...each(ANCHOR, 'anchors'),
    current: 'records-current',
  },
  required: ['id', 'role', 'order', ...EXACT, 'prefix', 'suffix', 'verdict', 'versionId', 'runId', 'current'],
  words: ['exact', 'prefix', 'suffix'],
  free: [],
};

export const RUN: NodeKind = {
  label: 'ExtractionRun',
  rule: 'run-of-document',
  properties: { documentSha256: 'document-hash', current: 'one-current-run' },
  required: [
    'id',
    'versionId',
    'method',
    'tool',
    'version',
    'startedAt',
    'parameters',
    'documentSha256',
    'document',
    'language',
    'recordedAt',
    'current',
  ],
  words: [],
  free: ['recordedAt', 'recordedBy', 'document'],
};

export const VERSION: NodeKind = {
  label: 'ArticleVersion',
  rule: 'record-ids',
  properties: {
    number: 'version-numbers',
    current: 'one-current-version',
    text: 'redaction',
    ...each(['sha256', 'length'], 'text-hash'),
    ...each(['recordedAt', 'retrievedAt'], 'version-times'),
  },
  required: ['id', 'articleId', 'number', 'current', 'text', 'sha256', 'length', 'recordedAt'],
  words: ['text'],
  free: [],
};

export const ARTICLE: NodeKind = {
  label: 'Article',
  rule: 'article-of-run',
  properties: {
    key: 'record-ids',
    currentVersionId: 'one-current-version',
    words: 'article-words',
    keepLength: 'redaction',
  },
  required: ['id', 'language', 'currentVersionId', 'words'],
  words: [],
  free: ['key', 'words'],
};

export const ENTITY_KEY: NodeKind = {
  label: 'EntityKey',
  rule: 'key-of-document',
  properties: {},
  required: ['id', 'type'],
  words: [],
  free: [],
};

export const ENTITY: NodeKind = {
  label: 'Entity',
  rule: 'entity-facts',
  properties: { type: 'entity-label', words: 'entity-words', qid: 'qid-unique' },
  required: ['id', 'type', 'name', 'sortName', 'namedBy', 'aliases', 'words', 'attested'],
  words: [],
  free: [],
};

export const RELATION: NodeKind = {
  label: 'Relation',
  rule: 'relation-id',
  properties: each(['reference', 'shown', 'fact'], 'relation-standing'),
  required: ['id', 'type', 'fromId', 'toId', 'shown', 'fact'],
  words: [],
  free: [],
};

export const DECISION: NodeKind = {
  label: 'Decision',
  rule: 'decision-complete',
  properties: { id: 'decision-id', standing: 'decision-standing', correctedRun: 'decision-standing' },
  required: ['id', 'kind', 'actor', 'at', 'reason', 'standing'],
  words: [],
  free: [],
};

/** The rule that a relationship breaks which is missing, doubled, surplus or differs, by its type. */
export const WAY_RULES: Readonly<Record<string, RuleName>> = {
  FOUND_IN: 'mention-of-document',
  ...each(['REFERS_TO', 'LITERALLY', 'ANTECEDENT'], 'mention-referents'),
  ...each(['REPORTED_IN', 'GENERATED_BY'], 'statement-of-document'),
  ...each(['SAID_BY', 'SPEAKING_AS', 'ON_BEHALF_OF', 'NAMED_AS'], 'statement-source'),
  TOLD_TO: 'addressee-state',
  ...each(['ABOUT', 'MENTIONS'], 'statement-subjects'),
  NESTED_IN: 'nesting-acyclic',
  ...each(['EVIDENCED_BY', 'CLAIMED_IN'], 'evidence-of-document'),
  ANNOTATES: 'run-of-document',
  DESCRIBES: 'run-entities',
  ASSERTS: 'run-relations',
  HAS_VERSION: 'record-ids',
  PUBLISHED_BY: 'published-by',
  KEY_OF: 'key-root',
  MERGED_INTO: 'merge-decided',
  CONCERNS: 'decision-concerns',
  UNDONE_BY: 'decision-standing',
  CALLED: 'key-names',
  NAMED: 'entity-names',
  ...each(['OFFICE_OF', 'ACCREDITED_TO'], 'entity-offices'),
  ...each(['FROM_ENTITY', 'TO_ENTITY'], 'relation-ends'),
  ...each(RELATION_TYPES, 'relation-edge'),
};

function each(names: readonly string[], rule: RuleName): Record<string, RuleName> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}
