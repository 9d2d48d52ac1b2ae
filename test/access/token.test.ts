import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mayActAs, ROLES } from '../../src/access/role.ts';
import { entryOf, newToken, parseTokens } from '../../src/access/token.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const [ONE, TWO] = [hash('one'), hash('two')];

describe('a new token', () => {
  test('is the prefix and 32 random bytes', () => {
    const token = newToken();
    expect(token).toMatch(/^onr_[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(token);
  });

  test('is taken by its entry, which does not have it', () => {
    const token = newToken();
    const entry = entryOf({ name: 'ann', role: 'write' }, token);
    expect(entry).not.toContain(token);
    expect(parseTokens(entry)).toEqual({
      tokens: [{ name: 'ann', role: 'write', sha256: hash(token) }],
      problems: [],
    });
  });
});

describe('the list of tokens', () => {
  test.each([
    `ann:read:${ONE},bob:review:${TWO.toUpperCase()}`,
    ` ann : read : ${ONE} ,\n  bob:review:${TWO}\n`,
    `ann:read:${ONE},,bob:review:${TWO},`,
  ])('may have spaces, lines, a comma too many and capitals: %j', (list) => {
    expect(parseTokens(list)).toEqual({
      tokens: [
        { name: 'ann', role: 'read', sha256: ONE },
        { name: 'bob', role: 'review', sha256: TWO },
      ],
      problems: [],
    });
  });

  test.each(['a', 'A.b_c-9', 'x'.repeat(64)])('takes the name %s', (name) => {
    expect(parseTokens(`${name}:read:${ONE}`).problems).toEqual([]);
  });

  test.each(['', 'x'.repeat(65), 'a b', 'ä', 'a/b', 'a\u0000'])('refuses the name %j', (name) => {
    expect(parseTokens(`${name}:read:${ONE}`).problems).toEqual([
      'has in entry 1 a name that is not 1 to 64 letters, digits, dots, underscores or hyphens',
    ]);
  });

  test('refuses a token where the name should be: names are shown to everybody', () => {
    expect(parseTokens(`${newToken()}:read:${ONE}`).problems).toEqual([
      'has in entry 1 a token in the place of the name',
    ]);
  });

  test.each(['', 'Write', 'writer', 'constructor', 'read write'])('refuses the role %j', (role) => {
    expect(parseTokens(`ann:${role}:${ONE}`).problems).toEqual([
      'has in entry 1 a role that is none of read, write, review, admin',
    ]);
  });

  test.each(['', ONE.slice(1), `${ONE}0`, ONE.replace(/^./, 'g')])('refuses the hash %j', (sha256) => {
    expect(parseTokens(`ann:read:${sha256}`).problems).toEqual([
      'has in entry 1 a hash that is not 64 hex digits',
    ]);
  });

  test.each(['ann', 'ann:read', `ann:read:${ONE}:`])('refuses %j, which has not three parts', (entry) => {
    expect(parseTokens(`ok:read:${TWO},${entry}`).problems).toEqual([
      'has in entry 2 not three parts with colons between',
    ]);
  });

  test('refuses one name for two tokens, and two names for one', () => {
    expect(parseTokens(`ann:read:${ONE},ann:write:${TWO},bob:write:${ONE.toUpperCase()}`).problems).toEqual([
      'has the name of entry 1 again in entry 2',
      'has the hash of entry 1 again in entry 3',
    ]);
  });
});

test('each role may do what those before it may, and no more', () => {
  const may = ROLES.map((role) => ROLES.filter((needed) => mayActAs(role, needed)));
  expect(may).toEqual([
    ['read'],
    ['read', 'write'],
    ['read', 'write', 'review'],
    ['read', 'write', 'review', 'admin'],
  ]);
});
