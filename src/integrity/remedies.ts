import type { RuleName } from './rules.ts';

/** What to do about findings, each as a sentence for whoever runs the check. */
const REMEDIES = {
  REBUILD:
    'It follows from documents and decisions: "onrecord export graph.jsonl", then "onrecord import graph.jsonl" into an empty graph, makes it anew.',
  DOCUMENT:
    'Documents themselves are damaged: take the graph from a backup or an older export, or ingest the articles again from where they came into an empty graph.',
  DECISION:
    'Decisions themselves are damaged: take the graph from a backup or an older export, or decide again what they should say in a graph without them.',
  PART: 'Of an Article, ArticleVersion, ExtractionRun or Decision: take the graph from a backup or an older export. Of anything else: "onrecord export graph.jsonl", then "onrecord import graph.jsonl" into an empty graph, makes it anew.',
  REDACTION:
    'Redact the article again with a smaller --keep; or export the graph, import it into an empty one, where redactions hold for whatever comes in, and delete the old one. What a document or a decision to redact lost comes from a backup.',
  STRANGER:
    'The project writes nothing of this kind: delete it, and give whatever wrote it a database of its own.',
  MODEL:
    'Export the graph with the release that wrote it, and import it with this one into an empty graph; a graph that says nothing of its model was written for version 1.',
} as const;
type Remedy = keyof typeof REMEDIES;

/** Those that are not put right by making the graph anew from what it has. */
const OTHERS: Readonly<Partial<Record<RuleName, Remedy>>> = {
  'model-version': 'MODEL',
  'known-labels': 'STRANGER',
  'known-relationships': 'STRANGER',
  'required-properties': 'PART',
  'unique-keys': 'PART',
  'no-orphans': 'PART',
  'document-valid': 'DOCUMENT',
  'document-hash': 'DOCUMENT',
  'text-hash': 'DOCUMENT',
  'record-ids': 'DOCUMENT',
  'run-of-document': 'DOCUMENT',
  redaction: 'REDACTION',
  'decision-complete': 'DECISION',
  'decision-id': 'DECISION',
  'decision-concerns': 'DECISION',
  'decision-standing': 'DECISION',
};

/** What to do about whatever breaks a rule. */
export function remedyOf(rule: RuleName): string {
  return REMEDIES[OTHERS[rule] ?? 'REBUILD'];
}

/** Whether documents and decisions are whole where only such rules are broken, so that an export of them makes the graph anew. */
export function isDerived(rule: RuleName): boolean {
  return OTHERS[rule] === undefined;
}
