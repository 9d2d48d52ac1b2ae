import { describe, expect, test } from 'vitest';
import { newToken } from '../../src/access/token.ts';
import { createLog } from '../../src/observability/log.ts';

/** The line that logging the fields writes, as text; it must be JSON. */
function lineOf(fields: object, text = 'told'): string {
  const lines: string[] = [];
  createLog({ logLevel: 'trace' }, { write: (line) => lines.push(line) }).error(fields, text);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50 });
  return lines[0] ?? '';
}

const TOKEN = newToken();
/** Without a form by which it could be told from other words. */
const OTHER = 's3cret/+=';

describe('the log', () => {
  test.each(['password', 'token', 'authorization', 'Authorization'])('leaves out the field %s', (name) => {
    for (const fields of [
      { [name]: OTHER },
      { config: { [name]: OTHER } },
      { request: { headers: { [name]: OTHER } } },
      { err: Object.assign(new Error('x'), { request: { headers: { [name]: OTHER } } }) },
    ]) {
      expect(lineOf(fields)).not.toContain(OTHER);
    }
  });

  test.each([
    [{}, `refused ${TOKEN}.`],
    [{ err: new Error(`Sent:\n${TOKEN}`) }, 'told'],
    [{ err: new Error('x', { cause: new Error(`header "${TOKEN}"`) }) }, 'told'],
    [{ a: { b: { c: { d: { e: [TOKEN, `x${TOKEN}`] } } } } }, 'told'],
    [{ [TOKEN]: 1 }, 'told'],
    [{ url: `/graphql?token=${TOKEN}` }, 'told'],
  ])('leaves out a token wherever it stands: %j %s', (fields, text) => {
    expect(lineOf(fields, text)).not.toContain(TOKEN.slice(4));
  });

  test.each([
    `Bearer ${OTHER}`,
    `bearer  ${OTHER}`,
    `"authorization","Bearer ${OTHER}"`,
    `Bearer ${OTHER}\nx`,
  ])('leaves out a token of another make after its scheme: %j', (text) => {
    expect(lineOf({ sent: text })).not.toContain(OTHER);
  });

  test('keeps everything else', () => {
    const line = lineOf({ articleId: 'art_0a', err: new Error('onr_short, of the letter') }, 'a token');
    expect(line).toContain('art_0a');
    expect(line).toContain('"msg":"a token"');
    expect(line).toContain('onr_short, of the letter');
  });
});
