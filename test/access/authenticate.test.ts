import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { authenticator } from '../../src/access/authenticate.ts';
import { entryOf, newToken, parseTokens } from '../../src/access/token.ts';

const [ANN, BOB, STRANGER] = [newToken(), newToken(), newToken()];
const entries = [
  entryOf({ name: 'ann', role: 'write' }, ANN),
  entryOf({ name: 'bob', role: 'admin' }, BOB),
  entryOf({ name: 'own', role: 'read' }, 'schlüssel+/='),
];
const authenticate = authenticator(parseTokens(entries.join()).tokens);

describe('an Authorization header', () => {
  test.each([undefined, []])('that is not there is anybody', (headers) => {
    expect(authenticate(headers)).toEqual({ actor: null });
  });

  test.each([`Bearer ${ANN}`, `bearer ${ANN}`, `BEARER   ${ANN}`])('says who it is', (header) => {
    expect(authenticate([header])).toEqual({ actor: { name: 'ann', role: 'write' } });
  });

  test('may have a token that was made by other means, in UTF-8', () => {
    const sent = Buffer.from('Bearer schlüssel+/=', 'utf8').toString('latin1');
    expect(authenticate([sent])).toEqual({ actor: { name: 'own', role: 'read' } });
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    ANN,
    `Basic ${ANN}`,
    `Bearer: ${ANN}`,
    `Bearer ${ANN} ${ANN}`,
    `xBearer ${ANN}`,
  ])('is refused where it is malformed: %j', (header) => {
    expect(authenticate([header])).toEqual({ refusal: expect.stringContaining('"Bearer TOKEN"') });
  });

  test('is refused where there are two, even of one token', () => {
    expect(authenticate([`Bearer ${ANN}`, `Bearer ${ANN}`])).toHaveProperty('refusal');
  });

  test.each([STRANGER, ANN.slice(0, -1), `${ANN}A`, ANN.toUpperCase(), entries[0]?.split(':')[2]])(
    'is refused where nobody has the token: %s',
    (token) => {
      const refused = authenticate([`Bearer ${token}`]);
      expect(refused).toEqual({ refusal: expect.stringContaining('No such token') });
      expect(JSON.stringify(refused)).not.toContain(token);
    },
  );

  test('is refused where no token is known', () => {
    expect(authenticator([])([`Bearer ${ANN}`])).toHaveProperty('refusal');
  });

  test.each([ANN, BOB, STRANGER])('is compared with every known token, whichever it is', (token) => {
    const compare = vi.spyOn(crypto, 'timingSafeEqual');
    syncBuiltinESMExports();
    onTestFinished(() => {
      compare.mockRestore();
      syncBuiltinESMExports();
    });
    authenticate([`Bearer ${token}`]);
    expect(compare).toHaveBeenCalledTimes(entries.length);
  });
});
