import type DataLoader from 'dataloader';
import type { Actor } from '../access/role.ts';
import type { Database } from '../graph/database.ts';

/** What the process shares between requests. What the API does not know of itself is declared where it is used. */
export interface Services {
  readonly db: Database;
}

/** What resolvers see: the services, whose request it is, and its batching state. */
export interface Context extends Services {
  /** Whose token the request came with; null for anybody, who may read. */
  readonly actor: Actor | null;
  /** By name of the batch; filled by `graphql/batch.ts` only. */
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}

/** One context for each request: loaders remember what they have read. */
export function createContext(services: Services, actor: Actor | null = null): Context {
  return { ...services, actor, loaders: new Map() };
}
