import { dateKey } from '../date/partial.ts';
import { nodeId } from '../graph/id.ts';
import type { SourceState } from '../statement/model.ts';
import { placesOf } from '../statement/model-places.ts';
import { wordingOf } from '../statement/model-wording.ts';
import { evidenceSpans } from './anchors.ts';
import type { AnnotatedSpan, AnnotatedStatement } from './annotation.ts';
import { firstPoint } from './document-index.ts';
import { mentionId } from './mention-rows.ts';
import { quoteOf } from './quoted.ts';
import type { RowContext } from './row-context.ts';
import type { EdgeRow, EvidenceRow, NodeRow, StatementRows } from './rows.ts';
import { evidenceRow, textKey } from './span-rows.ts';

export function statementRows(context: RowContext): StatementRows {
  const { statements } = context.checked.document;
  const edges = (targets: (statement: AnnotatedStatement) => readonly string[]) =>
    statements.flatMap((statement) => {
      const from = statementId(context, statement.id);
      return targets(statement).map((to, order): EdgeRow => ({ from, to, order }));
    });
  const toStatements = (locals: (statement: AnnotatedStatement) => readonly (string | null)[]) =>
    edges((statement) => present(locals(statement)).map((local) => statementId(context, local)));
  return {
    statements: statements.map((statement) => propsOf(context, statement)),
    evidence: statements.flatMap((statement) => evidenceOf(context, statement)),
    namedAs: edges(({ source }) => present([source.mention]).map((local) => mentionId(context, local))),
    aboutStatements: toStatements(({ aboutStatements }) => aboutStatements),
    nestedIn: toStatements(({ within }) => [within]),
  };
}

export function statementId({ identity }: RowContext, localId: string): string {
  return nodeId('Statement', identity.runId, localId);
}

function propsOf(context: RowContext, statement: AnnotatedStatement): NodeRow {
  const { checked, identity, recordedAt } = context;
  const { publishedAt } = checked.document.article;
  const { addressee } = statement;
  // One digit: nesting has a bound. The outer statement comes before the one that begins with it.
  const depth = checked.index.outer(statement).length;
  const quote = quoteOf(checked, statement);
  const content = checked.text === null ? null : joined(statement.content);
  const sorted = {
    id: statementId(context, statement.id),
    dateKey: dateKey(statement.saidAt ?? publishedAt),
    recordedAt,
    textKey: `${textKey(context, firstPoint(statement))}:${depth}`,
  };
  return {
    ...sorted,
    ...placesOf(sorted),
    kind: statement.kind,
    acts: statement.acts,
    quote,
    content,
    ...wordingOf(checked.text === null ? quote : content),
    cue: joined(statement.cue.evidence),
    cueLemma: statement.cue.lemma,
    sourceState: sourceState(context, statement),
    addresseeState: addressee.state,
    addresseeText: addressee.text,
    addresseeCarried: addressee.carried,
    saidAt: statement.saidAt,
    publishedAt,
    saidKey: dateKey(statement.saidAt),
    publishedKey: dateKey(publishedAt),
    depth,
    confidence: statement.confidence,
    versionId: identity.versionId,
    articleId: identity.articleId,
    runId: identity.runId,
    current: context.current,
  };
}

function sourceState({ checked }: RowContext, { source }: AnnotatedStatement): SourceState {
  if (source.speakers.length === 0) return 'NONE';
  const unnamed = source.speakers.every(
    (id) => checked.index.entities.get(id)?.item.type === 'UNNAMED_SOURCE',
  );
  return unnamed ? 'UNNAMED' : 'NAMED';
}

function evidenceOf(context: RowContext, statement: AnnotatedStatement): EvidenceRow[] {
  const owner = statementId(context, statement.id);
  return evidenceSpans(statement).map(({ role, order, span }) =>
    evidenceRow(context, nodeId('Evidence', owner, role, order), owner, role, order, span),
  );
}

/** Null for no words, and for words of which some are not kept. */
function joined(spans: readonly AnnotatedSpan[]): string | null {
  const words = spans.flatMap(({ exact }) => exact ?? []);
  return words.length === 0 || words.length < spans.length ? null : words.join(' ');
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
