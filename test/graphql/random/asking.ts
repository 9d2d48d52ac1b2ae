import { expect } from 'vitest';
import type { Database } from '../../../src/graph/database.ts';
import { foldName } from '../../../src/text/fold.ts';
import { answer } from '../../support/graphql.ts';
import type { Page, PageArgs } from '../pages.ts';
import type { Recorded } from '../recorded.ts';
import { edgesOf, walk } from '../walk.ts';
import { inputBy, type Referring } from '../wanted.ts';
import { expectedList, type StatementListOf } from './expected.ts';
import { sha256 } from './graphs.ts';
import type { ListQuestion } from './questions.ts';
import type { Stored } from './stored.ts';
import { namesOf, specOf, WORLD, WORLD_KEYS, type WorldKey } from './world.ts';

/** Entities by id, QID, name or alias, articles by id, URL or hash, where these mean no others. */
export function referringTo({ ids, records }: Stored): Referring {
  const allNames = WORLD_KEYS.flatMap((key) => namesOf(key).map(foldName));
  return {
    entity(name, way) {
      const byId = { id: ids.entities.get(name) };
      if (!(name in WORLD) || way % 4 === 1) return byId;
      const { qid } = specOf(name as WorldKey);
      if (way % 4 === 2) return qid == null ? byId : { qid };
      const names = namesOf(name as WorldKey);
      const called = names[way % names.length] ?? names[0];
      if (allNames.filter((other) => other === foldName(called)).length > 1) return byId;
      return { name: way % 4 === 3 ? ` ${called.toUpperCase()}` : called };
    },
    article(key, way, all) {
      const byId = { id: ids.articles.get(key) };
      const now = records.filter(({ current }) => current);
      const { url, text } = now.find(({ article }) => article === key)?.document.article ?? {};
      const isOfAll = (found: readonly Recorded[]) => found.every(({ article }) => all.includes(article));
      if (way % 3 === 1 && url != null)
        return isOfAll(now.filter(({ document }) => document.article.url === url)) ? { url } : byId;
      if (way % 3 !== 2 || text === undefined) return byId;
      // A text that an article once had stands for it too.
      const withText = records.filter(({ document }) => document.article.text === text);
      return isOfAll(withText) ? { sha256: sha256(text) } : byId;
    },
  };
}

const PAGE = `edges { cursor node { id } } nodes { id }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor scanLimited } totalCount`;
const PAGE_VARIABLES = '$first: Int, $after: String, $last: Int, $before: String';
const PAGE_ARGS = 'first: $first, after: $after, last: $last, before: $before';

function sourceOf(list: StatementListOf): string {
  const variables = `${PAGE_VARIABLES}, $where: StatementFilter, $order: StatementOrder, $include: [Include!]`;
  const args = `${PAGE_ARGS}, where: $where, orderBy: $order, include: $include`;
  if (list.kind === 'all') return `query (${variables}) { page: statements(${args}) { ${PAGE} } }`;
  const [type, field] = list.kind === 'inArticle' ? ['Article', 'statements'] : ['Entity', list.kind];
  return `query (${variables}, $of: ID!) {
    node(id: $of) { ...on ${type} { page: ${field}(${args}) { ${PAGE} } } }
  }`;
}

/**
 * That a list is what the documents say: all of it in pages, from either end, and the stretch between two of its rows. Returns how many
 * of the pages ended because their filter stopped looking.
 */
export async function checkList(db: Database, stored: Stored, question: ListQuestion): Promise<number> {
  const { list, where, order, include, way, size, backward } = question;
  const ids = { ...Object.fromEntries(stored.ids.entities), ...Object.fromEntries(stored.ids.articles) };
  const variables = {
    where: where && inputBy(referringTo(stored), where, way),
    order,
    include: include.length === 0 ? null : include,
    of: list.kind === 'all' ? undefined : ids[list.of],
  };
  const read = (args: PageArgs) => pageOf(db, sourceOf(list), { ...variables, ...args });
  const expected = expectedList(stored, question).map(({ id }) => id);
  const pages = await walk(read, size, backward);
  const edges = edgesOf(pages, backward);
  expect(edges.map(({ node }) => node.id)).toEqual(expected);
  for (const page of pages) {
    expect(page.totalCount).toBe(expected.length);
    expect(page.nodes).toEqual(page.edges.map(({ node }) => node));
  }
  const stopped = pages.filter(({ pageInfo }) => pageInfo.scanLimited).length;
  // Without bounds it would be the first page again.
  if (expected.length === 0 || (question.after === null && question.before === null)) return stopped;
  const after = question.after === null ? null : question.after % expected.length;
  const before = question.before === null ? null : question.before % expected.length;
  const found = await read({
    ...(backward ? { last: size } : { first: size }),
    ...(after !== null && { after: edges[after]?.cursor ?? '' }),
    ...(before !== null && { before: edges[before]?.cursor ?? '' }),
  });
  const between = expected.slice(after === null ? 0 : after + 1, before ?? expected.length);
  const length = found.pageInfo.scanLimited ? found.edges.length : Math.min(size, between.length);
  const start = backward ? between.length - length : 0;
  expect(found.edges.map(({ node }) => node.id)).toEqual(between.slice(start, start + length));
  return stopped;
}

async function pageOf(db: Database, source: string, variables: object): Promise<Page> {
  const data = await answer<{ page?: Page; node?: { page: Page } }>(db, source, { ...variables });
  const page = data.page ?? data.node?.page;
  if (page === undefined) throw new Error('the list belongs to nothing');
  return page;
}
