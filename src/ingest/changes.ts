import type { CheckedAnnotation } from './checked.ts';
import type { DocumentIdentity } from './identity.ts';
import { contentPieces, type EntityLinks, entityLinks, resolved } from './links.ts';
import { mentionRows } from './mention-rows.ts';
import { relationRows } from './relation-rows.ts';
import type { Resolution } from './resolution.ts';
import type { MentionRows, NodeRow, RelationRows, StatementRows } from './rows.ts';
import { statementRows } from './statement-rows.ts';
import { packDocument } from './stored-document.ts';

/** When a document came into the graph, and who brought it: null for somebody at the store itself. */
export interface Recording {
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

/** The nodes for one document, its article, version and run. They do not depend on which entities it means. */
export interface DocumentNodes {
  /** What identifies it; the rest comes from its current run. */
  readonly article: NodeRow;
  readonly version: NodeRow;
  readonly run: NodeRow;
}

/** What one run's document says, as plain rows. */
export interface Changes {
  readonly mentions: MentionRows;
  readonly statements: StatementRows;
  readonly relations: RelationRows;
  readonly links: EntityLinks;
  /** Who published the article. */
  readonly outletId: string | null;
}

export function nodesOf(
  { document, offsets }: CheckedAnnotation,
  identity: DocumentIdentity,
  { recordedAt, recordedBy }: Recording,
): DocumentNodes {
  const { article, run } = document;
  return {
    article: { id: identity.articleId, key: article.key ?? null },
    version: {
      id: identity.versionId,
      articleId: identity.articleId,
      text: article.text ?? null,
      sha256: identity.textSha256,
      length: offsets.length,
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
      document: packDocument(document),
      recordedAt,
      recordedBy,
      title: article.title,
      url: article.url,
      language: article.language,
      publishedAt: article.publishedAt,
    },
  };
}

/** Pure: the same document, resolution, standing and time give the same rows in the same order. */
export function changesOf(
  checked: CheckedAnnotation,
  identity: DocumentIdentity,
  resolution: Resolution,
  current: boolean,
  recordedAt: string,
): Changes {
  const { document } = checked;
  const pieces = contentPieces(document, identity.runId);
  const context = { checked, identity, resolution, current, recordedAt, pieces };
  const { outlet } = document.article;
  return {
    mentions: mentionRows(context),
    statements: statementRows(context),
    relations: relationRows(context),
    links: entityLinks(document, identity.runId, resolution),
    outletId: outlet === null ? null : resolved(resolution, outlet),
  };
}
