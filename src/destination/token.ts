import { readFile } from 'node:fs/promises';
import { invalidInput } from '../errors.ts';
import { reasonOf } from '../ingest/read-paths.ts';

/** What may stand in a header after "Bearer". */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

/**
 * The token from a file, or else from the environment; null where there is none. INVALID_INPUT for what is no token; no message repeats
 * it.
 */
export async function readToken(
  file: string | undefined,
  variable: string | undefined,
): Promise<string | null> {
  if (file !== undefined) return tokenIn(await textOf(file), `The file ${file}`);
  return variable === undefined || variable === '' ? null : tokenIn(variable, 'ONRECORD_TOKEN');
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw invalidInput(`The token cannot be read from ${file}: ${reasonOf(cause)}.`);
  }
}

function tokenIn(text: string, where: string): string {
  const token = text.trim();
  if (!TOKEN.test(token)) throw invalidInput(`${where} has no token: it is one word, without "Bearer".`);
  return token;
}
