import { createHash } from 'node:crypto';
import { nodeId } from '../graph/id.ts';
import type { Annotation } from './annotation.ts';

/** What says which article, which version of it and which run a document is. */
export interface DocumentIdentity {
  readonly articleId: string;
  readonly versionId: string;
  readonly runId: string;
  /** Of the text in Unicode NFC, in UTF-8. */
  readonly textSha256: string;
  /** Of the whole document in canonical form, with its text also where that is withheld: equal for documents that say the same. */
  readonly documentSha256: string;
  /** UTC with milliseconds. */
  readonly startedAt: string;
  readonly retrievedAt: string | null;
  /** Canonical JSON. */
  readonly parameters: string;
}

/** Of a checked document: one that is given in another normal form is the same. */
export function identityOf(document: Annotation): DocumentIdentity {
  const { article, run } = document;
  const { withheld } = article;
  const textSha256 = withheld?.sha256 ?? sha256(article.text ?? '');
  const articleId = nodeId('Article', article.key ?? article.url ?? textSha256);
  const versionId = nodeId('ArticleVersion', articleId, textSha256);
  const startedAt = instant(run.startedAt);
  const parameters = canonicalJson(run.parameters);
  return {
    articleId,
    versionId,
    runId: nodeId('ExtractionRun', versionId, run.method, run.tool, run.version, startedAt, parameters),
    textSha256,
    documentSha256: withheld?.documentSha256 ?? sha256(canonicalDocument(document)),
    startedAt,
    retrievedAt: article.retrievedAt === null ? null : instant(article.retrievedAt),
    parameters,
  };
}

/** As JSON in canonical form, with what it left to defaults written out: the text that its hash is of. How it was recorded is no part of it. */
export function canonicalDocument({ $schema: _, recorded: __, ...rest }: Annotation): string {
  return canonicalJson(rest);
}

/** JSON with the keys of every object sorted and nothing between the tokens. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** An instant as the graph keeps it: in UTC with milliseconds. */
export function instant(text: string): string {
  return new Date(text).toISOString();
}
