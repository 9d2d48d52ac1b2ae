import { describe, expect, test } from 'vitest';
import { authenticator } from '../../src/access/authenticate.ts';
import { readConfig } from '../../src/config.ts';
import { onrecord } from './cli.ts';

describe('onrecord token', () => {
  test('makes a token that the server takes once it has the entry', async () => {
    const { status, stdout, stderr } = await onrecord(['token', 'ann.b-c_9', 'review']);
    expect(status).toBe(0);
    const [, token = '', entry = ''] = /^token {2}(onr_\S{43})\nentry {2}(\S+)\n$/.exec(stdout) ?? [];
    expect(entry).toMatch(/^ann\.b-c_9:review:[0-9a-f]{64}$/);
    const { tokens } = readConfig({ ONRECORD_TOKENS: entry });
    expect(authenticator(tokens)([`Bearer ${token}`])).toEqual({
      actor: { name: 'ann.b-c_9', role: 'review' },
    });
    expect(stderr).toContain('ONRECORD_TOKENS');
    expect(stderr).not.toContain(token);
  });

  test('makes another one each time', async () => {
    const [one, two] = [await onrecord(['token', 'a', 'read']), await onrecord(['token', 'a', 'read'])];
    expect(one.stdout).not.toBe(two.stdout);
  });

  test.each([
    [['ann smith', 'write'], 'letters, digits, dots, underscores or hyphens'],
    [['x'.repeat(65), 'write'], '1 to 64'],
    [['ann', 'owner'], 'read, write, review, admin'],
    [['ann'], "missing required argument 'role'"],
    [[], "missing required argument 'name'"],
  ])('refuses %j', async (args, reason) => {
    const { status, stdout, stderr } = await onrecord(['token', ...args]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(reason);
  });
});
