import { Command } from 'commander';
import { type Environment, readConfig, type StoreConfig } from '../config.ts';
import { OnrecordError, type Problem } from '../errors.ts';
import { applyPlan } from '../graph/apply.ts';
import type { Database } from '../graph/database.ts';
import { openDatabase } from '../graph/open.ts';
import { patient } from '../graph/patient.ts';
import { GRAPH_PLAN } from '../graph/plan.ts';
import { type FileOutcome, type IngestTotals, ingestFiles } from '../ingest/files.ts';

/** Milliseconds that a server has to come back before an ingest ends; long enough for it to be started again. */
const PATIENCE_MS = 120_000;

export function ingestCommand(env: Environment): Command {
  return new Command('ingest')
    .description('Load annotation documents into the graph that the settings name (docs/settings.md).')
    .argument('<path...>', 'files, or folders whose *.json files are taken')
    .action(async (paths: readonly string[]) => {
      const db = await openStore(readConfig(env).store);
      try {
        await applyPlan(db, GRAPH_PLAN);
        const totals = await ingestFiles(db, paths, (outcome) => console.log(describeOutcome(outcome)));
        console.log(describeTotals(totals));
        if (totals.refused > 0) process.exitCode = 1;
      } finally {
        await db.close();
      }
    });
}

async function openStore(store: StoreConfig): Promise<Database> {
  try {
    const db = await openDatabase(store);
    return store.engine === 'neo4j' ? patient(db, { forMs: PATIENCE_MS, onWait: tellOfWaiting }) : db;
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'UNAVAILABLE' || store.engine === 'neo4j')
      throw error;
    // An embedded store belongs to one process.
    const hint = 'If a server is running on it, stop the server, ingest, and start it again.';
    throw new OnrecordError('UNAVAILABLE', `${error.message} ${hint}`, { cause: error });
  }
}

function tellOfWaiting({ message }: OnrecordError): void {
  console.error(`onrecord: ${message} Trying again for ${PATIENCE_MS / 1_000} seconds.`);
}

/** One line; for a document that was refused, one more for each problem. */
export function describeOutcome(done: FileOutcome): string {
  if ('outcome' in done) {
    const { status, articleId } = done.outcome;
    return `${status.padEnd(9)} ${done.file} (${articleId})`;
  }
  // A problem with the whole file has no pointer, and the message says it.
  const problems = problemsOf(done.error).filter(({ pointer }) => pointer !== '');
  const lines = problems.map(({ pointer, reason }) => `    ${pointer}: ${reason}`);
  return [`refused   ${done.file}: ${done.error.message}`, ...lines].join('\n');
}

export function describeTotals({ created, unchanged, refused, counts }: IngestTotals): string {
  const { statements, entities, mentions, relations } = counts;
  return (
    `${created} created, ${unchanged} unchanged, ${refused} refused; ` +
    `new: ${statements} statements, ${entities} entities, ${mentions} mentions, ${relations} relations`
  );
}

function problemsOf(error: OnrecordError): readonly Problem[] {
  const { problems } = error.details as { readonly problems?: readonly Problem[] };
  return problems ?? [];
}
