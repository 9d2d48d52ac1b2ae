import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { answer } from '../support/graphql.ts';

/** What the tests of pages share: articles that make lists, and a page of any list. */

export interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly scanLimited: boolean;
  };
  readonly totalCount: number;
}

export interface PageArgs {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** A list by its field, its further arguments and what it belongs to. */
export interface List {
  readonly field: string;
  readonly args?: string;
  readonly of?: string;
}

export const ADA = 'entity(by: {name: "Ada"})';
export const ADAS_ARTICLE = 'article(by: {url: "https://daily.example/a1"})';
/** So many sentences of two speakers about each other; every club has the one name, and Ada is in all of them. */
export function article(key: string, sentences: number, publishedAt: string | null, clubs = 0) {
  const numbers = Array.from({ length: sentences }, (_, number) => number);
  const clubIds = Array.from({ length: clubs }, (_, number) => `club${number}`);
  return documentOf({
    text: numbers.map((number) => `Someone${number} said that it is ${number}.`).join(' '),
    key,
    url: `https://daily.example/${key}`,
    publishedAt,
    entities: {
      ada: { type: 'PERSON', name: 'Ada' },
      bo: { type: 'PERSON', name: 'Bo' },
      ...Object.fromEntries(
        clubIds.map((id, number) => [id, { type: 'ORGANIZATION', name: 'Club', qid: `Q${number + 1}` }]),
      ),
    },
    mentions: Object.fromEntries(
      numbers.map((number) => [
        `m${number}`,
        { at: `Someone${number}`, of: number % 2 === 0 ? 'ada' : 'bo' },
      ]),
    ),
    statements: Object.fromEntries(
      numbers.map((number) => [
        `s${number}`,
        {
          by: number % 2 === 0 ? 'ada' : 'bo',
          source: `Someone${number}`,
          content: `that it is ${number}`,
          about: number % 2 === 0 ? ['bo', ...clubIds] : ['ada'],
          // Every third was said at another time than it was printed.
          saidAt: publishedAt !== null && number % 3 === 0 ? '2023-12' : null,
        },
      ]),
    ),
    relations: Object.fromEntries(
      clubIds.map((id) => [
        id,
        { type: 'MEMBER_OF', from: 'ada', to: id, reference: 'https://clubs.example/' },
      ]),
    ),
  });
}

/** Four articles: 27 statements, 6 of them undated, and an organization for each of 6 of one name. */
export async function writeArticles(db: Database): Promise<void> {
  const articles = [
    article('a1', 9, '2024-01-02', 6),
    article('a2', 6, '2024-01-02'),
    article('a3', 6, '2023-12-01/2024-01-31'),
    article('a4', 6, null),
  ];
  for (const [day, document] of articles.entries()) {
    // Two of them came in at the same moment.
    await ingestDocument(db, document, { now: () => new Date(Date.UTC(2025, 0, 1 + (day >> 1))) });
  }
}

export function pageOf(db: Database, list: List, args: PageArgs = {}): Promise<Page> {
  return ask(db, list, sourceOf(list), args);
}

/** Without the count, which is a query of its own. */
export function rowsOf(db: Database, list: List, args: PageArgs = {}): Promise<Omit<Page, 'totalCount'>> {
  return ask(db, list, sourceOf(list, ''), args);
}

async function ask(db: Database, list: List, source: string, args: PageArgs): Promise<Page> {
  const data = await answer<{ page: Page; parent: { page: Page } }>(db, source, { ...args });
  return list.of === undefined ? data.page : data.parent.page;
}

export function sourceOf({ field, args = '', of }: List, count = 'totalCount'): string {
  const list = `page: ${field}(first: $first, last: $last, after: $after, before: $before, ${args}) {
    edges { cursor node { id } } nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor scanLimited } ${count}
  }`;
  const variables = '$first: Int, $last: Int, $after: String, $before: String';
  if (of === undefined) return `query (${variables}) { ${list} }`;
  const type = of.startsWith('article') ? 'Article' : 'Entity';
  return `query (${variables}) { parent: ${of} { ...on ${type} { ${list} } } }`;
}

export function idsIn({ edges }: Pick<Page, 'edges'>): string[] {
  return edges.map(({ node }) => node.id);
}
