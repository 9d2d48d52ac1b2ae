import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { traced } from '../../src/graph/traced.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { SEARCH_LIMITS } from '../../src/path/model.ts';
import { findNeighborhood, findPaths } from '../../src/path/store.ts';
import { at, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureOf } from '../support/graphql.ts';
import { sampleDocument } from '../support/sample.ts';
import { personId, type RelationSpec, type StatementSpec, writeWeb } from './web.ts';

const STEP = `from { name } to { name }
  relation { type from { name } claimedIn { saidBy { speakers { name } } } }
  statement { saidBy { speakers { name } } content }`;
const PATHS = `query ($from: EntityRef!, $to: EntityRef!, $maxHops: Int = 4, $first: Int = 5, $through: [PathStep!]) {
  paths(from: $from, to: $to, maxHops: $maxHops, first: $first, through: $through) {
    truncated
    paths { length steps { ${STEP} } }
  }
}`;
const NEIGHBORHOOD = `query ($of: EntityRef!, $hops: Int = 1, $first: Int = 50) {
  neighborhood(of: $of, hops: $hops, first: $first) { truncated nodes { __typename name } edges { ${STEP} } }
}`;

interface Named {
  readonly name: string;
}
interface Saying {
  readonly saidBy: { readonly speakers: readonly Named[] };
  readonly content?: string;
}
interface Step {
  readonly from: Named;
  readonly to: Named;
  readonly relation: { readonly type: string; readonly from: Named; readonly claimedIn: Saying[] } | null;
  readonly statement: Saying | null;
}

const speaker = ({ saidBy }: Saying): string => saidBy.speakers.map(({ name }) => name).join();

/** A step as a line, with an arrow that points from where the relation starts, or from the speaker. */
function lineOf({ from, to, relation, statement }: Step): string {
  const start = relation === null ? speaker(statement as Saying) : relation.from.name;
  const claims = relation?.claimedIn.map((claim) => ` says ${speaker(claim)}`).join('') ?? '';
  const what = `${relation?.type ?? statement?.content}${claims}`;
  return start === from.name ? `${from.name} -${what}-> ${to.name}` : `${from.name} <-${what}- ${to.name}`;
}

/** Ash is a member of the Union, says Cole; the Union is part of the League. Cole spoke of Ash twice. */
const CLUB = documentOf({
  key: 'club-1',
  text: 'Cole said that Ash belongs to the Union. The Union is part of the League. Later Cole praised Ash. Nobody knows Dean.',
  publishedAt: '2024-01-05',
  entities: {
    ash: { type: 'PERSON', name: 'Ash' },
    cole: { type: 'PERSON', name: 'Cole' },
    dean: { type: 'PERSON', name: 'Dean' },
    union: { type: 'ORGANIZATION', name: 'Union' },
    league: { type: 'ORGANIZATION', name: 'League' },
  },
  mentions: { dean: { at: 'Dean', of: 'dean' } },
  statements: {
    belongs: {
      by: 'cole',
      source: 'Cole',
      cue: 'said',
      content: 'that Ash belongs to the Union',
      about: ['ash', 'union'],
      saidAt: '2024-01-04',
    },
    praise: {
      by: 'cole',
      source: at('Cole', 2),
      cue: 'praised',
      content: at('Ash', 2),
      about: 'ash',
      acts: ['PRAISE'],
    },
  },
  relations: {
    member: { type: 'MEMBER_OF', from: 'ash', to: 'union', at: 'Ash belongs to the Union' },
    part: { type: 'PART_OF', from: 'union', to: 'league', at: 'The Union is part of the League' },
  },
});

