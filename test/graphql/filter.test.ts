import fc from 'fast-check';
import { type GraphQLInputObjectType, isListType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { MAX_FILTER_CONDITIONS, MAX_FILTER_DEPTH, MAX_FILTER_VALUES } from '../../src/statement/filter.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureCode, failureOf, runs } from '../support/graphql.ts';
import { DOCUMENTS, holds, SAID, SHA256, URLS, type Wanted } from './claims.ts';

const LIST = `query ($where: StatementFilter) {
  statements(first: 100, where: $where) { nodes { content saidBy { cue } } }
}`;
const COUNT = 'query ($where: StatementFilter) { statements(where: $where) { totalCount } }';
const ENTITY_FIELDS = ['saidBy', 'about', 'mentions', 'toldTo', 'publishedBy'] as const;
const NAMES = [
  'Ann Ash',
  'Bob Beck',
  'Carl Dörn',
  'Norland',
  'The Pact',
  'The Daily',
  'Evening Post',
] as const;
const QIDS: Readonly<Record<string, string>> = { 'Carl Dörn': 'Q900001', Norland: 'Q900002' };

/** One for each field, with the statements that it means written out. */
const SINGLE: readonly (readonly [string, Wanted, readonly string[]])[] = [
  ['saidBy', { saidBy: ['Carl Dörn'] }, ['that Ash is right', 'that they agree']],
  [
    'saidBy, not who reports it',
    { saidBy: ['Bob Beck'] },
    ['The Pact is dead,', 'would not comment', 'that talks with Norland go on'],
  ],
  ['source', { source: 'UNNAMED' }, ['that Bob Beck “lied” about it']],
  ['source', { source: 'NONE' }, ['that all is well']],
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
  ['not', { article: ['post-1'], not: { about: ['The Daily'] } }, ['that Bob Beck was told to wait']],
];

describeEngines('statements(where:)', (open) => {
  let db: Database;
  const entityIds = new Map<string, string>();
  const articleIds = new Map<string, string>();
  beforeAll(async () => {
    db = await open();
    for (const document of DOCUMENTS) {
      const { articleId } = await ingestDocument(db, document);
      articleIds.set(document.article.key ?? '', articleId);
    }
    const { entities } = await answer<{ entities: { nodes: { id: string; name: string }[] } }>(
      db,
      '{ entities(first: 100) { nodes { id name } } }',
    );
    for (const { id, name } of entities.nodes) entityIds.set(name, id);
  });

  async function found(where: unknown): Promise<string[]> {
    interface Said {
      readonly content: string | null;
      readonly saidBy: { readonly cue: string };
    }
    const { statements } = await answer<{ statements: { nodes: Said[] } }>(db, LIST, { where });
    return statements.nodes.map(({ content, saidBy }) => content ?? saidBy.cue).toSorted();
  }

  /** The API's form of a filter. `way` chooses how each entity and article is referred to. */
  function inputOf({ and, or, not, article, ...fields }: Wanted, way = 0): object {
    const references = ENTITY_FIELDS.flatMap((field) => {
      const names = fields[field];
      return names === undefined ? [] : [[field, names.map((name, at) => entityReference(name, way + at))]];
    });
    return {
      ...fields,
      ...Object.fromEntries(references),
      ...(article && { article: article.map((key, at) => articleReference(key, way + at)) }),
      ...(and && { and: and.map((part) => inputOf(part, way)) }),
      ...(or && { or: or.map((part) => inputOf(part, way)) }),
      ...(not && { not: inputOf(not, way) }),
    };
  }

  function entityReference(name: string, way: number): object {
    const qid = QIDS[name];
    if (way % 4 === 1) return { id: entityIds.get(name) };
    if (way % 4 === 2 && qid !== undefined) return { qid };
    return { name: way % 4 === 3 ? ` ${name.toUpperCase()} `.replace('Ö', 'O') : name };
  }

  function articleReference(key: string, way: number): object {
    const url = URLS[key];
    if (way % 3 === 1 && url !== undefined) return { url };
    return way % 3 === 2 ? { sha256: SHA256[key] } : { id: articleIds.get(key) };
  }

  test.each(SINGLE)('%s: %j', async (_, wanted, words) => {
    const expected = words.toSorted();
    expect(
      SAID.filter((said) => holds(wanted, said))
        .map((said) => said.words)
        .toSorted(),
    ).toEqual(expected);
    for (const way of [0, 1, 2, 3]) expect(await found(inputOf(wanted, way))).toEqual(expected);
    expect(await answer(db, COUNT, { where: inputOf(wanted) })).toEqual({
      statements: { totalCount: expected.length },
    });
    const others = SAID.map((said) => said.words).filter((each) => !words.includes(each));
    expect(await found({ not: inputOf(wanted) })).toEqual(others.toSorted());
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
        expect(await found(inputOf(wanted, way))).toEqual(expected.toSorted());
      }),
      { numRuns: runs(60, 25), seed: 7 },
    );
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
      ['kind', 'DIRECT'],
      ['act', 'ASK'],
    ])('more values of %s than the limit, and no fewer', async (field, value) => {
      const many = (count: number) => ({ [field]: Array(count).fill(value) });
      expect(await found(many(MAX_FILTER_VALUES))).toEqual(await found(many(1)));
      const failure = await failureOf(db, LIST, { where: many(MAX_FILTER_VALUES + 1) });
      expect(failure).toMatchObject({ code: 'LIMIT_EXCEEDED', extensions: { argument: `where.${field}` } });
    });

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
      expect(candidates.toSorted((a, b) => (a.qid < b.qid ? -1 : 1))).toEqual([
        {
          id: expect.stringMatching(/^per_/),
          type: 'PERSON',
          name: 'Sam Cole',
          description: 'a farmer',
          qid: 'Q900003',
        },
        {
          id: expect.stringMatching(/^per_/),
          type: 'PERSON',
          name: 'Sam Cole',
          description: null,
          qid: 'Q900004',
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

const some = <T>(...values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const names = some(...NAMES);

const FIELDS = {
  saidBy: names,
  about: names,
  mentions: names,
  toldTo: names,
  publishedBy: names,
  article: some('daily-1', 'letter-1', 'post-1'),
  source: fc.constantFrom('NAMED', 'UNNAMED', 'NONE'),
  addressee: fc.constantFrom('KNOWN', 'UNKNOWN', 'NONE'),
  kind: some('DIRECT', 'INDIRECT', 'MIXED'),
  act: some('ASSERT', 'CRITICIZE', 'PREDICT', 'ASK', 'PROMISE', 'DENY', 'DECLINED_TO_COMMENT'),
  depth: fc.integer({ min: 0, max: 2 }),
} as const;

/** One field at a time is likeliest: all of several rarely hold. */
const FIELD = fc
  .constantFrom(...(Object.keys(FIELDS) as (keyof typeof FIELDS)[]))
  .chain((field) => fc.record({ [field]: FIELDS[field] }) as fc.Arbitrary<Wanted>);

const FILTERS: fc.Arbitrary<Wanted> = fc.letrec<{ filter: Wanted }>((tie) => {
  const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
  return {
    filter: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      FIELD,
      fc.tuple(FIELD, FIELD).map(([a, b]) => ({ ...a, ...b })),
      fc.record({ and: parts }),
      fc.record({ or: parts }),
      fc.record({ not: tie('filter') }),
      fc.tuple(FIELD, tie('filter'), parts).map(([field, not, or]) => ({ ...field, not, or })),
    ),
  };
}).filter;
