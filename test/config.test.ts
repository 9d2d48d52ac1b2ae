import { describe, expect, test } from 'vitest';
import { type ConfigProblem, readConfig } from '../src/config.ts';
import { OnrecordError } from '../src/errors.ts';

function refusal(env: Record<string, string>): { message: string; problems: readonly ConfigProblem[] } {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    expect(error.code).toBe('INVALID_INPUT');
    const { problems } = error.details as { problems: readonly ConfigProblem[] };
    return { message: error.message, problems };
  }
  throw new Error('the settings were accepted');
}

const variablesOf = (env: Record<string, string>) => refusal(env).problems.map(({ variable }) => variable);

describe('readConfig', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      store: { engine: 'grafeo', folder: './.onrecord' },
      seed: true,
      logLevel: 'info',
      tokens: [],
    });
  });

  test('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: '', NEO4J_PASSWORD: '' })).toEqual(readConfig({}));
  });

  test('reads every setting of the embedded engine', () => {
    const env = { PORT: '0', HOST: '::1', ONRECORD_DATA: '/srv/x', ONRECORD_SEED: 'off', LOG_LEVEL: 'debug' };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '::1',
      store: { engine: 'grafeo', folder: '/srv/x' },
      seed: false,
      logLevel: 'debug',
      tokens: [],
    });
  });

  test('keeps nothing on disk for :memory:', () => {
    expect(readConfig({ ONRECORD_DATA: ':memory:' }).store).toEqual({ engine: 'grafeo' });
  });

  test('reads every setting of Neo4j, which then replaces the embedded engine', () => {
    const env = {
      NEO4J_URI: 'neo4j+s://db.example.org:7687',
      NEO4J_USERNAME: 'ann',
      NEO4J_PASSWORD: ' p ',
      NEO4J_DATABASE: 'news',
      ONRECORD_DATA: '/srv/x',
    };
    expect(readConfig(env).store).toEqual({
      engine: 'neo4j',
      uri: 'neo4j+s://db.example.org:7687',
      username: 'ann',
      password: ' p ',
      database: 'news',
    });
  });

  test('takes the user neo4j where only a password is given, and no authentication without one', () => {
    const uri = 'bolt://localhost';
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'x' }).store).toEqual({
      engine: 'neo4j',
      uri,
      username: 'neo4j',
      password: 'x',
    });
    expect(readConfig({ NEO4J_URI: uri }).store).toEqual({ engine: 'neo4j', uri });
  });

  test.each(['80x', '-1', '65536', '123456', '4000.5', ' 80'])('refuses the port %j', (PORT) => {
    expect(variablesOf({ PORT })).toEqual(['PORT']);
  });

  test.each([
    ['HOST', 'http://localhost'],
    ['ONRECORD_SEED', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['NEO4J_URI', 'localhost:7687'],
    ['NEO4J_URI', 'http://localhost:7474'],
    ['NEO4J_URI', 'bolt://'],
    ['NEO4J_URI', 'nonsense'],
  ])('refuses %s=%s', (variable, value) => {
    expect(variablesOf({ [variable]: value })).toEqual([variable]);
  });

  test('refuses settings of Neo4j without its address', () => {
    const env = { NEO4J_USERNAME: 'a', NEO4J_PASSWORD: 'b', NEO4J_DATABASE: 'c' };
    expect(variablesOf(env)).toEqual(['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE']);
  });

  test('refuses a user without a password', () => {
    expect(variablesOf({ NEO4J_URI: 'bolt://x', NEO4J_USERNAME: 'a' })).toEqual(['NEO4J_PASSWORD']);
  });

  test('reports all problems at once, each with what is wrong and what to do', () => {
    const { message, problems } = refusal({ PORT: 'x', ONRECORD_SEED: '1', NEO4J_PASSWORD: 'p' });
    expect(problems).toEqual([
      {
        variable: 'PORT',
        reason: 'is not a port number',
        remedy: 'Give a number from 0 to 65535; 0 takes any free port.',
      },
      { variable: 'ONRECORD_SEED', reason: 'is neither on nor off', remedy: 'Give on or off.' },
      {
        variable: 'NEO4J_PASSWORD',
        reason: 'is set but NEO4J_URI is not',
        remedy: 'Set NEO4J_URI too, or unset it to use the embedded engine.',
      },
    ]);
    for (const { variable, reason, remedy } of problems) {
      expect(message).toContain(`\n  ${variable} ${reason}. ${remedy}`);
    }
  });

  test('reads the tokens', () => {
    const ONRECORD_TOKENS = `ann:write:${'a'.repeat(64)}, bob:admin:${'B'.repeat(64)}`;
    expect(readConfig({ ONRECORD_TOKENS }).tokens).toEqual([
      { name: 'ann', role: 'write', sha256: 'a'.repeat(64) },
      { name: 'bob', role: 'admin', sha256: 'b'.repeat(64) },
    ]);
  });

  test('reports every problem of the tokens among the others', () => {
    const hash = 'a'.repeat(64);
    const ONRECORD_TOKENS = `ann:writer:${hash},ann:write:${hash}x`;
    const { problems } = refusal({ PORT: 'x', ONRECORD_TOKENS });
    const remedy =
      'Give name:role:sha256hex, several with commas between; "onrecord token NAME ROLE" makes one.';
    expect(problems.slice(1)).toEqual(
      [
        'has in entry 1 a role that is none of read, write, review, admin',
        'has in entry 2 a hash that is not 64 hex digits',
        'has the name of entry 1 again in entry 2',
      ].map((reason) => ({ variable: 'ONRECORD_TOKENS', reason, remedy })),
    );
    expect(problems[0]?.variable).toBe('PORT');
  });

  test('repeats no secret', () => {
    const env = { NEO4J_URI: 'bolt://ann:s3cret@x', NEO4J_USERNAME: 'ann', PORT: 'x' };
    const lone = { NEO4J_PASSWORD: 's3cret' };
    const tokens = { ONRECORD_TOKENS: 's3cret,a:s3cret:s3cret,s3cret!:read:s3cret,a:b:s3cret:d' };
    for (const refused of [refusal(env), refusal(lone), refusal(tokens)]) {
      expect(JSON.stringify(refused)).not.toContain('s3cret');
    }
  });
});
