import { Option } from 'commander';
import type { Environment } from '../config.ts';
import type { Destination } from '../destination/destination.ts';
import { graphDestination } from '../destination/graph.ts';
import { serverDestination } from '../destination/server.ts';
import { applyPlan, checkVersion } from '../graph/apply.ts';
import { isNewStore } from '../graph/open.ts';
import { GRAPH_PLAN } from '../graph/plan.ts';
import type { Extractor } from '../ingest/extractor.ts';
import { type Notify, openApi, openStore, storeOf } from './open-store.ts';

/** As commander reads the options below. */
export interface DestinationFlags {
  readonly to?: string;
  readonly tokenFile?: string;
}

export interface DestinationSettings {
  /** In a dry run nothing is made that was not there. */
  readonly dryRun: boolean;
  /** What a token is for, in messages. */
  readonly purpose: string;
  readonly notify: Notify;
  /** For plain texts; absent where none are taken. */
  readonly extractor?: Extractor;
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

export async function openDestination(
  { to, tokenFile }: DestinationFlags,
  env: Environment,
  { dryRun, purpose, notify, extractor }: DestinationSettings,
): Promise<Destination> {
  if (to !== undefined) return serverDestination(await openApi(to, tokenFile, env, { purpose, notify }));
  const store = storeOf(env, tokenFile, '--to');
  const target = dryRun && (await isNewStore(store)) ? { engine: 'grafeo' as const } : store;
  const db = await openStore(target, 'write through that server with --to', notify);
  try {
    if (dryRun) await checkVersion(db, GRAPH_PLAN);
    else await applyPlan(db, GRAPH_PLAN);
    return graphDestination(db, extractor);
  } catch (error) {
    await db.close();
    throw error;
  }
}
