import { OnrecordError } from '../../src/errors.ts';
import type { Database, Params, Query, Row } from '../../src/graph/database.ts';

export function query(text: string): Query {
  return { name: 'test.query', text };
}

/** A million rows: far longer, on either engine and any machine, than the milliseconds that tests allow it. */
export const LONG = query(`
  UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b
  WITH a * b AS product WHERE product % 7 = 0
  RETURN count(product) AS hits`);

export function read(db: Database, text: string, params?: Params): Promise<readonly Row[]> {
  return db.read(query(text), params);
}

export function write(db: Database, text: string, params?: Params): Promise<readonly Row[]> {
  return db.write((tx) => tx.run(query(text), params));
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('was not rejected');
}

export async function errorOf(promise: Promise<unknown>): Promise<OnrecordError> {
  const error = await rejection(promise);
  if (error instanceof OnrecordError) return error;
  throw new Error('rejected with something else than an OnrecordError', { cause: error });
}

export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await errorOf(promise)).code;
}
