import { graphql } from 'graphql';
import { inject } from 'vitest';
import type { Actor } from '../../src/access/role.ts';
import type { ErrorCode } from '../../src/errors.ts';
import type { Database } from '../../src/graph/database.ts';
import { traced } from '../../src/graph/traced.ts';
import { createContext } from '../../src/graphql/context.ts';
import { createErrorMask } from '../../src/graphql/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import type { Extractor } from '../../src/ingest/extractor.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** A failure as clients meet it. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly data: unknown;
  readonly failures: readonly Failure[];
}

/** In process, in a context of its own, with failures masked as at the edge. Throws what the mask would keep from clients. */
export async function ask(
  db: Database,
  source: string,
  variables: Variables,
  actor: Actor | null = null,
  extractor?: Extractor,
): Promise<Answer> {
  const contextValue = createContext({ db, ...(extractor !== undefined && { extractor }) }, actor);
  const result = await graphql({ schema, source, variableValues: variables, contextValue });
  const mask = createErrorMask((_id, error) => {
    throw error;
  });
  const failures = (result.errors ?? []).map((error): Failure => {
    const { message, extensions } = mask(error);
    const { code } = extensions;
    return { code: code as ErrorCode, message, extensions };
  });
  // graphql makes objects without a prototype, which equal no literal.
  return { data: JSON.parse(JSON.stringify(result.data ?? null)), failures };
}

/** The data of a query that fails nowhere; of anybody, unless an actor is given. */
export async function answer<T>(
  db: Database,
  source: string,
  variables: Variables = {},
  actor: Actor | null = null,
  extractor?: Extractor,
): Promise<T> {
  const { data, failures } = await ask(db, source, variables, actor, extractor);
  if (failures.length > 0) throw new Error(failures.map(({ code, message }) => `${code}: ${message}`).join());
  return data as T;
}

/** The one failure of a query. */
export async function failureOf(
  db: Database,
  source: string,
  variables: Variables = {},
  actor: Actor | null = null,
): Promise<Failure> {
  const { failures } = await ask(db, source, variables, actor);
  const [failure] = failures;
  if (failure === undefined || failures.length > 1)
    throw new Error(`${failures.length} failures: ${JSON.stringify(failures)}`);
  return failure;
}

export async function failureCode(
  db: Database,
  source: string,
  variables: Variables = {},
): Promise<ErrorCode> {
  return (await failureOf(db, source, variables)).code;
}

/** How often each Cypher query runs for a request, by its name; and what the request answers. */
export async function callsOf<T>(
  db: Database,
  source: string,
  variables: Variables = {},
): Promise<{ readonly data: T; readonly calls: Readonly<Record<string, number>> }> {
  const calls: Record<string, number> = {};
  const counted = traced(db, ({ query }) => {
    calls[query] = (calls[query] ?? 0) + 1;
  });
  return { data: await answer<T>(counted, source, variables), calls };
}

/** How often a property is tried. On Neo4j less: it plans each new query anew, which takes most of the time. */
export function runs(onGrafeo: number, onNeo4j: number): number {
  return inject('engine') === 'neo4j' ? onNeo4j : onGrafeo;
}
