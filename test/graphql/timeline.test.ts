import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { MAX_LIST_SIZE } from '../../src/graph/list.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { TIMELINE_UNITS, type TimelineUnit } from '../../src/timeline/model.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode, failureOf, runs } from '../support/graphql.ts';
import { type Ids, writeClaims } from './claims.ts';
import { overlap, type Said } from './oracle.ts';
import { SAID } from './said.ts';
import { DATES } from './wanted.ts';

const TIMELINE = `query ($saidBy: EntityRef!, $about: EntityRef, $between: PartialDate, $by: TimelineUnit, $first: Int) {
  timeline(saidBy: $saidBy, about: $about, between: $between, by: $by) {
    from count statements(first: $first) { nodes { id content saidBy { cue } } totalCount }
  }
}`;
const PAGE = `query ($saidBy: EntityRef!, $between: PartialDate, $by: TimelineUnit, $first: Int, $after: String) {
  timeline(saidBy: $saidBy, between: $between, by: $by) {
    statements(first: $first, after: $after) { nodes { content } pageInfo { hasNextPage endCursor } }
  }
}`;

interface Data {
  readonly timeline: readonly {
    readonly from: string;
    readonly count: number;
    readonly statements: {
      readonly nodes: readonly {
        readonly content: string | null;
        readonly saidBy: { readonly cue: string };
      }[];
      readonly totalCount: number;
    };
  }[];
}

/** What a speaker said in buckets, each with its words in alphabetical order. */
interface Wanted {
  readonly saidBy: string;
  readonly about?: string;
  readonly between?: string;
  readonly by?: TimelineUnit;
}

