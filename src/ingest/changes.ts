import { NestedStretches } from '../text/nested.ts';
import type { AnnotatedSpan } from './annotation.ts';
import type { CheckedAnnotation } from './checked.ts';
import { entityRows } from './entity-rows.ts';
import type { DocumentIdentity } from './identity.ts';
import { mentionRows } from './mention-rows.ts';
import { relationRows } from './relation-rows.ts';
import type { Resolution } from './resolve.ts';
import { type ContentPiece, entityId } from './row-context.ts';
import type { EntityRows, MentionRows, NodeRow, RelationRows, StatementRows } from './rows.ts';
import { statementRows } from './statement-rows.ts';

/** What one document puts into the graph, as plain rows. `current` is not among them: it depends on the other runs. */
export interface Changes extends EntityRows {
  readonly identity: DocumentIdentity;
  /** What identifies it; the rest comes from its current run. */
  readonly article: NodeRow;
  readonly version: NodeRow;
  readonly run: NodeRow;
  readonly mentions: MentionRows;
  readonly statements: StatementRows;
  readonly relations: RelationRows;
}

/** Pure: the same document, resolution and time give the same rows in the same order. */
export function changesOf(
  checked: CheckedAnnotation,
  identity: DocumentIdentity,
  resolution: Resolution,
  recordedAt: string,
  recordedBy: string | null = null,
): Changes {
  const { document, text, index } = checked;
  const { article, run } = document;
  const pieces = document.statements
    .toSorted((a, b) => index.outer(a).length - index.outer(b).length)
    .flatMap(({ id, content }) => content.map((piece) => pieceOf(piece, id)));
  const context = { checked, identity, resolution, recordedAt, pieces: new NestedStretches(pieces) };
  return {
    identity,
    article: { id: identity.articleId, key: article.key ?? null },
    version: {
      id: identity.versionId,
      articleId: identity.articleId,
      text: article.text,
      sha256: identity.textSha256,
      length: text.length,
      recordedAt,
    },
    run: {
      id: identity.runId,
      versionId: identity.versionId,
      method: run.method,
      tool: run.tool,
      version: run.version,
      startedAt: identity.startedAt,
      parameters: identity.parameters,
      documentSha256: identity.documentSha256,
      recordedAt,
      recordedBy,
      title: article.title,
      url: article.url,
      language: article.language,
      publishedAt: article.publishedAt,
      outletId: article.outlet === null ? null : entityId(context, article.outlet),
    },
    ...entityRows(context),
    mentions: mentionRows(context),
    statements: statementRows(context),
    relations: relationRows(context),
  };
}

function pieceOf({ start, end }: AnnotatedSpan, statementId: string): ContentPiece {
  return { start, end, statementId };
}
