import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { PATH_STEPS, SEARCH_LIMITS, type Step } from '../../src/path/model.ts';
import { findNeighborhood, findPaths } from '../../src/path/store.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { neighborhoodIn, pathsIn, type WalkedStep, type Wanted } from './ways.ts';
import { personId, type RelationSpec, type StatementSpec, type WebSpec, writeWeb } from './web.ts';

/** The answer must not depend on how busy the machine is. */
const PATIENT = { ...SEARCH_LIMITS, timeMs: 60_000 };

const walked = ({ kind, id, fromId, toId }: Step): WalkedStep => ({ kind, id, from: fromId, to: toId });

async function pathsBy(db: Database, wanted: Wanted) {
  const { paths, truncated } = await findPaths(db, wanted, PATIENT);
  return { paths: paths.map((steps) => steps.map(walked)), truncated };
}

async function neighborhoodBy(db: Database, of: string, hops: number, first: number) {
  const found = await findNeighborhood(db, { of, hops, first }, PATIENT);
  return { ...found, edges: found.edges.map(walked) };
}

const MOST_PEOPLE = 9;
const person = fc.integer({ min: 0, max: MOST_PEOPLE - 1 });
const someone = fc.uniqueArray(person, { minLength: 0, maxLength: 3 });
const date = fc.option(fc.constantFrom('2020-01-01', '2021-05-06', '2021-05-07'), { nil: undefined });
const seldom = fc.integer({ min: 0, max: 4 }).map((number) => number === 0);

const WEB: fc.Arbitrary<WebSpec> = fc.record({
  people: fc.constant(MOST_PEOPLE),
  relations: fc.array(
    fc.record({
      from: person,
      to: person,
      since: date,
      claim: seldom,
      hidden: seldom,
    }) as fc.Arbitrary<RelationSpec>,
    { maxLength: 12 },
  ),
  statements: fc.array(
    fc.record({
      by: someone,
      about: someone,
      date,
      withdrawn: seldom,
      superseded: seldom,
    }) as fc.Arbitrary<StatementSpec>,
    { maxLength: 10 },
  ),
});
const TWO = fc.uniqueArray(person, { minLength: 2, maxLength: 2 }).map((two) => two.map(personId));
const WANTED: fc.Arbitrary<Wanted> = fc
  .record({
    two: TWO,
    maxHops: fc.integer({ min: 1, max: 6 }),
    first: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(50)),
    through: fc.constantFrom([...PATH_STEPS], ['RELATION'] as const, ['STATEMENT'] as const),
  })
  .map(({ two: [from = '', to = ''], ...rest }) => ({ ...rest, from, to }));
const AROUND = fc.record({
  of: person.map(personId),
  hops: fc.integer({ min: 1, max: 3 }),
  first: fc.integer({ min: 1, max: MOST_PEOPLE }),
});

describeEngines('in any small graph', (open) => {
  test('paths and neighborhoods are what one finds by trying every way', async () => {
    await fc.assert(
      fc.asyncProperty(
        WEB,
        fc.array(WANTED, { minLength: 4, maxLength: 4 }),
        AROUND,
        async (web, all, around) => {
          const db = await open();
          await writeWeb(db, web);
          for (const wanted of all) expect(await pathsBy(db, wanted)).toEqual(pathsIn(web, wanted));
          const { of, hops, first } = around;
          expect(await neighborhoodBy(db, of, hops, first)).toEqual(neighborhoodIn(web, of, hops, first));
          await db.close();
        },
      ),
      { numRuns: runs(100, 20) },
    );
  });
});