describeEngines('paths and neighborhoods of articles', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await ingestDocument(db, sampleDocument());
    await ingestDocument(db, CLUB);
  });

  async function pathsBetween(from: string, to: string, more: object = {}) {
    interface Answer {
      readonly paths: { readonly truncated: boolean; readonly paths: { length: number; steps: Step[] }[] };
    }
    const variables = { from: { name: from }, to: { name: to }, ...more };
    const { paths } = await answer<Answer>(db, PATHS, variables);
    return { ways: paths.paths.map(({ steps }) => steps.map(lineOf)), truncated: paths.truncated };
  }

  async function around(of: string, more: object = {}) {
    interface Answer {
      readonly neighborhood: { truncated: boolean; nodes: Named[]; edges: Step[] };
    }
    const { neighborhood } = await answer<Answer>(db, NEIGHBORHOOD, { of: { name: of }, ...more });
    const { nodes, edges, truncated } = neighborhood;
    return { nodes: nodes.map(({ name }) => name), edges: edges.map(lineOf), truncated };
  }

  test('a way goes through relations and statements, whichever way each of them points', async () => {
    expect(await pathsBetween('Anna Berg', 'Two officials')).toEqual({
      ways: [
        [
          'Anna Berg -that Oslund would sign the Delta Treaty-> Delta Treaty',
          'Delta Treaty <-that the treaty was “a mistake”- Two officials',
        ],
      ],
      truncated: false,
    });
    expect(await pathsBetween('Oslund talks', 'Norland', { through: ['RELATION'] })).toEqual({
      ways: [['Oslund talks -HELD_IN says Anna Berg-> Oslund', 'Oslund -CAPITAL_OF-> Norland']],
      truncated: false,
    });
  });

  test('claims count, and say whose they are; of two statements the latest is taken', async () => {
    const member = 'Ash -MEMBER_OF says Cole-> Union';
    const part = 'Union -PART_OF-> League';
    expect(await pathsBetween('Ash', 'League')).toEqual({
      ways: [
        [member, part],
        ['Ash <-Ash- Cole', 'Cole -that Ash belongs to the Union-> Union', part],
      ],
      truncated: false,
    });
  });

  test('there may be no way, or none that is short enough', async () => {
    const none = { ways: [], truncated: false };
    expect(await pathsBetween('Ash', 'Dean')).toEqual(none);
    expect(await pathsBetween('Ash', 'Norland', { maxHops: 6 })).toEqual(none);
    expect(await pathsBetween('Ash', 'League', { maxHops: 1 })).toEqual(none);
  });

  test('what comes after the first ones is cut off, and said to be', async () => {
    const { ways, truncated } = await pathsBetween('Ash', 'League', { first: 1 });
    expect([ways.length, truncated]).toEqual([1, true]);
  });

  test('a neighborhood has the nearest first, and everything that joins its nodes', async () => {
    expect(await around('League')).toEqual({
      nodes: ['League', 'Union'],
      edges: ['Union -PART_OF-> League'],
      truncated: false,
    });
    const edges = [
      'Union -PART_OF-> League',
      'Ash -MEMBER_OF says Cole-> Union',
      'Cole -Ash-> Ash',
      'Cole -that Ash belongs to the Union-> Union',
    ];
    const two = await around('League', { hops: 2 });
    expect(two.nodes.slice(0, 2)).toEqual(['League', 'Union']);
    expect(two.nodes.slice(2).toSorted()).toEqual(['Ash', 'Cole']);
    expect(two.edges.toSorted()).toEqual(edges.toSorted());
    expect(two.truncated).toBe(false);
    expect(await around('League', { hops: 2, first: 2 })).toMatchObject({
      nodes: ['League', 'Union'],
      edges: ['Union -PART_OF-> League'],
      truncated: true,
    });
    expect(await around('Dean', { hops: 3 })).toEqual({ nodes: ['Dean'], edges: [], truncated: false });
  });

  describe('are refused', () => {
    const [from, to] = [{ name: 'Ash' }, { name: 'Cole' }];
    test.each([
      ['the same entity twice', PATHS, { from, to: from }, 'INVALID_INPUT'],
      ['an entity that is not there', PATHS, { from, to: { name: 'Nobody' } }, 'NOT_FOUND'],
      ['no hop', PATHS, { from, to, maxHops: 0 }, 'INVALID_INPUT'],
      ['too many hops', PATHS, { from, to, maxHops: 7 }, 'LIMIT_EXCEEDED'],
      ['no path', PATHS, { from, to, first: 0 }, 'INVALID_INPUT'],
      ['too many paths', PATHS, { from, to, first: 51 }, 'LIMIT_EXCEEDED'],
      ['steps of no kind', PATHS, { from, to, through: [] }, 'INVALID_INPUT'],
      ['a neighborhood of nothing', NEIGHBORHOOD, { of: { name: 'Nobody' } }, 'NOT_FOUND'],
      ['a neighborhood without hops', NEIGHBORHOOD, { of: from, hops: 0 }, 'INVALID_INPUT'],
      ['a neighborhood that is too wide', NEIGHBORHOOD, { of: from, hops: 4 }, 'LIMIT_EXCEEDED'],
      ['a neighborhood without nodes', NEIGHBORHOOD, { of: from, first: 0 }, 'INVALID_INPUT'],
      ['a neighborhood of too many nodes', NEIGHBORHOOD, { of: from, first: 201 }, 'LIMIT_EXCEEDED'],
    ])('%s', async (_, source, variables, code) => {
      expect((await failureOf(db, source, variables)).code).toBe(code);
    });
  });
});

