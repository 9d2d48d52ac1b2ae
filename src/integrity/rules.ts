/**
 * The rules that the check proves, each with what it says. Constraints of an engine could hold few of them. What a broken one means, and
 * what to do about it, stands in `docs/operations/integrity.md`.
 */
export const RULES = {
  'model-version':
    'The graph says once which version of the graph model it was written for, and it is this program’s.',
  'known-labels': 'Every node has the labels of one kind of thing, and no others.',
  'known-relationships': 'Every relationship is of a type that the graph model has between such nodes.',
  'required-properties': 'No node lacks a property that all of its kind have.',
  'unique-keys': 'No two nodes of a kind have the same key.',
  'no-orphans': 'Every node is led to from what it comes from.',
  'words-known': 'Every word of a name, a title, a text or a statement is a Word, so that prefixes find it.',

  'document-valid':
    'The document that a run keeps can be read, and keeps every rule of the format over its version’s text.',
  'document-hash': 'The document that a run keeps has the hash that the run says.',
  'text-hash':
    'The text of an article version is in NFC, and has the hash and the length that the version says.',
  'record-ids':
    'The ids of articles, versions and runs are the hashes of what their documents are identified by.',
  'run-of-document': 'A run has the properties that its document gives, and annotates one version.',
  'run-entities':
    'A run describes the entities of its document, as the document does, under the keys that follow from it.',
  'run-relations': 'A run asserts the relations of its document, between the entities that these are.',

  'version-numbers':
    'The versions of an article are numbered from 1, in the order in which they were retrieved.',
  'one-current-version': 'Exactly one version of an article is current: the last, and the article names it.',
  'one-current-run':
    'Exactly one run of an article is current: of the current version, by hand before by tool, then the latest.',
  'records-current': 'What a run produced is current while the run is, and only then.',
  'version-times':
    'A version was retrieved when the latest of its documents says, and recorded with one of its runs.',
  'article-of-run': 'An article has the properties that its current run gives.',
  'article-words': 'The words by which an article is found are those of its title and current text.',
  'published-by': 'An article is published by whom its current run names, and nobody else.',

  redaction:
    'An article keeps as much of its words as the decisions to redact it say: then neither it nor a document has the text, or longer words; and no version has a text that no document has.',

  'mention-of-document': 'The mentions of a run are those of its document, each once.',
  'mention-exact':
    'The words and offsets of a mention are those of its document, which stand so in the text.',
  'mention-referents':
    'A mention refers to what its document says, and points back to the mention that it says.',
  'statement-of-document': 'The statements of a run are those of its document, each once.',
  'statement-content':
    'A statement has the content that its document gives, and the words of it; only a silence has none.',
  'statement-quote':
    'A direct or mixed statement has the words in quotation marks, or the turn, that its document gives; a paraphrase has none.',
  'statement-source':
    'A statement is said by whom its document says, as what and on whose behalf, and its sourceState follows from that.',
  'addressee-state':
    'A statement is told to whom its document says: KNOWN, UNKNOWN or NONE, in these words, carried or not.',
  'statement-subjects':
    'A statement is about what its document says, and mentions what stands in its content.',
  'nesting-acyclic':
    'Statements nest as their document says: never in a circle, and as deep as their depth tells.',
  'evidence-of-document':
    'The evidence of a statement or relation is that of its document, each piece once, with the statement that claims it.',
  'evidence-exact':
    'The words and offsets of evidence are those of its document, which stand so in the text.',
  'list-places':
    'Records, and the relationships that lists follow, have the places that their dates, ids and visibility make.',
  anchors:
    'Evidence of an earlier version says where it stands in the current one, and a statement of which no word is left there has lapsed.',
  'withdrawal-decided':
    'A statement is withdrawn while a decision to withdraw it stands, at its time and for its reason.',

  'key-of-document': 'A key says what documents identify an entity by.',
  'key-names': 'A key is called what current runs call it.',
  'key-entity': 'A key that runs describe is of exactly one entity; any other is of none.',
  'key-root':
    'Keys are of one entity where all documents and decisions together say so, and that entity has its id from their root; where it would be another without decisions, the key says which.',
  'merge-decided': 'A key is merged into another while a decision to merge it stands, and only then.',
  'entity-facts': 'An entity is what current runs together say of it; if none does, what all say.',
  'entity-label': 'An entity has the label of its type, and its id the prefix.',
  'entity-names': 'An entity is looked up by its name and aliases, and by nothing else.',
  'entity-words': 'The words by which an entity is found are those of its name and aliases.',
  'entity-offices':
    'A position is of the organizations and countries that its keys say, and accredited to those.',
  'qid-unique': 'A QID is of one entity: of those that documents give it to, the one that is named first.',

  'relation-id':
    'The id of a relation is the hash of its type, ends and dates, and its days follow from the dates.',
  'relation-ends': 'A relation leads from and to the entities that it names.',
  'relation-standing':
    'A relation has the first of its references; it is shown with one or with current evidence, and a fact with one or when an article says it in its own voice; neither where both ends are one.',
  'relation-edge':
    'Beside a relation there is one relationship of its type, with its id and whether it is a fact; and none without a relation.',

  'decision-complete':
    'A decision has an actor, a time, a reason, and all that its kind needs to be made again.',
  'decision-id': 'The id of a decision is the hash of what it says.',
  'decision-concerns': 'A decision concerns the statement and the keys that it is about, and nothing else.',
  'decision-standing':
    'A decision stands until another one takes it back; one that takes back does not stand itself.',
} as const satisfies Record<string, string>;

export type RuleName = keyof typeof RULES;

export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

/** Something in the graph that breaks a rule. */
export interface Finding {
  readonly rule: RuleName;
  /** Of the node; null for one that has no id. */
  readonly id: string | null;
  /** What is wrong, in words, with the ids of what else it is about. */
  readonly detail: string;
}
