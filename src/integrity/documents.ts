import { createHash } from 'node:crypto';
import { OnrecordError, type Problem } from '../errors.ts';
import type { Row } from '../graph/database.ts';
import type { CurrentVersion } from '../ingest/anchors.ts';
import { checkAnnotation } from '../ingest/check.ts';
import type { CheckedAnnotation } from '../ingest/checked.ts';
import { type DocumentIdentity, identityOf } from '../ingest/identity.ts';
import { unpackDocument } from '../ingest/stored-document.ts';
import { toNormalForm } from '../text/normalize.ts';
import { OffsetText } from '../text/offsets.ts';
import type { Finding } from './rules.ts';

/** A run as its node has it, and where it stands. */
export interface RunInGraph {
  readonly id: string;
  readonly versionId: string;
  readonly articleId: string;
  /** The current version of its article, against which evidence of earlier ones is held; null where its own is that. */
  readonly against: CurrentOfArticle | null;
  readonly properties: Row;
  /** Whether it should be the current run of its article. */
  readonly current: boolean;
}

/** The current version of an article with several. */
export type CurrentOfArticle = Omit<CurrentVersion, 'text'>;

/** A run whose document could be read. */
export interface ReadRun {
  readonly run: RunInGraph;
  readonly checked: CheckedAnnotation;
  /** That version with its text; null where its own is that. */
  readonly current: CurrentVersion | null;
  /** With the ids that the graph has, so that one wrong id is not one for each record. */
  readonly identity: DocumentIdentity;
}

/** Problems of a document that a finding names. */
const MAX_PROBLEMS = 3;

/** Whether a version has the text that it says, in normal form. That it says so at all is another rule. */
export function checkText(id: string, text: string, version: Row): Finding[] {
  const hash = createHash('sha256').update(text, 'utf8').digest('hex');
  const points = new OffsetText(text).length;
  const { sha256 = hash, length = points } = version;
  const wrong =
    sha256 === hash && length === points
      ? []
      : [
          `its text has the hash ${hash} and ${points} code points, and the version says ${String(sha256)} and ${String(length)}`,
        ];
  if (toNormalForm(text) !== text)
    wrong.push('its text is not in the normal form NFC, in which offsets count');
  if (wrong.length === 0) return [];
  const detail = `ArticleVersion ${id}: ${wrong.join('; ')}; its documents were not compared`;
  return [{ rule: 'text-hash', id, detail }];
}

/** Unpacks the document of a run over the text of its version, and checks it as if it came in now. Texts are by version. */
export function readDocument(
  run: RunInGraph,
  packed: string | null,
  texts: ReadonlyMap<string, string>,
): { readonly read: ReadRun | null; readonly findings: readonly Finding[] } {
  const { id } = run;
  const invalid = (reason: string) => ({
    read: null,
    findings: [
      { rule: 'document-valid', id, detail: `ExtractionRun ${id}: its document ${reason}` } as const,
    ],
  });
  const text = texts.get(run.versionId);
  const current = withText(run.against, texts);
  if (text === undefined || (run.against !== null && current === null)) return { read: null, findings: [] };
  if (packed === null) return invalid('is missing');
  let document: unknown;
  try {
    const stored = unpackDocument(packed);
    document = { ...stored, article: { ...stored.article, text } };
  } catch (error) {
    return invalid(`cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    const checked = checkAnnotation(document);
    const own = identityOf(checked.document);
    const { versionId, articleId } = run;
    return {
      read: {
        run,
        checked,
        current,
        identity: { ...own, runId: id, versionId, articleId },
      },
      findings: idFindings(run, own),
    };
  } catch (error) {
    return invalid(`breaks the format: ${problemsIn(error)}`);
  }
}

function withText(
  against: CurrentOfArticle | null,
  texts: ReadonlyMap<string, string>,
): CurrentVersion | null {
  const text = against === null ? undefined : texts.get(against.id);
  return against === null || text === undefined ? null : { ...against, text };
}

function idFindings({ id, versionId, articleId }: RunInGraph, own: DocumentIdentity): Finding[] {
  const ids = [
    ['ExtractionRun', id, own.runId],
    ['ArticleVersion', versionId, own.versionId],
    ['Article', articleId, own.articleId],
  ] as const;
  return ids
    .filter(([, is, wanted]) => is !== wanted)
    .map(([label, is, wanted]) => ({
      rule: 'record-ids',
      id: is,
      detail: `${label} ${is}: the document of run ${id} makes its id ${wanted}`,
    }));
}

/** That a document cannot be used, `reason` says why: "its document is missing". */
export function unreadable(id: string, reason: string): Finding {
  return { rule: 'document-valid', id, detail: `ExtractionRun ${id}: its document ${reason}` };
}

/** What a document breaks, in words. Throws what says nothing of a document. */
export function problemsIn(error: unknown): string {
  if (!(error instanceof OnrecordError) || error.code !== 'INVALID_INPUT') throw error;
  const { problems = [] } = error.details as { readonly problems?: readonly Problem[] };
  const shown = problems.slice(0, MAX_PROBLEMS).map(({ pointer, reason }) => `${pointer} ${reason}`);
  const more = problems.length > MAX_PROBLEMS ? `; and ${problems.length - MAX_PROBLEMS} more problems` : '';
  return problems.length === 0 ? error.message : shown.join('; ') + more;
}
