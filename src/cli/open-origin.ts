import { Option } from 'commander';
import type { Environment } from '../config.ts';
import type { Origin } from '../destination/origin.ts';
import { graphOrigin } from '../destination/origin-graph.ts';
import { serverOrigin } from '../destination/origin-server.ts';
import { checkVersion } from '../graph/apply.ts';
import { GRAPH_PLAN } from '../graph/plan.ts';
import { type Notify, openApi, openStored, storeOf } from './open-store.ts';

/** As commander reads the options below. */
export interface OriginFlags {
  readonly from?: string;
  readonly tokenFile?: string;
}

/** For every command that reads a whole graph. */
export function originOptions(): readonly Option[] {
  return [
    new Option(
      '--from <url>',
      'read through a running server, as http://127.0.0.1:4000, not from the graph itself; takes a token of the role admin',
    ),
    new Option('--token-file <file>', 'with --from: where the token is; without it, ONRECORD_TOKEN has it'),
  ];
}

/** NOT_FOUND where there is no graph: a wrong folder should not make an empty backup. Writes nothing. */
export async function openOrigin(
  { from, tokenFile }: OriginFlags,
  env: Environment,
  { purpose, notify }: { readonly purpose: string; readonly notify: Notify },
): Promise<Origin> {
  if (from !== undefined) return serverOrigin(await openApi(from, tokenFile, env, { purpose, notify }));
  const store = storeOf(env, tokenFile, '--from');
  const db = await openStored(store, 'read through that server with --from', notify);
  try {
    await checkVersion(db, GRAPH_PLAN);
    return graphOrigin(db);
  } catch (error) {
    await db.close();
    throw error;
  }
}
