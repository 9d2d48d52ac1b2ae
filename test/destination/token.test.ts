import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readToken } from '../../src/destination/token.ts';
import { errorOf } from '../graph/queries.ts';
import { folderOf } from '../support/folders.ts';

test('a token comes from the file, or else from the variable', async () => {
  const folder = await folderOf({ token: 'onr_file\r\n' });
  expect(await readToken(join(folder, 'token'), 'onr_variable')).toBe('onr_file');
  expect(await readToken(undefined, 'onr_variable')).toBe('onr_variable');
  expect(await readToken(undefined, '')).toBeNull();
  expect(await readToken(undefined, undefined)).toBeNull();
});

test('what is no token is refused, and not repeated', async () => {
  const folder = await folderOf({ two: 'secret\nsecret', none: '\n' });
  const given: readonly Parameters<typeof readToken>[] = [
    [join(folder, 'two'), undefined],
    [join(folder, 'none'), undefined],
    [undefined, 'Bearer secret'],
    [undefined, 'secret\u2026'],
  ];
  for (const [file, variable] of given) {
    const { code, message } = await errorOf(readToken(file, variable));
    expect(code).toBe('INVALID_INPUT');
    expect(message).toMatch(
      /^(?:The file .*|ONRECORD_TOKEN) has no token: it is one word, without "Bearer"\.$/s,
    );
    expect(message).not.toContain('secret');
  }
  const missing = join(folder, 'missing');
  expect((await errorOf(readToken(missing, 'onr_variable'))).message).toBe(
    `The token cannot be read from ${missing}: there is no such file or folder.`,
  );
});