function expected({ saidBy, about, between, by = 'MONTH' }: Wanted) {
  const buckets = new Map<string, string[]>();
  const said = SAID.filter(
    (each) =>
      each.saidBy.includes(saidBy) &&
      (about === undefined || each.about.includes(about)) &&
      (between === undefined || overlap(between, each.dated)),
  );
  for (const each of said) {
    const from = bucketOf(each, by);
    if (from !== null) buckets.set(from, [...(buckets.get(from) ?? []), each.words].toSorted());
  }
  return [...buckets]
    .map(([from, words]) => ({ from, count: words.length, words }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The day, month or year, whichever is the least that holds the whole date and is no less than the unit; else its first year. */
function bucketOf({ dated }: Said, unit: TimelineUnit): string | null {
  if (dated === null || dated[0] === '') return null;
  const [first, last] = dated;
  if (unit === 'DAY' && first === last) return first;
  return unit !== 'YEAR' && first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4);
}

describeEngines('timeline', (open) => {
  let db: Database;
  let ids: Ids;
  beforeAll(async () => {
    db = await open();
    ids = await writeClaims(db);
  });

  async function found({ saidBy, about, ...rest }: Wanted, id = false) {
    const reference = (name: string) => (id ? { id: ids.entities.get(name) } : { name });
    const variables = { saidBy: reference(saidBy), ...(about && { about: reference(about) }), ...rest };
    const { timeline } = await answer<Data>(db, TIMELINE, variables);
    return timeline.map(({ from, count, statements }) => {
      expect(statements.totalCount).toBe(count);
      return {
        from,
        count,
        words: statements.nodes.map(({ content, saidBy: by }) => content ?? by.cue).toSorted(),
      };
    });
  }

  const SPEAKERS = [...new Set(SAID.flatMap(({ saidBy }) => saidBy))];
  const SUBJECTS = [...new Set(SAID.flatMap(({ about }) => about))];

  test.each(TIMELINE_UNITS)('by %s has for each speaker what the documents say', async (by) => {
    for (const saidBy of SPEAKERS) {
      const wanted = { saidBy, by };
      expect(await found(wanted), saidBy).toEqual(expected(wanted));
    }
  });

  test('puts each statement where its date allows', async () => {
    const words = async (by: TimelineUnit) =>
      Object.fromEntries(
        (await found({ saidBy: 'Ann Ash', by })).map((bucket) => [bucket.from, bucket.words]),
      );
    const [sign, knew] = ['that Norland will sign', 'whether Carl Dörn knew'];
    const recall = 'that Bob Beck had said that talks with Norland go on';
    expect(await words('DAY')).toEqual({ '2024': [knew], '2024-03-04': [sign], '2024-03-05': [recall] });
    expect(await words('MONTH')).toEqual({ '2024': [knew], '2024-03': [recall, sign] });
    expect(await words('YEAR')).toEqual({ '2024': [recall, sign, knew] });
    // An open end, and a beginning that nobody tells.
    expect(await found({ saidBy: 'Iris Ivy', by: 'DAY' })).toEqual([
      { from: '2024', count: 1, words: ['that hail fell'] },
    ]);
    expect(await found({ saidBy: 'Two aides' })).toEqual([]);
    // An interval within a month.
    expect(await found({ saidBy: 'Lena Lund', by: 'DAY' })).toMatchObject([{ from: '2024-03' }]);
  });

  test('is by month, about anything and of any time unless told otherwise', async () => {
    const saidBy = { name: 'Bob Beck' };
    const wanted = expected({ saidBy: 'Bob Beck' });
    expect(wanted.length).toBeGreaterThan(1);
    for (const rest of [{}, { about: null, between: null, by: null }]) {
      const { timeline } = await answer<Data>(db, TIMELINE, { saidBy, ...rest });
      expect(timeline.map(({ from, count }) => ({ from, count }))).toEqual(
        wanted.map(({ from, count }) => ({ from, count })),
      );
    }
  });

  test('of random speakers, subjects and times has what the documents say', async () => {
    const wanted = fc.record(
      {
        saidBy: fc.constantFrom(...SPEAKERS),
        about: fc.constantFrom(...SUBJECTS),
        between: DATES,
        by: fc.constantFrom(...TIMELINE_UNITS),
      },
      { requiredKeys: ['saidBy'] },
    ) as fc.Arbitrary<Wanted>;
    await fc.assert(
      fc.asyncProperty(wanted, fc.boolean(), async (each, id) => {
        expect(await found(each, id)).toEqual(expected(each));
      }),
      { numRuns: runs(80, 12), seed: 17 },
    );
  });

  test('leaves out what is withdrawn or superseded', async () => {
    // Two more of hers about Norland are of that month.
    expect(await found({ saidBy: 'Dora Dean', about: 'Norland', by: 'DAY' })).toEqual([
      { from: '2024-03-10', count: 2, words: ['that fog rose', 'that spring is near'] },
    ]);
  });

  test('has the statements of a bucket in pages, earliest first, and their cursors belong to it', async () => {
    const variables = { saidBy: { name: 'Ann Ash' }, by: 'YEAR' };
    interface Paged {
      readonly timeline: readonly {
        readonly statements: {
          readonly nodes: readonly { readonly content: string }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        };
      }[];
    }
    const page = async (args: object) => {
      const { timeline } = await answer<Paged>(db, PAGE, { ...variables, ...args });
      const [bucket] = timeline;
      if (bucket === undefined || timeline.length > 1) throw new Error(`${timeline.length} buckets`);
      return bucket.statements;
    };
    const first = await page({ first: 2 });
    const after = first.pageInfo.endCursor;
    const second = await page({ first: 2, after });
    expect([first, second].map(({ nodes }) => nodes.map(({ content }) => content))).toEqual([
      ['whether Carl Dörn knew', 'that Norland will sign'],
      ['that Bob Beck had said that talks with Norland go on'],
    ]);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    for (const other of [{ saidBy: { name: 'Carl Dörn' } }, { by: 'MONTH' }, { between: '2024' }])
      for (const code of await codes({ ...variables, ...other, after })) expect(code).toBe('INVALID_CURSOR');
  });

  /** Carl is undated: then there is no bucket to refuse the cursor. */
  async function codes(variables: Record<string, unknown>): Promise<string[]> {
    const { timeline } = await answer<Data>(db, TIMELINE, { ...variables, first: 1 });
    return timeline.length === 1 ? [await failureCode(db, PAGE, variables)] : [];
  }

  test('costs the same calls for one bucket as for all', async () => {
    const saidBy = { name: 'Bob Beck' };
    const one = await callsOf<Data>(db, TIMELINE, { saidBy, between: '2023' });
    const all = await callsOf<Data>(db, TIMELINE, { saidBy, between: '2000/..' });
    expect([one.data.timeline.length, all.data.timeline.length]).toEqual([1, 2]);
    expect(all.calls).toEqual(one.calls);
    expect(all.calls).toEqual({
      'entity.byName': 1,
      'statement.lookedAt': 1,
      'timeline.MONTH': 1,
      'timeline.statements.MONTH': 1,
    });
  });

  describe('refuses', () => {
    const carl = { name: 'Carl Dörn' };
    test.each([
      [{ name: 'Nobody' }, 'NOT_FOUND'],
      [{ qid: 'Q7' }, 'NOT_FOUND'],
      [{ id: nodeId('Person', 'nobody') }, 'NOT_FOUND'],
      [{ name: 'Sam Cole' }, 'AMBIGUOUS'],
      [{ id: nodeId('Statement', 'x') }, 'INVALID_INPUT'],
      [{ name: 'Carl Dörn', qid: 'Q900001' }, 'INVALID_INPUT'],
    ])('the entity %j: %s', async (reference, code) => {
      expect(await failureCode(db, TIMELINE, { saidBy: reference })).toBe(code);
      expect(await failureCode(db, TIMELINE, { saidBy: carl, about: reference })).toBe(code);
    });

    test('a time that is none', async () => {
      for (const between of ['2024-13', '2024-03/2024-02', ''])
        expect(await failureCode(db, TIMELINE, { saidBy: carl, between })).toBe('INVALID_INPUT');
    });
  });
});

describeEngines('a long timeline', (open) => {
  const START = Date.UTC(2020, 0, 1);
  const dayOf = (number: number) => new Date(START + number * 86_400_000).toISOString().slice(0, 10);

  test('has at most 200 buckets, and is not cut to them', async () => {
    const db = await open();
    const numbers = Array.from({ length: MAX_LIST_SIZE + 1 }, (_, number) => number);
    const document = documentOf({
      text: numbers.map((number) => `Someone${number} said that it is ${number}.`).join(' '),
      key: 'long',
      publishedAt: '2024',
      entities: { ada: { type: 'PERSON', name: 'Ada' }, bo: { type: 'PERSON', name: 'Bo' } },
      statements: Object.fromEntries(
        numbers.map((number) => [
          `s${number}`,
          {
            by: number === 0 ? ['ada'] : ['ada', 'bo'],
            source: `Someone${number}`,
            content: `that it is ${number}`,
            saidAt: dayOf(number),
          },
        ]),
      ),
    });
    await ingestDocument(db, document);
    const source = `query ($saidBy: EntityRef!, $between: PartialDate, $by: TimelineUnit) {
      timeline(saidBy: $saidBy, between: $between, by: $by) { from }
    }`;
    const days = async (variables: object) =>
      (await answer<{ timeline: { from: string }[] }>(db, source, { ...variables })).timeline.map(
        ({ from }) => from,
      );
    const saidBy = { name: 'Ada' };
    const all = numbers.map(dayOf);
    expect(await days({ saidBy: { name: 'Bo' }, by: 'DAY' })).toEqual(all.slice(1));
    expect(await failureOf(db, source, { saidBy, by: 'DAY' })).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      extensions: { limit: MAX_LIST_SIZE },
    });
    expect(await days({ saidBy, by: 'DAY', between: '../2020-01-31' })).toEqual(all.slice(0, 31));
    expect(await days({ saidBy, by: 'MONTH' })).toHaveLength(7);
    expect(await days({ saidBy, by: 'YEAR' })).toEqual(['2020']);
  });
});
