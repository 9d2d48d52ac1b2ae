import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureCode, failureOf } from '../support/graphql.ts';
import { writeWorld } from './world.ts';

describeEngines('entities', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeWorld(db);
  });

  describe('entity(by:)', () => {
    const ENTITY = 'query ($by: EntityRef!) { entity(by: $by) { id name } }';

    const find = async (by: object) =>
      (await answer<{ entity: { id: string; name: string } | null }>(db, ENTITY, { by })).entity;

    test.each(['José Núñez', 'jose nunez', 'JOSE\u0301  NÚÑEZ', ' José Nunez ', 'NUÑEZ', 'pepe'])(
      'finds the name %s',
      async (name) => {
        expect(await find({ name })).toMatchObject({ name: 'José Núñez' });
      },
    );

    test('finds an id and a QID', async () => {
      const ruslan = await find({ qid: 'Q900001' });
      expect(ruslan?.name).toBe('Ruslan');
      expect(await find({ id: ruslan?.id })).toEqual(ruslan);
      expect(await find({ name: 'Ruslan federation' })).toEqual(ruslan);
    });

    test.each([
      { name: 'Nobody' },
      { name: 'José' },
      { name: '' },
      { qid: 'Q1' },
      { id: nodeId('Person', 'x') },
    ])('has nothing for %j', async (by) => {
      expect(await find(by)).toBeNull();
    });

    test.each([
      { id: nodeId('Article', 'x') },
      { id: nodeId('Relation', 'x') },
      { id: 'per_1' },
      { id: '' },
      { qid: 'q900001' },
      {},
      { name: 'Ruslan', qid: 'Q900001' },
    ])('refuses %j', async (by) => {
      expect(await failureCode(db, ENTITY, { by })).toBe('INVALID_INPUT');
    });

    test('refuses a name of several, with the candidates', async () => {
      const { code, extensions } = await failureOf(db, ENTITY, { by: { name: 'MAX SAME' } });
      expect(code).toBe('AMBIGUOUS');
      expect(extensions).toMatchObject({ truncated: false });
      const { candidates } = extensions as { candidates: { id: string; qid: string }[] };
      expect(candidates.map(({ qid }) => qid).toSorted()).toEqual(['Q900011', 'Q900012']);
      for (const { id } of candidates) expect(await find({ id })).toMatchObject({ id, name: 'Max Same' });
    });
  });

  describe('entities', () => {
    const names = async (args: string) => {
      const data = await answer<{ entities: { nodes: { name: string }[]; totalCount: number } }>(
        db,
        `{ entities(first: 100, ${args}) { nodes { name } totalCount } }`,
      );
      const found = data.entities.nodes.map(({ name }) => name);
      expect(data.entities.totalCount).toBe(found.length);
      return found;
    };

    test.each([
      ['types: [COUNTRY]', ['Ruslan', 'Usland']],
      ['types: [TREATY, EVENT]', ['Mosk talks', 'Start Treaty']],
      ['types: [UNNAMED_SOURCE]', ['Two officials', 'Two officials']],
      ['name: "mo"', ['Mosk', 'Mosk Post', 'Mosk talks']],
      ['name: "MOSK", types: [ORGANIZATION, EVENT]', ['Mosk Post', 'Mosk talks']],
      ['name: "nun"', ['José Núñez']],
      ['name: "Ruslan"', ['Ruslan']],
      ['name: "osk"', []],
    ])('with %s, by name', async (args, expected) => {
      expect(await names(args)).toEqual(expected);
    });

    test('are all without a choice', async () => {
      expect(await names('name: null, types: null')).toHaveLength(22);
      expect(await names('name: "  "')).toHaveLength(22);
    });

    test('of no type are refused', async () => {
      expect(await failureCode(db, '{ entities(types: []) { nodes { id } } }')).toBe('INVALID_INPUT');
    });
  });

  /** The entity of the name, by the fields of its type. */
  async function read(name: string, fields: string): Promise<unknown> {
    const types = [
      'Person',
      'Organization',
      'Country',
      'Place',
      'Treaty',
      'Event',
      'Position',
      'UnnamedSource',
    ];
    const [type = '', ...rest] = fields.split(' ');
    expect(types).toContain(type);
    const source = `query ($name: String!) { entity(by: {name: $name}) { ... on ${type} { ${rest.join(' ')} } } }`;
    return (await answer<{ entity: unknown }>(db, source, { name })).entity;
  }

  test.each<[string, string, object]>([
    [
      'Usland',
      'Country __typename name aliases description qid',
      { __typename: 'Country', name: 'Usland', aliases: [], description: 'a state', qid: 'Q900002' },
    ],
    [
      'José Núñez',
      'Person __typename aliases description qid',
      { __typename: 'Person', aliases: ['Núñez', 'Pepe'], description: null, qid: null },
    ],
    [
      'José Núñez',
      'Person positions { from } citizenOf { name }',
      { positions: [], citizenOf: [{ name: 'Ruslan' }] },
    ],
    [
      'Ana Torv',
      'Person positions { position { name } holder { name } from until relation { type } } citizenOf { name }',
      {
        positions: [
          {
            position: { name: 'Minister' },
            holder: { name: 'Ana Torv' },
            from: '2000',
            until: '2004-05',
            relation: { type: 'HOLDS_POSITION' },
          },
          {
            position: { name: 'Ambassador' },
            holder: { name: 'Ana Torv' },
            from: null,
            until: null,
            relation: { type: 'HOLDS_POSITION' },
          },
        ],
        citizenOf: [{ name: 'Usland' }],
      },
    ],
    [
      'International Committee',
      'Organization partOf { name } parts { name } country { name } members { nodes { name } totalCount } isOutlet articles { totalCount }',
      {
        partOf: { name: 'Federation Council' },
        parts: [],
        country: { name: 'Ruslan' },
        members: { nodes: [{ name: 'José Núñez' }], totalCount: 1 },
        isOutlet: false,
        articles: { totalCount: 0 },
      },
    ],
    [
      'Federation Council',
      'Organization partOf { name } parts { name } country { name }',
      {
        partOf: { name: 'Federal Assembly' },
        parts: [{ name: 'International Committee' }],
        country: { name: 'Ruslan' },
      },
    ],
    [
      'Federal Assembly',
      'Organization partOf { name } country { name }',
      { partOf: null, country: { name: 'Ruslan' } },
    ],
    [
      'Border Guard',
      'Organization partOf { name } country { name } members { nodes { id } }',
      { partOf: null, country: null, members: { nodes: [] } },
    ],
    [
      'Mosk Post',
      'Organization isOutlet articles { nodes { publishedAt outlet { name } } totalCount }',
      {
        isOutlet: true,
        articles: {
          nodes: [
            { publishedAt: '2022-06', outlet: { name: 'Mosk Post' } },
            { publishedAt: '2021-03-22', outlet: { name: 'Mosk Post' } },
          ],
          totalCount: 2,
        },
      },
    ],
    [
      'Wire Agency',
      'Organization isOutlet parts { name } articles { totalCount }',
      { isOutlet: true, parts: [], articles: { totalCount: 0 } },
    ],
    [
      'Ruslan',
      'Country capital { name } headsOfState { name } treaties { name }',
      {
        capital: { name: 'Mosk' },
        headsOfState: [{ name: 'Ivan Petrov' }],
        treaties: [{ name: 'Start Treaty' }],
      },
    ],
    [
      'Usland',
      'Country capital { name } headsOfState { name } treaties { name }',
      { capital: null, headsOfState: [], treaties: [{ name: 'Start Treaty' }] },
    ],
    [
      'Mosk',
      'Place country { name } metonymicMentions { nodes { exact start entities { name } literally { name } } totalCount } mentions { totalCount }',
      {
        country: { name: 'Ruslan' },
        metonymicMentions: {
          nodes: [
            {
              exact: 'Mosk',
              start: expect.any(Number),
              entities: [{ name: 'Ruslan' }],
              literally: { name: 'Mosk' },
            },
          ],
          totalCount: 1,
        },
        mentions: { totalCount: 1 },
      },
    ],
    ['Great Square', 'Place country { name }', { country: { name: 'Ruslan' } }],
    [
      'Boro',
      'Place country { name } metonymicMentions { totalCount }',
      { country: null, metonymicMentions: { totalCount: 0 } },
    ],
    [
      'Start Treaty',
      'Treaty parties { name } signedOn inForceUntil',
      { parties: [{ name: 'Ruslan' }, { name: 'Usland' }], signedOn: '2010-04-08', inForceUntil: '2026-02' },
    ],
    [
      'Mosk talks',
      'Event place { name } participants { __typename name } heldOn',
      {
        place: { name: 'Mosk' },
        participants: [
          { __typename: 'Person', name: 'Ana Torv' },
          { __typename: 'Person', name: 'Ivan Petrov' },
        ],
        heldOn: '2021-03',
      },
    ],
    [
      'Ambassador',
      'Position of { name } accreditedTo { __typename name } holders { holder { name } }',
      {
        of: { name: 'Ruslan' },
        accreditedTo: { __typename: 'Country', name: 'Usland' },
        holders: [{ holder: { name: 'Ana Torv' } }],
      },
    ],
    [
      'Minister',
      'Position accreditedTo { name } holders { holder { name } from until }',
      {
        accreditedTo: null,
        holders: [
          { holder: { name: 'Ana Torv' }, from: '2000', until: '2004-05' },
          { holder: { name: 'Ivan Petrov' }, from: '2001', until: null },
        ],
      },
    ],
  ])('%s as %s', async (name, fields, expected) => {
    expect(await read(name, fields)).toEqual(expected);
  });

  test('an unnamed source belongs to one article', async () => {
    const { entities } = await answer<{ entities: { nodes: { id: string; article: { id: string } }[] } }>(
      db,
      '{ entities(types: [UNNAMED_SOURCE]) { nodes { id ... on UnnamedSource { descriptor article { id } } } } }',
    );
    expect(entities.nodes).toMatchObject([{ descriptor: 'Two officials' }, { descriptor: 'Two officials' }]);
    expect(new Set(entities.nodes.map(({ article }) => article.id)).size).toBe(2);
  });

  test('have the statements that they made, are about and were told', async () => {
    const lists =
      'statements { totalCount } statementsAbout { totalCount } statementsReceived { totalCount }';
    expect(await read('Ana Torv', `Person ${lists}`)).toEqual({
      statements: { totalCount: 1 },
      statementsAbout: { totalCount: 0 },
      statementsReceived: { totalCount: 0 },
    });
  });

  test('have the mentions of either reading', async () => {
    const fields = 'all: mentions { totalCount } literal: mentions(reading: LITERAL) { totalCount }';
    expect(
      await read('Ruslan', `Country ${fields} metonymic: mentions(reading: METONYMIC) { nodes { exact } }`),
    ).toEqual({
      all: { totalCount: 1 },
      literal: { totalCount: 0 },
      metonymic: { nodes: [{ exact: 'Mosk' }] },
    });
  });
});
