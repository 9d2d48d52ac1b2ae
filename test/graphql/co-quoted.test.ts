import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { MAX_PAGE_SIZE } from '../../src/graphql/limits.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode, failureOf } from '../support/graphql.ts';
import { type Ids, writeClaims } from './claims.ts';
import { ADA, article, writeArticles } from './pages.ts';
import { SAID } from './said.ts';

const CO_QUOTED = `query ($with: EntityRef!, $first: Int) {
  coQuoted(with: $with, first: $first) { entity { name } count articles(first: 100) { nodes { id } totalCount } }
}`;

interface Data {
  readonly coQuoted: readonly {
    readonly entity: { readonly name: string };
    readonly count: number;
    readonly articles: { readonly nodes: readonly { readonly id: string }[]; readonly totalCount: number };
  }[];
}

/** The others by the number of articles that quote both, then by name, each with these articles. */
function expected(name: string): { name: string; articles: string[] }[] {
  const articlesOf = (speaker: string) =>
    new Set(SAID.filter(({ saidBy }) => saidBy.includes(speaker)).map(({ article: key }) => key));
  const own = articlesOf(name);
  const folded = (text: string) => text.toLowerCase().replaceAll('ö', 'o');
  return SPEAKERS.filter((other) => other !== name)
    .map((other) => ({
      name: other,
      articles: [...articlesOf(other)].filter((key) => own.has(key)).toSorted(),
    }))
    .filter(({ articles }) => articles.length > 0)
    .toSorted((a, b) => b.articles.length - a.articles.length || (folded(a.name) < folded(b.name) ? -1 : 1));
}

const SPEAKERS = [...new Set(SAID.flatMap(({ saidBy }) => saidBy))];

describeEngines('coQuoted', (open) => {
  let db: Database;
  let ids: Ids;
  beforeAll(async () => {
    db = await open();
    ids = await writeClaims(db);
  });

  async function found(reference: object, first: number | null = 100) {
    const { coQuoted } = await answer<Data>(db, CO_QUOTED, { with: reference, first });
    const keys = new Map([...ids.articles].map(([key, id]) => [id, key]));
    return coQuoted.map(({ entity, count, articles }) => {
      expect([articles.nodes.length, articles.totalCount]).toEqual([count, count]);
      return { name: entity.name, articles: articles.nodes.map(({ id }) => keys.get(id) ?? id).toSorted() };
    });
  }

  test.each(SPEAKERS)('with %s has what the documents say', async (name) => {
    const all = expected(name);
    expect(await found({ name })).toEqual(all);
    expect(await found({ id: ids.entities.get(name) }, 2)).toEqual(all.slice(0, 2));
  });

  test('has ten unless told otherwise, and none when asked for none', async () => {
    const dora = { name: 'Dora Dean' };
    const all = expected('Dora Dean');
    expect(await found(dora, null)).toEqual(all.slice(0, 10));
    expect(await found(dora, 0)).toEqual([]);
  });

  test('leaves out who is quoted beside only in what is superseded', async () => {
    // An earlier version of her article quotes Ann.
    expect((await found({ name: 'Dora Dean' })).map(({ name }) => name)).not.toContain('Ann Ash');
    expect((await found({ name: 'Ann Ash' })).map(({ name }) => name)).not.toContain('Dora Dean');
  });

  test('has nobody for one who says nothing', async () => {
    expect(await found({ name: 'The Pact' })).toEqual([]);
  });

  test('costs the same calls for one as for all', async () => {
    const reference = { with: { name: 'Dora Dean' } };
    const one = await callsOf<Data>(db, CO_QUOTED, { ...reference, first: 1 });
    const all = await callsOf<Data>(db, CO_QUOTED, { ...reference, first: 100 });
    expect(all.calls).toEqual(one.calls);
    expect(all.calls).toEqual({
      'entity.byName': 1,
      'statement.lookedAt': 1,
      'coQuotation.list': 1,
      'coQuotation.articles': 1,
    });
  });

  describe('refuses', () => {
    test.each([
      [{ name: 'Nobody' }, 'NOT_FOUND'],
      [{ qid: 'Q7' }, 'NOT_FOUND'],
      [{ id: nodeId('Person', 'nobody') }, 'NOT_FOUND'],
      [{ name: 'Sam Cole' }, 'AMBIGUOUS'],
      [{ id: nodeId('Statement', 'x') }, 'INVALID_INPUT'],
      [{}, 'INVALID_INPUT'],
    ])('the entity %j: %s', async (reference, code) => {
      expect(await failureCode(db, CO_QUOTED, { with: reference })).toBe(code);
    });

    test('more than the limit, and a negative number', async () => {
      const ann = { name: 'Ann Ash' };
      expect(await failureOf(db, CO_QUOTED, { with: ann, first: MAX_PAGE_SIZE + 1 })).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        extensions: { argument: 'first', limit: MAX_PAGE_SIZE },
      });
      expect(await failureCode(db, CO_QUOTED, { with: ann, first: -1 })).toBe('INVALID_INPUT');
    });
  });
});

describeEngines('the articles of two who are quoted together', (open) => {
  test('come in pages, latest first, undated ones last, without those that only one stands in', async () => {
    const db = await open();
    await writeArticles(db);
    // Of one sentence, which is Ada's.
    await ingestDocument(db, article('alone', 1, '2024-05-01'));
    const source = `query ($first: Int, $after: String) {
      coQuoted(with: {name: "Ada"}) {
        entity { name } count
        articles(first: $first, after: $after) { nodes { id publishedAt } pageInfo { hasNextPage endCursor } totalCount }
      }
    }`;
    interface Page {
      readonly coQuoted: readonly {
        readonly count: number;
        readonly articles: {
          readonly nodes: readonly { readonly id: string; readonly publishedAt: string | null }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
          readonly totalCount: number;
        };
      }[];
    }
    const page = async (args: object) => {
      const { coQuoted } = await answer<Page>(db, source, { ...args });
      expect(coQuoted).toMatchObject([{ entity: { name: 'Bo' }, count: 4, articles: { totalCount: 4 } }]);
      return coQuoted[0]?.articles ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: '' } };
    };
    const whole = (await page({})).nodes;
    expect(whole.map(({ publishedAt }) => publishedAt)).toEqual([
      '2024-01-02',
      '2024-01-02',
      '2023-12-01/2024-01-31',
      null,
    ]);
    const first = await page({ first: 3 });
    const second = await page({ first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes]).toEqual(whole);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    const list = `query ($after: String) { ${ADA} { statements(after: $after) { totalCount } } }`;
    expect(await failureCode(db, list, { after: first.pageInfo.endCursor })).toBe('INVALID_CURSOR');
  });
});
