import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { mergeEntities, splitEntities } from '../../src/ingest/decide-merge.ts';
import { errorOf, read } from '../graph/queries.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { decide, entityId } from './decided.ts';
import { dumpApartFromDecisions, ingestAll } from './graph.ts';

/** Two articles that name one person in ways that nothing joins, and one with both. */
const SPECS: Readonly<Record<string, DocumentSpec>> = {
  a: {
    text: 'Carl Ek of Norland said that Berg is late.',
    key: 'a',
    publishedAt: '2024-01-01',
    entities: {
      ek: { type: 'PERSON', name: 'Carl Ek', qid: 'Q1' },
      berg: { type: 'PERSON', name: 'Berg' },
      norland: { type: 'COUNTRY', name: 'Norland' },
    },
    mentions: { ek: { at: 'Carl Ek', of: 'ek' }, berg: { at: 'Berg', of: 'berg' } },
    statements: {
      late: { by: 'ek', source: 'Carl Ek', cue: 'said', content: 'that Berg is late', about: 'berg' },
    },
    relations: { citizen: { type: 'CITIZEN_OF', from: 'ek', to: 'norland', at: 'Carl Ek of Norland' } },
  },
  b: {
    text: 'The Owl of Norland said that it rains.',
    key: 'b',
    publishedAt: '2024-01-02',
    entities: {
      owl: { type: 'PERSON', name: 'The Owl', qid: 'Q2', description: 'A night bird' },
      norland: { type: 'COUNTRY', name: 'Norland' },
    },
    mentions: { owl: { at: 'The Owl', of: 'owl' } },
    statements: { rain: { by: 'owl', source: 'The Owl', cue: 'said', content: 'that it rains' } },
    relations: { citizen: { type: 'CITIZEN_OF', from: 'owl', to: 'norland', at: 'The Owl of Norland' } },
  },
  c: {
    text: 'Carl Ek and The Owl said that Carl Ek likes The Owl. A friend left. The Flock is part of The Wood.',
    key: 'c',
    publishedAt: '2024-01-03',
    outlet: 'flock',
    entities: {
      ek: { type: 'PERSON', name: 'Carl Ek', qid: 'Q1' },
      owl: { type: 'PERSON', name: 'The Owl', qid: 'Q2' },
      friend: { type: 'UNNAMED_SOURCE', name: 'A friend' },
      flock: { type: 'ORGANIZATION', name: 'The Flock' },
      wood: { type: 'ORGANIZATION', name: 'The Wood' },
    },
    mentions: { ek: { at: 'Carl Ek', of: 'ek' }, owl: { at: 'The Owl', of: 'owl' } },
    statements: {
      both: {
        by: ['ek', 'owl'],
        source: ['Carl Ek', 'The Owl'],
        cue: 'said',
        content: 'that Carl Ek likes The Owl',
        about: ['ek', 'owl'],
      },
    },
    relations: { part: { type: 'PART_OF', from: 'flock', to: 'wood', at: 'The Flock is part of The Wood' } },
  },
};
const DOCUMENTS = Object.values(SPECS).map(documentOf);

const WHOLE = `query ($by: EntityRef!) { entity(by: $by) {
  id name aliases qid description
  statements(orderBy: DATE_ASC) { totalCount nodes { content } }
  statementsAbout { totalCount nodes { content } }
  mentions { totalCount }
  relations { totalCount nodes { type to { name } evidence { exact } } }
} }`;

