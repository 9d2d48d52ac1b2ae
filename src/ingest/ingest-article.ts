import type { Problem } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { text } from '../graph/rows.ts';
import type { Annotation, AnnotationInput } from './annotation.ts';
import { LATEST_RUN_OF_TOOL, LATEST_RUN_OF_TOOLS } from './cypher-runs.ts';
import type { Extraction } from './extractor.ts';
import { identityOf } from './identity.ts';
import { type IngestOptions, type IngestOutcome, ingestDocument } from './pipeline.ts';
import { prepare } from './prepare.ts';
import type { Incoming } from './write.ts';

export interface IngestedArticle {
  /** The document as it was written, or would be in a dry run. */
  readonly document: AnnotationInput;
  readonly outcome: IngestOutcome;
  /** What the extractor left out. */
  readonly refused: readonly Problem[];
}

/**
 * Writes what an extractor made of an article, as `ingestDocument` does. The same article, version and parameters again are the run that is
 * there, whenever they came: nothing is written. Anything else is a run later than all that tools have made of this text, so it
 * supersedes them.
 */
export async function ingestExtraction(
  db: Database,
  { document, refused }: Extraction,
  options: Omit<IngestOptions, 'take' | 'onOutcome'> = {},
): Promise<IngestedArticle> {
  const { now = () => new Date() } = options;
  const prepared = prepare(document, options);
  if ('error' in prepared) throw prepared.error;
  return inTurn(db, async () => {
    const startedAt = await startOf(db, prepared, now());
    const incoming = startedIn(prepared, startedAt);
    const outcome = await ingestDocument(db, document, { ...options, take: () => incoming });
    return { document: datedAs(document, startedAt), outcome, refused };
  });
}

/** What is under way for each database. */
const turns = new WeakMap<Database, Promise<unknown>>();

/** One after the other: an article that is sent twice at once is there when it is looked for the second time. */
function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const done = (turns.get(db) ?? Promise.resolve()).then(work);
  turns.set(
    db,
    done.catch(() => {}),
  );
  return done;
}

/** When the run of the document counts as started. */
async function startOf(db: Database, incoming: Incoming, now: Date): Promise<string> {
  const { versionId, parameters } = incoming.identity;
  const { tool, version } = incoming.checked.document.run;
  const [[same], [latest]] = await db.readTransaction(async (tx) => [
    await tx.run(LATEST_RUN_OF_TOOL, { versionId, tool, version, parameters }),
    await tx.run(LATEST_RUN_OF_TOOLS, { versionId }),
  ]);
  if (same !== undefined) {
    const startedAt = text(same, 'startedAt');
    const { documentSha256 } = startedIn(incoming, startedAt).identity;
    if (documentSha256 === text(same, 'documentSha256')) return startedAt;
  }
  const earliest = latest === undefined ? 0 : Date.parse(text(latest, 'startedAt')) + 1;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}

function startedIn({ checked, recording }: Incoming, startedAt: string): Incoming {
  const document: Annotation = datedAs(checked.document, startedAt);
  return { checked: { ...checked, document }, identity: identityOf(document), recording };
}

/** A text of which nobody says when it was taken was taken when the run started: of two texts of an article the later one is current. */
function datedAs<D extends Annotation | AnnotationInput>(document: D, startedAt: string): D {
  const { article, run } = document;
  return {
    ...document,
    article: { ...article, retrievedAt: article.retrievedAt ?? startedAt },
    run: { ...run, startedAt },
  };
}
