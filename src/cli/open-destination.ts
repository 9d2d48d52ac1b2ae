import { Option } from 'commander';
import { type Environment, readConfig, type StoreConfig } from '../config.ts';
import { Api } from '../destination/api.ts';
import type { Destination } from '../destination/destination.ts';
import { endpointOf } from '../destination/endpoint.ts';
import { graphDestination } from '../destination/graph.ts';
import { RETRY_MS } from '../destination/retry.ts';
import { serverDestination } from '../destination/server.ts';
import { readToken } from '../destination/token.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import { applyPlan, checkVersion } from '../graph/apply.ts';
import type { Database } from '../graph/database.ts';
import { isNewStore, openDatabase } from '../graph/open.ts';
import { patient } from '../graph/patient.ts';
import { GRAPH_PLAN } from '../graph/plan.ts';

/** Milliseconds that a Neo4j has to come back before a command ends; long enough for it to be started again. */
const PATIENCE_MS = 120_000;

/** As commander reads the options below. */
export interface DestinationFlags {
  readonly to?: string;
  readonly tokenFile?: string;
}

/** For every command that writes. */
export function destinationOptions(): readonly Option[] {
  return [
    new Option(
      '--to <url>',
      'write through a running server, as http://127.0.0.1:4000, not into the graph itself',
    ),
    new Option('--token-file <file>', 'with --to: where the token is; without it, ONRECORD_TOKEN has it'),
  ];
}

/** `notify` is told in one line of what takes long. In a dry run nothing is made that was not there. */
export async function openDestination(
  { to, tokenFile }: DestinationFlags,
  env: Environment,
  { dryRun, notify }: { readonly dryRun: boolean; readonly notify: (line: string) => void },
): Promise<Destination> {
  if (to !== undefined) {
    const { ONRECORD_TOKEN } = env;
    const token = await readToken(tokenFile, ONRECORD_TOKEN);
    const endpoint = endpointOf(to);
    return serverDestination(new Api({ endpoint, token, onRetry: oncePerMessage(notify, RETRY_MS) }));
  }
  if (tokenFile !== undefined) throw invalidInput('--token-file goes with --to.');
  const { store } = readConfig(env);
  const db = await openStore(dryRun && (await isNewStore(store)) ? { engine: 'grafeo' } : store, notify);
  try {
    if (dryRun) await checkVersion(db, GRAPH_PLAN);
    else await applyPlan(db, GRAPH_PLAN);
    return graphDestination(db);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function openStore(store: StoreConfig, notify: (line: string) => void): Promise<Database> {
  try {
    const db = await openDatabase(store);
    if (store.engine !== 'neo4j') return db;
    const onWait = oncePerMessage(notify, PATIENCE_MS);
    return patient(db, { forMs: PATIENCE_MS, onWait });
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'UNAVAILABLE' || store.engine === 'neo4j')
      throw error;
    // An embedded store belongs to one process.
    const hint =
      'If a server is running on it, write through that server with --to http://127.0.0.1:4000, or stop it before.';
    throw new OnrecordError('UNAVAILABLE', `${error.message} ${hint}`, { cause: error });
  }
}

function oncePerMessage(notify: (line: string) => void, ms: number): (failure: OnrecordError) => void {
  const told = new Set<string>();
  return ({ message }) => {
    if (told.has(message)) return;
    told.add(message);
    notify(`onrecord: ${message} Trying again for ${ms / 1_000} seconds.`);
  };
}
