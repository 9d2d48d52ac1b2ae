import fc from 'fast-check';
import { type GraphQLInputObjectType, isListType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { schema } from '../../src/graphql/schema.ts';
import { MAX_FILTER_CONDITIONS, MAX_FILTER_DEPTH, MAX_FILTER_VALUES } from '../../src/statement/filter.ts';
import { resolveFilter } from '../../src/statement/store-filter.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureCode, failureOf, runs } from '../support/graphql.ts';
import { type Ids, URLS, writeClaims } from './claims.ts';
import { holds, type Wanted } from './oracle.ts';
import { SAID } from './said.ts';
import { ENTITY_FIELDS, FILTERS, inputOf } from './wanted.ts';

const LIST = `query ($where: StatementFilter) {
  statements(first: 100, where: $where) { nodes { content saidBy { cue } } }
}`;
const COUNT = 'query ($where: StatementFilter) { statements(where: $where) { totalCount } }';

const SEATS = 'that Hal Hart sits in the Senate and the Guild belongs to Norland';

/** One for each field, with the statements that it means written out. */
const SINGLE: readonly (readonly [string, Wanted, readonly string[]])[] = [
  ['saidBy', { saidBy: ['Carl Dörn'] }, ['that Ash is right', 'that they agree']],
  [
    'saidBy, not who reports it',
    { saidBy: ['Bob Beck'] },
    ['The Pact is dead,', 'would not comment', 'that talks with Norland go on'],
  ],
  ['source', { source: 'UNNAMED' }, ['that Bob Beck “lied” about it', 'that rain fell']],
  ['source', { source: 'NONE' }, ['that all is well', 'that storms rose']],
  [
    'about',
    { about: ['The Pact'] },
    ['The Pact is dead,', 'that Bob Beck “lied” about it', 'whether Carl Dörn knew'],
  ],
  ['mentions', { mentions: ['The Pact'] }, ['The Pact is dead,']],
  [
    'mentions, in the statements around too',
    { mentions: ['Norland'] },
    [
      'that Norland will sign',
      'that Bob Beck had said that talks with Norland go on',
      'that talks with Norland go on',
    ],
  ],
  ['mentions by a pronoun', { mentions: ['Carl Dörn'] }, ['that they agree']],
  ['toldTo', { toldTo: ['Norland', 'Evening Post'] }, ['that they agree']],
  ['addressee', { addressee: 'NONE' }, ['The Pact is dead,']],
  [
    'publishedBy',
    { publishedBy: ['Evening Post'] },
    ['that The Daily erred', 'that Bob Beck was told to wait'],
  ],
  ['article', { article: ['post-1'] }, ['that The Daily erred', 'that Bob Beck was told to wait']],
  ['kind', { kind: ['DIRECT', 'MIXED'] }, ['The Pact is dead,', 'that Bob Beck “lied” about it']],
  ['act', { act: ['PREDICT', 'ASK'] }, ['The Pact is dead,', 'whether Carl Dörn knew']],
  ['depth', { depth: 1 }, ['that talks with Norland go on']],
  [
    'saidByGroup by office, seat, citizenship and affiliation, in bodies of bodies too, and by no claim',
    { saidByGroup: ['Norland'] },
    [
      'that spring is near',
      'that Écoles and schools open',
      'that snow fell',
      'that rain fell',
      'that hail fell',
      SEATS,
      'that ice melts',
      'that fog rose',
    ],
  ],
  [
    'saidByGroup',
    { saidByGroup: ['The Senate'] },
    ['that Écoles and schools open', 'that rain fell', SEATS, 'that ice melts'],
  ],
  [
    'saidByGroup, not the body itself',
    { saidByGroup: ['The Committee', 'The Guild'] },
    ['that Écoles and schools open', 'that ice melts', 'that wind rose'],
  ],
  [
    'cueLemma',
    { cueLemma: [' Say '] },
    ['The Pact is dead,', 'that talks with Norland go on', 'that spring is near'],
  ],
  ['cueLemma of several words', { cueLemma: ['not comment'] }, ['would not comment']],
  [
    'saidBetween, undated apart',
    { saidBetween: '2024-02-15/2024-03-04' },
    [
      'that Norland will sign',
      'whether Carl Dörn knew',
      'that Écoles and schools open',
      'that snow fell',
      'that rain fell',
      'that hail fell',
    ],
  ],
  [
    'saidBetween with an open start',
    { saidBetween: '../2024-01-01' },
    ['that talks with Norland go on', 'whether Carl Dörn knew', 'that snow fell', 'that rain fell'],
  ],
  [
    'saidBetween with an open end',
    { saidBetween: '2024-04-02/..' },
    ['whether Carl Dörn knew', 'that snow fell', 'that hail fell', 'that storms rose'],
  ],
  [
    'publishedBetween',
    { publishedBetween: '2024-02-29' },
    ['that The Daily erred', 'that Bob Beck was told to wait'],
  ],
  [
    'datedBetween',
    { datedBetween: '2024-02', article: ['daily-1', 'post-1', 'weekly-1'] },
    [
      'that The Daily erred',
      'that Bob Beck was told to wait',
      'that snow fell',
      'that rain fell',
      'that hail fell',
    ],
  ],
  [
    'recordedBetween',
    { recordedBetween: '2025-01-02/2025-01-31', not: { article: ['letter-1'] } },
    ['that The Daily erred', 'that Bob Beck was told to wait'],
  ],
  ['minConfidence', { minConfidence: 0.9, article: ['weekly-1'], text: 'near' }, ['that spring is near']],
  ['text', { text: 'SCHOOLS, écoles!' }, ['that Écoles and schools open']],
  ['text by whole words', { text: 'near spr' }, []],
  [
    'several',
    { saidBy: ['Ann Ash'], about: ['Norland'], kind: ['INDIRECT'], depth: 0, act: ['PROMISE'] },
    ['that Norland will sign'],
  ],
  [
    'and',
    { and: [{ about: ['Norland'] }, { about: ['Bob Beck'] }] },
    ['that Bob Beck had said that talks with Norland go on'],
  ],
  ['or', { or: [{ kind: ['DIRECT'] }, { act: ['ASK'] }] }, ['The Pact is dead,', 'whether Carl Dörn knew']],
  [
    'or of one field several times',
    { or: [{ kind: ['DIRECT'] }, { act: ['ASK'] }, { kind: ['MIXED'] }, { kind: ['DIRECT'], depth: 9 }] },
    ['The Pact is dead,', 'that Bob Beck “lied” about it', 'whether Carl Dörn knew'],
  ],
  ['not', { article: ['post-1'], not: { about: ['The Daily'] } }, ['that Bob Beck was told to wait']],
];

describeEngines('statements(where:)', (open) => {
  let db: Database;
  let ids: Ids;
  beforeAll(async () => {
    db = await open();
    ids = await writeClaims(db);
  });

  async function found(where: unknown): Promise<string[]> {
    interface Said {
      readonly content: string | null;
      readonly saidBy: { readonly cue: string };
    }
    const { statements } = await answer<{ statements: { nodes: Said[] } }>(db, LIST, { where });
    return statements.nodes.map(({ content, saidBy }) => content ?? saidBy.cue).toSorted();
  }

  test.each(SINGLE)('%s: %j', async (_, wanted, words) => {
    const expected = words.toSorted();
    expect(
      SAID.filter((said) => holds(wanted, said))
        .map((said) => said.words)
        .toSorted(),
    ).toEqual(expected);
    for (const way of [0, 1, 2, 3]) expect(await found(inputOf(ids, wanted, way))).toEqual(expected);
    expect(await answer(db, COUNT, { where: inputOf(ids, wanted) })).toEqual({
      statements: { totalCount: expected.length },
    });
    const others = SAID.map((said) => said.words).filter((each) => !words.includes(each));
    expect(await found({ not: inputOf(ids, wanted) })).toEqual(others.toSorted());
    expect(await found({ not: { not: inputOf(ids, wanted) } })).toEqual(expected);
  });

  test('asks nothing where its fields are null or absent', async () => {
    const all = SAID.map(({ words }) => words).toSorted();
    const { StatementFilter } = schema.getTypeMap();
    const fields = Object.keys((StatementFilter as GraphQLInputObjectType).getFields());
    const nulls = Object.fromEntries(fields.map((field) => [field, null]));
    for (const where of [null, undefined, {}, nulls, { and: [{}, nulls] }, { or: [{}, { depth: 99 }] }])
      expect(await found(where)).toEqual(all);
    for (const where of [{ not: {} }, { not: nulls }, { or: [{ not: {} }] }])
      expect(await found(where)).toEqual([]);
  });

  test('about, mentions and standing in the same article are three things', async () => {
    const bob = [{ name: 'Bob Beck' }];
    const about = await found({ about: bob });
    const mentions = await found({ mentions: bob });
    const inArticle = await found({ article: [{ url: URLS['daily-1'] }] });
    expect(about).toEqual(['that Bob Beck had said that talks with Norland go on']);
    expect(mentions).toEqual(
      [...about, 'that Bob Beck was told to wait', 'that Bob Beck “lied” about it'].toSorted(),
    );
    expect(inArticle).toHaveLength(7);
  });

  test('random filters find what the documents say', async () => {
    await fc.assert(
      fc.asyncProperty(FILTERS, fc.nat(11), async (wanted, way) => {
        const expected = SAID.filter((said) => holds(wanted, said)).map(({ words }) => words);
        expect(await found(inputOf(ids, wanted, way))).toEqual(expected.toSorted());
      }),
      { numRuns: runs(60, 6), seed: 7 },
    );
  });

  test('takes alternatives of one field as one condition, which a list can start from', async () => {
    const each = ['Ann Ash', 'Bob Beck'].map((name) => ({ saidBy: [{ name }] }));
    const { start, params } = await resolveFilter(db, { or: each });
    const both = ['Ann Ash', 'Bob Beck'].map((name) => ids.entities.get(name));
    expect(start).toMatchObject({ field: 'saidBy', ids: both });
    expect(Object.values(params)).toEqual([both]);
  });

  test('filters the lists of an entity in the same way', async () => {
    const source = `query ($where: StatementFilter) { entity(by: {name: "Bob Beck"}) {
      statements(where: $where) { totalCount } statementsAbout(where: $where) { totalCount }
    } }`;
    const where = { about: [{ qid: 'Q900002' }] };
    expect(await answer(db, source, { where })).toEqual({
      entity: { statements: { totalCount: 1 }, statementsAbout: { totalCount: 1 } },
    });
  });

  describe('refuses', () => {
    const code = (where: unknown) => failureCode(db, LIST, { where });
    const { StatementFilter } = schema.getTypeMap();
    const listFields = Object.values((StatementFilter as GraphQLInputObjectType).getFields())
      .filter(({ type }) => isListType(type))
      .map(({ name }) => name);

    test.each(listFields)('an empty list in %s', async (field) => {
      const failure = await failureOf(db, LIST, { where: { or: [{ depth: 0 }, { not: { [field]: [] } }] } });
      expect(failure.code).toBe('INVALID_INPUT');
      expect(failure.message).toContain(`where.or[1].not.${field}`);
    });

    test('more parts than the limit, and no fewer', async () => {
      const parts = (count: number) => ({
        and: [{ or: Array(50).fill({ depth: 0 }) }, { or: Array(count - 53).fill({ kind: ['DIRECT'] }) }],
      });
      expect(await found(parts(MAX_FILTER_CONDITIONS))).toEqual(['The Pact is dead,']);
      expect(await code(parts(MAX_FILTER_CONDITIONS + 1))).toBe('LIMIT_EXCEEDED');
      expect(await code({ or: Array(MAX_FILTER_CONDITIONS).fill({ depth: 0 }) })).toBe('LIMIT_EXCEEDED');
    });

    test.each(['not', 'and', 'or'])('more depth of %s than the limit, and no less', async (field) => {
      const nested = (depth: number): object => {
        if (depth === 0) return { kind: ['DIRECT'] };
        const inner = nested(depth - 1);
        return { [field]: field === 'not' ? inner : [inner] };
      };
      expect(await found(nested(MAX_FILTER_DEPTH))).toEqual(['The Pact is dead,']);
      expect(await code(nested(MAX_FILTER_DEPTH + 1))).toBe('LIMIT_EXCEEDED');
    });

    test.each([
      ['saidBy', { name: 'Ann Ash' }],
      ['article', { url: URLS['daily-1'] }],
      ['saidByGroup', { name: 'Norland' }],
      ['kind', 'DIRECT'],
      ['act', 'ASK'],
      ['cueLemma', 'say'],
    ])('more values of %s than the limit, and no fewer', async (field, value) => {
      const many = (count: number) => ({ [field]: Array(count).fill(value) });
      expect(await found(many(MAX_FILTER_VALUES))).toEqual(await found(many(1)));
      const failure = await failureOf(db, LIST, { where: many(MAX_FILTER_VALUES + 1) });
      expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED', extensions: { argument: `where.${field}` } });
    });

    test.each(['', ' ', '“…” –'])('the text "%s", which has no word', async (text) => {
      expect(await code({ not: { text } })).toBe('INVALID_INPUT');
    });

    test('more words than the limit, and no fewer', async () => {
      const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at} w0`).join(' ');
      expect(await found({ text: words(MAX_FILTER_VALUES) })).toEqual([]);
      expect(await code({ text: words(MAX_FILTER_VALUES + 1) })).toBe('LIMIT_EXCEEDED');
    });

    test.each(['saidBetween', 'publishedBetween', 'datedBetween', 'recordedBetween'])(
      'no date in %s',
      async (field) => {
        for (const date of ['', '2024-13', '2024-02-30', '../..', '2024-03/2024-02', 'March 2024'])
          expect(await code({ [field]: date })).toBe('INVALID_INPUT');
      },
    );

    const nobody = nodeId('Person', 'nobody');
    test.each([
      [{ name: 'Nobody' }, 'NOT_FOUND'],
      [{ name: '' }, 'NOT_FOUND'],
      [{ qid: 'Q7' }, 'NOT_FOUND'],
      [{ id: nobody }, 'NOT_FOUND'],
      [{ id: 'Ann Ash' }, 'INVALID_INPUT'],
      [{ id: nodeId('Statement', 'x') }, 'INVALID_INPUT'],
      [{ qid: '900002' }, 'INVALID_INPUT'],
      [{}, 'INVALID_INPUT'],
      [{ name: 'Ann Ash', qid: 'Q900001' }, 'INVALID_INPUT'],
      [{ name: null }, 'INVALID_INPUT'],
      [{ name: 'x'.repeat(501) }, 'LIMIT_EXCEEDED'],
    ])('the entity %j: %s', async (reference, expected) => {
      for (const field of ENTITY_FIELDS) expect(await code({ not: { [field]: [reference] } })).toBe(expected);
    });

    test('a reference to nothing, and says which', async () => {
      const where = { about: [{ name: 'Ann Ash' }, { name: 'Nobody' }] };
      const { extensions } = await failureOf(db, LIST, { where });
      expect(extensions).toMatchObject({ reference: { name: 'Nobody' } });
    });

    test('a name of several, with the candidates', async () => {
      const { code: ambiguous, extensions } = await failureOf(db, LIST, {
        where: { saidBy: [{ name: 'sam  cole' }] },
      });
      expect(ambiguous).toBe('AMBIGUOUS');
      const { candidates } = extensions as { candidates: { qid: string }[] };
      const alike = { score: 0.75, reason: 'NAME', matched: 'Sam Cole' };
      expect(candidates.toSorted((a, b) => (a.qid < b.qid ? -1 : 1))).toEqual([
        {
          id: expect.stringMatching(/^per_/),
          type: 'PERSON',
          name: 'Sam Cole',
          description: 'a farmer',
          qid: 'Q900003',
          ...alike,
        },
        {
          id: expect.stringMatching(/^per_/),
          type: 'PERSON',
          name: 'Sam Cole',
          description: null,
          qid: 'Q900004',
          ...alike,
        },
      ]);
    });

    test.each([
      [{ id: nodeId('Article', 'none') }, 'NOT_FOUND'],
      [{ url: 'https://daily.example/2' }, 'NOT_FOUND'],
      [{ sha256: '0'.repeat(64) }, 'NOT_FOUND'],
      [{ id: nobody }, 'INVALID_INPUT'],
      [{ url: 'daily' }, 'INVALID_INPUT'],
      [{ sha256: 'abc' }, 'INVALID_INPUT'],
      [{}, 'INVALID_INPUT'],
    ])('the article %j: %s', async (reference, expected) => {
      expect(await code({ article: [reference] })).toBe(expected);
    });
  });
});