/** 0 and 1 are hubs: 2,000 people have a relation with each or are spoken about by it. 0 and 1 have 2 in common, 3 and 4 are far ends. */
const CROWD = 2_000;
const others = Array.from({ length: CROWD }, (_, each) => 5 + each);
const HUBS = {
  people: 5 + CROWD,
  relations: [
    ...others.map((person): RelationSpec => ({ from: person, to: person % 2, since: '2020-01-01' })),
    { from: 0, to: 2 },
    { from: 2, to: 1 },
    { from: 3, to: 0 },
    { from: 1, to: 4 },
  ],
  statements: [
    ...others.map((person): StatementSpec => ({ by: [person % 2], about: [person], date: '2020-01-01' })),
    ...others.map(
      (person): StatementSpec => ({ by: [person], about: [1 - (person % 2)], date: '2020-01-01' }),
    ),
  ],
};

describeEngines('around hubs', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeWeb(db, HUBS);
  });

  /** The most rows of one query of the search, and how many there were. */
  async function read<T>(work: (db: Database) => Promise<T>) {
    let [rows, calls] = [0, 0];
    const counted = traced(db, (event) => {
      rows = Math.max(rows, event.rows);
      calls += 1;
    });
    return { found: await work(counted), rows, calls };
  }
  /** What is found must not depend on how busy the machine is. */
  const patient = { ...SEARCH_LIMITS, timeMs: 60_000 };
  const all = { maxHops: 4, first: 5, through: ['RELATION', 'STATEMENT'] as const };

  test('a way through a hub is found from its quiet ends, whatever else the hub has', async () => {
    const { found, rows } = await read((traced) =>
      findPaths(traced, { ...all, from: personId(3), to: personId(2), through: ['RELATION'] }, patient),
    );
    expect(found.paths.map((path) => path.map(({ toId }) => toId))).toEqual([[0, 2].map(personId)]);
    expect(found.truncated).toBe(true);
    expect(rows).toBeLessThanOrEqual(SEARCH_LIMITS.neighboursOfLevel);
  });

  test('a bounded number of neighbours is read of a hub, and the answer says so', async () => {
    const { found, rows } = await read((traced) =>
      findPaths(traced, { ...all, from: personId(0), to: personId(1) }, patient),
    );
    expect(found.paths).toHaveLength(5);
    expect(found.truncated).toBe(true);
    expect(rows).toBeLessThanOrEqual(SEARCH_LIMITS.neighbours + 1);
    const around = await read((traced) =>
      findNeighborhood(traced, { of: personId(0), hops: 3, first: 50 }, patient),
    );
    expect(around.found.nodes).toHaveLength(50);
    expect(around.found.truncated).toBe(true);
    expect(around.rows).toBeLessThanOrEqual(SEARCH_LIMITS.edges + 1);
  });

  test('of entities beside each other those are passed by that have more relationships than one level may cost', async () => {
    const limits = { ...patient, degree: 100 };
    const between = await findNeighborhood(db, { of: personId(2), hops: 2, first: 50 }, limits);
    expect(between.nodes.toSorted()).toEqual([2, 0, 1].map(personId).toSorted());
    expect(between.truncated).toBe(true);
    const beyond = await findPaths(db, { ...all, from: personId(3), to: personId(4) }, limits);
    expect(beyond.paths.length).toBeGreaterThan(0);
  });

  test('what is found until the time is up is the answer', async () => {
    const limits = { ...SEARCH_LIMITS, timeMs: 0 };
    expect(await findPaths(db, { ...all, from: personId(3), to: personId(4) }, limits)).toEqual({
      paths: [],
      truncated: true,
    });
    expect(await findNeighborhood(db, { of: personId(0), hops: 1, first: 5 }, limits)).toEqual({
      nodes: [personId(0)],
      edges: [],
      truncated: true,
    });
  });

  test('calls depend on the hops, not on how many entities there are', async () => {
    const ends = (from: number, to: number) => ({ from: { id: personId(from) }, to: { id: personId(to) } });
    const quiet = await callsOf(db, PATHS, { ...ends(3, 4), maxHops: 3, through: ['RELATION'] });
    const loud = await callsOf(db, PATHS, { ...ends(3, 4), maxHops: 3, first: 50 });
    const search = (calls: Readonly<Record<string, number>>) =>
      Object.entries(calls).filter(([name]) => name.startsWith('path.'));
    for (const { calls } of [quiet, loud])
      for (const [, times] of search(calls)) expect(times).toBeLessThanOrEqual(3);
    expect(search(loud.calls)).toHaveLength(4);
    expect(loud.calls['statement.byId'] ?? 0).toBeLessThanOrEqual(1);
    const small = await callsOf(db, NEIGHBORHOOD, { of: { id: personId(0) }, first: 3 });
    const large = await callsOf(db, NEIGHBORHOOD, { of: { id: personId(0) }, first: 200 });
    expect(large.calls).toEqual(small.calls);
  });
});