describeEngines('merged entities', (open) => {
  let db: Database;
  let ek: string;
  let owl: string;
  beforeEach(async () => {
    db = await open();
    await ingestAll(db, DOCUMENTS);
    ek = await entityId(db, { qid: 'Q1' });
    owl = await entityId(db, { qid: 'Q2' });
  });

  test('are one in everything that is asked, under all their ids, QIDs and names', async () => {
    const decision = await decide(db, 'mergeEntities', { keep: ek, merge: [owl], reason: 'The same.' });
    expect(decision).toMatchObject({
      __typename: 'Decision',
      kind: 'MERGE',
      actor: 'rita',
      reason: 'The same.',
      entities: [{ id: ek, name: 'Carl Ek' }],
      undoneBy: null,
    });
    const wanted = {
      entity: {
        id: ek,
        name: 'Carl Ek',
        aliases: ['The Owl'],
        qid: 'Q1',
        description: 'A night bird',
        statements: {
          totalCount: 3,
          nodes: [
            { content: 'that Berg is late' },
            { content: 'that it rains' },
            { content: 'that Carl Ek likes The Owl' },
          ],
        },
        statementsAbout: { totalCount: 1, nodes: [{ content: 'that Carl Ek likes The Owl' }] },
        mentions: { totalCount: 4 },
        relations: {
          totalCount: 1,
          nodes: [
            {
              type: 'CITIZEN_OF',
              to: { name: 'Norland' },
              evidence: [{ exact: 'Carl Ek of Norland' }, { exact: 'The Owl of Norland' }],
            },
          ],
        },
      },
    };
    for (const by of [{ id: ek }, { id: owl }, { qid: 'Q1' }, { qid: 'Q2' }, { name: 'the owl' }])
      expect(await answer(db, WHOLE, { by })).toEqual(wanted);
    const counts = `{ stats { entities } entities(name: "the owl") { totalCount }
      statementFacets(by: [SPEAKER]) { buckets { entity { id } count } } }`;
    expect(await answer(db, counts)).toMatchObject({
      entities: { totalCount: 1 },
      statementFacets: [{ buckets: [{ entity: { id: ek }, count: 3 }] }],
    });
    const saidOnce =
      '{ statements(where: {saidBy: [{qid: "Q2"}, {qid: "Q1"}]}, first: 2) { totalCount nodes { content saidBy { speakers { id } } } } }';
    expect(await answer(db, saidOnce)).toMatchObject({
      statements: { totalCount: 3, nodes: [{ saidBy: { speakers: [{ id: ek }] } }, {}] },
    });
  });

  test('are what they were before after they have been split', async () => {
    const before = await dumpApartFromDecisions(db);
    const berg = await entityId(db, { name: 'Berg' });
    const merge = await decide(db, 'mergeEntities', { keep: berg, merge: [ek, owl] });
    const [only] = await read(db, 'MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.qid AS qid');
    // A name has no QID of its own.
    expect(only).toEqual({ id: berg, name: 'Berg', qid: 'Q1' });
    const split = await decide(db, 'splitEntities', { decision: merge.id, reason: 'Three, after all.' });
    expect(split).toMatchObject({ kind: 'SPLIT', undoes: { id: merge.id }, reason: 'Three, after all.' });
    expect(split.entities.map(({ name }) => name)).toEqual(['Berg', 'Carl Ek', 'The Owl']);
    expect(await dumpApartFromDecisions(db)).toEqual(before);
    expect(await decide(db, 'splitEntities', { decision: merge.id })).toMatchObject({
      __typename: 'Conflict',
      message: `The decision "${merge.id}" was split before.`,
    });
    expect(await decide(db, 'splitEntities', { decision: split.id })).toMatchObject({
      __typename: 'Conflict',
      message: `The decision "${split.id}" is a SPLIT: only a MERGE can be split.`,
    });
  });

  test('stay so when one of several decisions is taken back', async () => {
    const berg = await entityId(db, { name: 'Berg' });
    const first = await decide(db, 'mergeEntities', { keep: ek, merge: [owl] });
    // By an id that it has no more.
    const second = await decide(db, 'mergeEntities', { keep: owl, merge: [berg] });
    expect(second.entities).toEqual([{ id: ek, name: 'Carl Ek' }]);
    await decide(db, 'splitEntities', { decision: first.id });
    expect(await entityId(db, { id: owl })).toBe(owl);
    expect(await entityId(db, { id: berg })).toBe(ek);
    const decisions = `query ($id: ID!) { node(id: $id) { ... on Person { decisions { id } } } }`;
    expect(await answer(db, decisions, { id: owl })).toMatchObject({
      node: { decisions: [{ id: first.id }, {}] },
    });
  });

  test('are the one in particular when the name that was kept turns out to be one', async () => {
    const berg = await entityId(db, { name: 'Berg' });
    await decide(db, 'mergeEntities', { keep: berg, merge: [owl] });
    const known = documentOf({
      text: 'Berg came.',
      key: 'd',
      entities: { berg: { type: 'PERSON', name: 'Berg', qid: 'Q3' } },
      mentions: { berg: { at: 'Berg', of: 'berg' } },
    });
    await ingestAll(db, [known]);
    const third = await entityId(db, { qid: 'Q3' });
    for (const id of [berg, owl]) expect(await entityId(db, { id })).toBe(third);
    // What points back to itself is merged by what no decision has merged.
    await decide(db, 'mergeEntities', { keep: ek, merge: [owl] });
    for (const id of [berg, owl, third]) expect(await entityId(db, { id })).toBe(ek);
  });

  test('take the articles that one of them published, and say nothing of each other', async () => {
    const flock = await entityId(db, { name: 'The Flock' });
    const wood = await entityId(db, { name: 'The Wood' });
    const source = `query ($id: ID!) { node(id: $id) { ... on Organization {
      isOutlet articles { nodes { title } totalCount } relations { totalCount } partOf { id } parts { id }
    } } }`;
    const merge = await decide(db, 'mergeEntities', { keep: wood, merge: [flock] });
    const articles = { totalCount: 1, nodes: [{ title: null }] };
    expect(await answer(db, source, { id: wood })).toEqual({
      node: { isOutlet: true, articles, relations: { totalCount: 0 }, partOf: null, parts: [] },
    });
    await decide(db, 'splitEntities', { decision: merge.id });
    expect(await answer(db, source, { id: flock })).toEqual({
      node: { isOutlet: true, articles, relations: { totalCount: 1 }, partOf: { id: wood }, parts: [] },
    });
  });

  test('may be somebody whom an article keeps apart, and stay it in its later runs', async () => {
    const told = (startedAt: string): DocumentSpec => ({
      text: 'Ek met Carl Ek.',
      key: 'e',
      run: { startedAt },
      entities: {
        ek: { type: 'PERSON', name: 'Ek' },
        carl: { type: 'PERSON', name: 'Carl Ek', qid: 'Q1', aliases: ['Ek'] },
      },
      mentions: { ek: { at: 'Ek', of: 'ek' }, carl: { at: 'Carl Ek', of: 'carl' } },
    });
    await ingestAll(db, [documentOf(told('2024-01-01T00:00:00Z'))]);
    const mentioned = async () => {
      const rows = await read(
        db,
        `MATCH (m:Mention {exact: 'Ek'})-[:REFERS_TO]->(e:Entity) WHERE m.current RETURN e.id AS id`,
      );
      return rows.map(({ id }) => id);
    };
    const [apart] = await mentioned();
    expect(apart).not.toBe(ek);
    const merge = await decide(db, 'mergeEntities', { keep: owl, merge: [apart] });
    expect(await mentioned()).toEqual([owl]);
    const rival = documentOf({
      text: 'Ek came.',
      key: 'f',
      entities: { other: { type: 'PERSON', name: 'Anna Ek', qid: 'Q9', aliases: ['Ek'] } },
      mentions: { other: { at: 'Ek', of: 'other' } },
      run: { method: 'TOOL' },
    });
    await ingestAll(db, [rival, documentOf(told('2024-02-01T00:00:00Z'))]);
    expect(await mentioned()).toContain(owl);
    await decide(db, 'splitEntities', { decision: merge.id });
    const alone = await mentioned();
    expect(alone).not.toContain(owl);
    expect(alone).not.toContain(ek);
  });

  test('are told apart by articles that do so, but for those who were merged', async () => {
    const namesakes = documentOf({
      text: 'Ek met Carl Ek.',
      key: 'g',
      entities: { ek: { type: 'PERSON', name: 'Ek' }, carl: { type: 'PERSON', name: 'Carl Ek', qid: 'Q1' } },
      mentions: { ek: { at: 'Ek', of: 'ek' }, carl: { at: 'Carl Ek', of: 'carl' } },
    });
    // Both are called Ek, so that the name alone is neither; merged it would be them, but in that article it is somebody else.
    const called = (key: string, name: string, qid: string) =>
      documentOf({
        text: `${name} came.`,
        key,
        entities: { x: { type: 'PERSON', name, qid, aliases: ['Ek'] } },
        mentions: { x: { at: name, of: 'x' } },
      });
    const plain = documentOf({
      text: 'Ek came.',
      key: 'plain',
      entities: { ek: { type: 'PERSON', name: 'Ek' } },
      mentions: { ek: { at: 'Ek', of: 'ek' } },
    });
    await ingestAll(db, [namesakes, called('h', 'Carl Ek', 'Q1'), called('i', 'The Owl', 'Q2'), plain]);
    await decide(db, 'mergeEntities', { keep: ek, merge: [owl] });
    const rows = await read(
      db,
      `MATCH (m:Mention {exact: 'Ek'})-[:REFERS_TO]->(e:Entity)
       MATCH (m)-[:FOUND_IN]->(:ArticleVersion)<-[:HAS_VERSION]-(a:Article)
       RETURN a.key AS article, e.id = $ek AS isEk ORDER BY article`,
      { ek },
    );
    expect(rows).toEqual([
      { article: 'g', isEk: false },
      { article: 'plain', isEk: true },
    ]);
  });

  test('are of one type, named, two, and there', async () => {
    const norland = await entityId(db, { name: 'Norland' });
    const friend = await entityId(db, { name: 'A friend' });
    const nobody = 'per_00000000000000000000000000000000';
    const before = await dumpApartFromDecisions(db);
    const outcomes = [];
    for (const input of [
      { keep: ek, merge: [norland] },
      { keep: ek, merge: [owl, friend] },
      { keep: friend, merge: [ek] },
      { keep: ek, merge: [owl, ek] },
      { keep: ek, merge: [nobody] },
      { keep: nobody, merge: [ek] },
    ]) {
      const { __typename, message } = await decide(db, 'mergeEntities', input);
      outcomes.push(`${__typename}: ${message}`);
    }
    expect(outcomes).toEqual([
      expect.stringMatching(/^Conflict: "Norland" .* is a COUNTRY, and "Carl Ek" is a PERSON/),
      expect.stringMatching(/^Conflict: "A friend" .* unnamed source/),
      expect.stringMatching(/^Conflict: "A friend" .* unnamed source/),
      expect.stringMatching(/^Conflict: "Carl Ek" is the entity to keep already/),
      `NotFound: No entity has the id "${nobody}".`,
      `NotFound: No entity has the id "${nobody}".`,
    ]);
    const none = 'dec_00000000000000000000000000000000';
    expect(await decide(db, 'splitEntities', { decision: none })).toMatchObject({ __typename: 'NotFound' });
    expect(await dumpApartFromDecisions(db)).toEqual(before);
    expect(
      await answer(db, 'query ($id: ID!) { node(id: $id) { ... on Person { decisions { id } } } }', {
        id: ek,
      }),
    ).toEqual({
      node: { decisions: [] },
    });
  });

  test('are named by ids of entities, at least one and at most a hundred', async () => {
    const refusal = async (keep: string, merge: readonly string[]) => {
      const { code, message } = await errorOf(
        mergeEntities(db, { keep, merge, reason: 'r' }, { actor: 'ann' }),
      );
      return `${code}: ${message}`;
    };
    expect(await refusal(ek, [])).toContain('INVALID_INPUT: "merge" is empty');
    expect(await refusal(ek, Array(101).fill(owl))).toContain('LIMIT_EXCEEDED: "merge" has 101 ids');
    expect(await refusal('x', [owl])).toBe('INVALID_INPUT: "x" is not an id.');
    const decision = await errorOf(splitEntities(db, { decision: ek, reason: 'r' }, { actor: 'ann' }));
    expect(decision.message).toBe(`"${ek}" is the id of a Person, not of a decision.`);
  });
});
