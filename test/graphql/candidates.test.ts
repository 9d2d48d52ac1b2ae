import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { traced } from '../../src/graph/traced.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { at, type DocumentSpec, documentOf, type EntitySpec } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureOf } from '../support/graphql.ts';

/** A planet and a firm have the name for their own; a singer, of whom most is said, has it for an alias, and so has a god. */
const MERCURY: DocumentSpec = {
  key: 'mercury-1',
  text: [
    'Mercury, Mercury and Freddie Mercury.',
    'Freddie Mercury told the envoy that he sings. Freddie Mercury told the envoy that he sings again.',
    'Ann Ash said that Mercury shines.',
  ].join('\n'),
  entities: {
    planet: { type: 'PLACE', name: 'Mercury', description: 'a planet' },
    firm: { type: 'ORGANIZATION', name: 'MERCÚRY' },
    singer: { type: 'PERSON', name: 'Freddie Mercury', aliases: ['Fred', 'mercury'] },
    god: { type: 'EVENT', name: 'Mercuralia', aliases: ['Mercury', 'Mercury’s day'] },
    ann: { type: 'PERSON', name: 'Ann Ash' },
    envoy: { type: 'POSITION', name: 'Envoy' },
  },
  mentions: {
    planet: { at: 'Mercury', of: 'planet' },
    singer: { at: 'Freddie Mercury', of: 'singer' },
    again: { at: at('Freddie Mercury', 2), of: 'singer' },
    he: { at: 'he', kind: 'PRONOUN', of: 'singer' },
  },
  statements: {
    sings: { by: 'singer', speakingAs: 'envoy', content: 'that he sings', about: 'singer' },
    again: { by: 'singer', content: 'that he sings again', toldTo: 'ann', told: 'the envoy' },
    shines: { by: 'ann', content: 'that Mercury shines', about: 'planet' },
  },
};
/** Mentions, and statements by, to, for and about it. */
const USES = { planet: 2, firm: 0, singer: 6, god: 0 };

/** More than are listed: many have it for an alias, and those who have it for their own come last by it. */
const ALIASED = Object.fromEntries(
  Array.from({ length: 25 }, (_, number): [string, EntitySpec] => [
    `a${number}`,
    { type: 'PERSON', name: `Abe ${number}`, aliases: ['Zed'] },
  ]),
);
const ZEDS: Readonly<Record<string, EntitySpec>> = {
  person: { type: 'PERSON', name: 'Zed' },
  place: { type: 'PLACE', name: 'Zed' },
  treaty: { type: 'TREATY', name: 'Zed' },
};
const ZED: DocumentSpec = {
  key: 'zed-1',
  text: 'Zed and Zed.',
  entities: { ...ALIASED, ...ZEDS },
  mentions: { place: { at: 'Zed', of: 'place' } },
};

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly score: number;
  readonly reason: string;
  readonly matched: string;
}

const ENTITY = 'query ($name: String!) { entity(by: {name: $name}) { id } }';

describeEngines('the candidates of an ambiguous name', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    for (const spec of [MERCURY, ZED]) await ingestDocument(db, documentOf(spec));
  });

  async function candidates(name: string) {
    const { code, extensions } = await failureOf(db, ENTITY, { name });
    expect(code).toBe('AMBIGUOUS');
    return extensions as unknown as {
      readonly candidates: readonly Candidate[];
      readonly truncated: boolean;
    };
  }

  test('have own names before aliases, and then what is used most', async () => {
    const found = await candidates(' mercury');
    expect(found.truncated).toBe(false);
    const all = Object.values(USES).reduce((sum, uses) => sum + uses + 1, 0);
    const share = (key: keyof typeof USES) => (USES[key] + 1) / all;
    const common = { id: expect.any(String), description: null, qid: null };
    const expected = [
      {
        ...common,
        type: 'PLACE',
        name: 'Mercury',
        description: 'a planet',
        reason: 'NAME',
        matched: 'Mercury',
        score: expect.closeTo(0.5 + share('planet') / 2, 12),
      },
      {
        ...common,
        type: 'ORGANIZATION',
        name: 'MERCÚRY',
        reason: 'NAME',
        matched: 'MERCÚRY',
        score: expect.closeTo(0.5 + share('firm') / 2, 12),
      },
      {
        ...common,
        type: 'PERSON',
        name: 'Freddie Mercury',
        reason: 'ALIAS',
        matched: 'mercury',
        score: expect.closeTo(share('singer') / 2, 12),
      },
      {
        ...common,
        type: 'EVENT',
        name: 'Mercuralia',
        reason: 'ALIAS',
        matched: 'Mercury',
        score: expect.closeTo(share('god') / 2, 12),
      },
    ];
    expect(found.candidates).toEqual(expected);
    const scores = found.candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score > 0 && score < 1 && score !== 0.5).toBe(true);
  });

  test('of which more are there than are listed are the best of them, and ties go by id', async () => {
    const found = await candidates('ZED');
    expect(found.truncated).toBe(true);
    expect(found.candidates).toHaveLength(20);
    const [first, ...rest] = found.candidates;
    expect(first).toMatchObject({ type: 'PLACE', reason: 'NAME' });
    const others = rest.filter(({ reason }) => reason === 'NAME');
    expect(others.map(({ type }) => type).toSorted()).toEqual(['PERSON', 'TREATY']);
    const aliased = rest.slice(2);
    expect(new Set(aliased.map(({ reason, matched }) => `${reason} ${matched}`))).toEqual(
      new Set(['ALIAS Zed']),
    );
    for (const same of [others, aliased]) {
      expect(new Set(same.map(({ score }) => score)).size).toBe(1);
      expect(same.map(({ id }) => id)).toEqual(same.map(({ id }) => id).toSorted());
    }
  });

  test('lead to what they name', async () => {
    for (const { id, name } of (await candidates('mercury')).candidates) {
      const source = 'query ($id: ID!) { entity(by: {id: $id}) { name } }';
      expect(await answer(db, source, { id })).toEqual({ entity: { name } });
    }
  });

  test('cost one call for all ambiguous names of a request, and none where none is', async () => {
    const calls: Record<string, number> = {};
    const counted = traced(db, ({ query }) => {
      calls[query] = (calls[query] ?? 0) + 1;
    });
    const where = { about: [{ name: 'Ann Ash' }, { name: 'Mercury' }], not: { saidBy: [{ name: 'Zed' }] } };
    const source = 'query ($where: StatementFilter) { statements(where: $where) { totalCount } }';
    expect(await failureOf(counted, source, { where })).toMatchObject({ code: 'AMBIGUOUS' });
    expect(calls).toEqual({ 'entity.byName': 1, 'entity.uses': 1 });
    const { calls: without } = await callsOf(db, ENTITY, { name: 'Fred' });
    expect(without).toEqual({ 'entity.byName': 1 });
  });

  test('are told by every field that takes a name', async () => {
    for (const source of [
      '{ paths(from: {name: "Mercury"}, to: {name: "Ann Ash"}) { truncated } }',
      '{ timeline(saidBy: {name: "Mercury"}) { count } }',
      '{ coQuoted(with: {name: "Mercury"}) { count } }',
      '{ statementFacets(by: [KIND], where: {saidByGroup: [{name: "Mercury"}]}) { total } }',
    ]) {
      const { extensions } = await failureOf(db, source);
      expect(extensions).toMatchObject({
        candidates: [{ type: 'PLACE', reason: 'NAME' }, {}, {}, { matched: 'Mercury' }],
      });
    }
  });
});
