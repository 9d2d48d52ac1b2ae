import { type Environment, readConfig, type StoreConfig } from '../config.ts';
import { Api } from '../destination/api.ts';
import { endpointOf } from '../destination/endpoint.ts';
import { RETRY_MS } from '../destination/retry.ts';
import { readToken } from '../destination/token.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import type { Database } from '../graph/database.ts';
import { isNewStore, openDatabase } from '../graph/open.ts';
import { patient } from '../graph/patient.ts';

/** Milliseconds that a Neo4j has to come back before a command ends; long enough for it to be started again. */
const PATIENCE_MS = 120_000;

/** Told in one line of what takes long. */
export type Notify = (line: string) => void;

/** The API of a server that an option names. `purpose` says in messages what the token is for. */
export async function openApi(
  server: string,
  tokenFile: string | undefined,
  env: Environment,
  { purpose, notify }: { readonly purpose: string; readonly notify: Notify },
): Promise<Api> {
  const { ONRECORD_TOKEN } = env;
  const token = await readToken(tokenFile, ONRECORD_TOKEN);
  const endpoint = endpointOf(server);
  return new Api({ endpoint, token, purpose, onRetry: oncePerMessage(notify, RETRY_MS) });
}

/** The store that the settings name. `tokenFile` makes no sense without `option`. */
export function storeOf(env: Environment, tokenFile: string | undefined, option: string): StoreConfig {
  if (tokenFile !== undefined) throw invalidInput(`--token-file goes with ${option}.`);
  return readConfig(env).store;
}

/** NOT_FOUND where there is no store: of a wrong folder nothing should be told. Otherwise as `openStore`. */
export async function openStored(
  store: StoreConfig,
  remedy: string | null,
  notify: Notify,
): Promise<Database> {
  if (await isNewStore(store)) {
    const folder = store.engine === 'grafeo' ? store.folder : undefined;
    throw new OnrecordError(
      'NOT_FOUND',
      `There is no graph in the folder ${folder}. ONRECORD_DATA or NEO4J_URI says where the graph is (docs/settings.md).`,
    );
  }
  return openStore(store, remedy, notify);
}

/** `remedy` is how to do without the store where a server holds it, followed by that server's address; null where nothing does. */
export async function openStore(
  store: StoreConfig,
  remedy: string | null,
  notify: Notify,
): Promise<Database> {
  try {
    const db = await openDatabase(store);
    if (store.engine !== 'neo4j') return db;
    return patient(db, { forMs: PATIENCE_MS, onWait: oncePerMessage(notify, PATIENCE_MS) });
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'UNAVAILABLE' || store.engine === 'neo4j')
      throw error;
    // An embedded store belongs to one process.
    const other = remedy === null ? '' : `${remedy} http://127.0.0.1:4000, or `;
    const hint = `If a server is running on it, ${other}stop it before.`;
    throw new OnrecordError('UNAVAILABLE', `${error.message} ${hint}`, { cause: error });
  }
}

function oncePerMessage(notify: Notify, ms: number): (failure: OnrecordError) => void {
  const told = new Set<string>();
  return ({ message }) => {
    if (told.has(message)) return;
    told.add(message);
    notify(`onrecord: ${message} Trying again for ${ms / 1_000} seconds.`);
  };
}
