import type DataLoader from 'dataloader';
import type { Database } from '../graph/database.ts';

/** What the process shares between requests. */
export interface Services {
  readonly db: Database;
}

/** What resolvers see: the services and the batching state of one request. */
export interface Context extends Services {
  /** By name of the batch; filled by `graphql/batch.ts` only. */
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}

/** One context for each request: loaders remember what they have read. */
export function createContext(services: Services): Context {
  return { ...services, loaders: new Map() };
}
