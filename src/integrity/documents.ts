import { createHash } from 'node:crypto';
import { OnrecordError, type Problem } from '../errors.ts';
import type { Row } from '../graph/database.ts';
import type { CurrentVersion } from '../ingest/anchors.ts';
import type { Annotation } from '../ingest/annotation.ts';
import { checkAnnotation } from '../ingest/check.ts';
import type { CheckedAnnotation } from '../ingest/checked.ts';
import { canonicalDocument, type DocumentIdentity, identityOf } from '../ingest/identity.ts';
import { restoreDocument } from '../ingest/stored-document.ts';
import { withhold } from '../ingest/withhold.ts';
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
  /** Of an article whose text may not be kept, by decisions: the longest words that are; else null. */
  readonly keepLength: number | null;
}

/** The current version of an article with several. */
export type CurrentOfArticle = Omit<CurrentVersion, 'text'>;

/** A run whose document could be read. */
export interface ReadRun {
  readonly run: RunInGraph;
  readonly checked: CheckedAnnotation;
  /** Of its version; null where that has none. */
  readonly text: string | null;
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

export interface ReadDocument {
  readonly read: ReadRun | null;
  readonly findings: readonly Finding[];
  /** That it says what it says over a text, and not that the text is withheld. */
  readonly needsText: boolean;
}

/**
 * Unpacks the document of a run over the text of its version, and checks it as if it came in now. Texts are by version, null where a version
 * has none; those that are not what they were are absent.
 */
export function readDocument(
  run: RunInGraph,
  packed: string | null,
  texts: ReadonlyMap<string, string | null>,
): ReadDocument {
  const { id, versionId, articleId, against, keepLength } = run;
  const unread = (reason: string | null, needsText = false): ReadDocument => ({
    read: null,
    findings: reason === null ? [] : [unreadable(id, reason)],
    needsText,
  });
  const text = texts.get(versionId);
  const current = against === null ? null : withText(against, texts);
  if (text === undefined || current === undefined) return unread(null);
  if (packed === null) return unread('is missing');
  let document: Annotation;
  try {
    document = restoreDocument(packed, text);
  } catch (error) {
    return unread(`cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
  const needsText = document.article?.withheld === undefined;
  // Which of the two is wrong, the decisions say.
  if (needsText && keepLength !== null) return { ...unread(null), findings: [notWithheld(id)] };
  // That the text is missing is told of the version.
  if (needsText && text === null) return unread(null, true);
  try {
    const checked = checkAnnotation(document);
    const own = identityOf(checked.document);
    const read = { run, checked, text, current, identity: { ...own, runId: id, versionId, articleId } };
    return { read, findings: [...idFindings(run, own), ...keptFindings(run, checked)], needsText };
  } catch (error) {
    return unread(`breaks the format: ${problemsIn(error)}`, needsText);
  }
}

function notWithheld(id: string): Finding {
  const detail = `ExtractionRun ${id}: its document has words of an article that is redacted`;
  return { rule: 'redaction', id, detail };
}

/** To withhold twice is to withhold once. */
function keptFindings({ id, keepLength }: RunInGraph, checked: CheckedAnnotation): Finding[] {
  if (keepLength === null) return [];
  if (canonicalDocument(withhold(checked, keepLength)) === canonicalDocument(checked.document)) return [];
  const detail = `ExtractionRun ${id}: its document has words of more than the ${keepLength} code points that its article may keep`;
  return [{ rule: 'redaction', id, detail }];
}

/** Undefined where its text is not what it was. */
function withText(
  against: CurrentOfArticle,
  texts: ReadonlyMap<string, string | null>,
): CurrentVersion | undefined {
  const text = texts.get(against.id);
  return text === undefined ? undefined : { ...against, text };
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
