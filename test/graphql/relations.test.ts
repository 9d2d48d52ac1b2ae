import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureCode } from '../support/graphql.ts';
import { CLAIM, CLAIMS, ENTITIES, REFERENCE, writeWorld } from './world.ts';

interface Relation {
  readonly type: string;
  readonly from: { readonly name: string };
  readonly to: { readonly name: string };
}

const FIELDS = 'type from { name } to { name } validFrom validUntil';

describeEngines('relations', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeWorld(db);
  });

  async function relationsOf<T extends object = object>(
    name: string,
    args = '',
    fields = '',
  ): Promise<(Relation & T)[]> {
    interface Data {
      readonly entity: {
        readonly relations: { readonly nodes: (Relation & T)[]; readonly totalCount: number };
      };
    }
    const list = `relations(first: 100${args}) { nodes { ${FIELDS} ${fields} } totalCount }`;
    const { entity } = await answer<Data>(
      db,
      `query ($name: String!) { entity(by: {name: $name}) { ${list} } }`,
      { name },
    );
    expect(entity.relations.totalCount).toBe(entity.relations.nodes.length);
    return entity.relations.nodes;
  }

  const written = (relations: readonly Relation[]) =>
    relations.map(({ type, from, to }) => `${from.name} ${type} ${to.name}`).toSorted();

  test.each([
    [
      ', types: [PART_OF]',
      [
        'Border Guard PART_OF Federation Council',
        'Federation Council PART_OF Federal Assembly',
        'Federation Council PART_OF Wire Agency',
        'International Committee PART_OF Federation Council',
      ],
    ],
    [
      ', types: [PART_OF], direction: OUT',
      ['Federation Council PART_OF Federal Assembly', 'Federation Council PART_OF Wire Agency'],
    ],
    [
      ', types: [PART_OF], direction: IN',
      ['Border Guard PART_OF Federation Council', 'International Committee PART_OF Federation Council'],
    ],
    [', types: [LOCATED_IN, MEMBER_OF], direction: BOTH', ['Federation Council LOCATED_IN Usland']],
    [', types: [CAPITAL_OF]', []],
  ])('of the Federation Council%s', async (args, expected) => {
    expect(written(await relationsOf('Federation Council', args))).toEqual(expected);
  });

  test('are of all types and both directions unless chosen, by type', async () => {
    const all = await relationsOf('Federation Council');
    expect(all.map(({ type }) => type)).toEqual(['LOCATED_IN', 'PART_OF', 'PART_OF', 'PART_OF', 'PART_OF']);
    expect(await relationsOf('Federation Council', ', types: null, direction: null, asOf: null')).toEqual(
      all,
    );
  });

  test('of no type are refused', async () => {
    const source = '{ entity(by: {name: "Mosk"}) { relations(types: []) { totalCount } } }';
    expect(await failureCode(db, source)).toBe('INVALID_INPUT');
  });

  test.each(CLAIMS)('%s is shown as a claim, with who claims it', async (_, { type, from, to }) => {
    const fields = 'claimedIn { content saidBy { speakers { name } } } evidence { exact } reference';
    const found = await relationsOf(ENTITIES[from]?.name ?? '', `, types: [${type}], direction: OUT`, fields);
    expect(found.find((relation) => relation.to.name === ENTITIES[to]?.name)).toMatchObject({
      reference: null,
      claimedIn: [{ content: CLAIM, saidBy: { speakers: [{ name: 'Two officials' }] } }],
    });
  });

  const EVIDENCE =
    'evidence { role exact articleVersion { article { publishedAt } } } claimedIn { content } reference attestedFrom attestedUntil';

  test('that an article says in its own voice are claimed by nobody', async () => {
    expect(await relationsOf('José Núñez', ', types: [MEMBER_OF]', EVIDENCE)).toEqual([
      {
        type: 'MEMBER_OF',
        from: { name: 'José Núñez' },
        to: { name: 'International Committee' },
        validFrom: null,
        validUntil: null,
        evidence: [
          {
            role: 'RELATION',
            exact: 'José Núñez sits in the International Committee',
            articleVersion: { article: { publishedAt: '2021-03-22' } },
          },
        ],
        claimedIn: [],
        reference: null,
        attestedFrom: '2021-03-22',
        attestedUntil: '2021-03-22',
      },
    ]);
  });

  test('that are background have a reference in place of evidence', async () => {
    expect(await relationsOf('José Núñez', ', types: [CITIZEN_OF]', EVIDENCE)).toMatchObject([
      {
        to: { name: 'Ruslan' },
        evidence: [],
        claimedIn: [],
        reference: REFERENCE,
        attestedFrom: null,
        attestedUntil: null,
      },
    ]);
  });

  test('are attested from the first to the last article, undated ones apart', async () => {
    expect(await relationsOf('Ana Torv', ', types: [HOLDS_POSITION], asOf: "2021"', EVIDENCE)).toMatchObject([
      {
        to: { name: 'Ambassador' },
        attestedFrom: '2021-03-22',
        attestedUntil: '2022-06',
        evidence: [
          { articleVersion: { article: { publishedAt: '2021-03-22' } } },
          { articleVersion: { article: { publishedAt: '2022-06' } } },
          { articleVersion: { article: { publishedAt: null } } },
        ],
      },
    ]);
  });

  test('claimed by one and said by an article are facts that keep the claim', async () => {
    expect(await relationsOf('Ana Torv', ', types: [CITIZEN_OF]', EVIDENCE)).toMatchObject([
      {
        claimedIn: [{ content: CLAIM }],
        attestedFrom: '2021-03-22',
        attestedUntil: '2022-06',
      },
    ]);
  });

  describe('with asOf', () => {
    const held = async (field: string, name: string, type: string, asOf: string) => {
      const source = `query ($name: String!, $asOf: PartialDate) { entity(by: {name: $name}) { ...on ${type} { ${field} } } }`;
      const { entity } = await answer<{ entity: { found: unknown[] } }>(db, source, { name, asOf });
      return entity.found.length > 0;
    };

    /** Ambassador, without dates of its own: attested on 22 March 2021 and in June 2022. */
    test.each([
      ['1990', false],
      ['2021-03-21', false],
      ['2021-03-22', true],
      ['2021-03', true],
      ['2021', true],
      ['2022-01-15', true],
      ['2022-06-30', true],
      ['2022-07', false],
      ['2022-07-01/..', false],
      ['2022-06-30/..', true],
      ['../2021-03-21', false],
      ['../2021-03-22', true],
      ['1990/2050', true],
    ])('%s an office without dates: %s', async (asOf, expected) => {
      expect(
        await held('found: holders(asOf: $asOf) { holder { name } }', 'Ambassador', 'Position', asOf),
      ).toBe(expected);
    });

    /** President since 7 May 2012, attested on 22 March 2021. */
    test.each([
      ['2012-05-06', false],
      ['2012-05-07', true],
      ['2012-05', true],
      ['2015', true],
      ['2021-03-22', true],
      ['2021-03-23', false],
      ['2021', true],
      ['2022', false],
    ])('%s an office with a beginning: %s', async (asOf, expected) => {
      expect(await held('found: headsOfState(asOf: $asOf) { name }', 'Ruslan', 'Country', asOf)).toBe(
        expected,
      );
    });

    /** Background: one minister from 2000 to May 2004. The other, since 2001, is not known to have stayed a day. */
    test.each([
      ['1999', []],
      ['2000', ['Ana Torv']],
      ['2004-05-31', ['Ana Torv']],
      ['2004-06', []],
      ['2021', []],
    ])('%s the ministers: %j', async (asOf, expected) => {
      const source = `{ entity(by: {name: "Minister"}) { ...on Position { holders(asOf: "${asOf}") { holder { name } } } } }`;
      const { entity } = await answer<{ entity: { holders: { holder: { name: string } }[] } }>(db, source);
      expect(entity.holders.map(({ holder }) => holder.name)).toEqual(expected);
    });

    test('background facts without dates are not known to hold', async () => {
      expect(await relationsOf('José Núñez', ', types: [CITIZEN_OF]')).toHaveLength(1);
      expect(await relationsOf('José Núñez', ', types: [CITIZEN_OF], asOf: "2021"')).toEqual([]);
    });

    test('relations of an entity are those of the time', async () => {
      expect(written(await relationsOf('Ana Torv', ', types: [HOLDS_POSITION], asOf: "2003"'))).toEqual([
        'Ana Torv HOLDS_POSITION Minister',
      ]);
      expect(written(await relationsOf('Ana Torv', ', types: [HOLDS_POSITION], asOf: "2022"'))).toEqual([
        'Ana Torv HOLDS_POSITION Ambassador',
      ]);
      expect(await relationsOf('Ana Torv', ', asOf: "1990"')).toEqual([]);
    });

    test.each(['', '2021-13', '2021-02-29', 'yesterday', '2022/2021', '../..'])(
      '%j is refused',
      async (asOf) => {
        const source =
          'query ($asOf: PartialDate) { entity(by: {name: "Mosk"}) { relations(asOf: $asOf) { totalCount } } }';
        expect(await failureCode(db, source, { asOf })).toBe('INVALID_INPUT');
        expect(
          await failureCode(
            db,
            source.replace('($asOf: PartialDate)', '').replace('$asOf', JSON.stringify(asOf)),
          ),
        ).toBe('INVALID_INPUT');
      },
    );
  });
});
