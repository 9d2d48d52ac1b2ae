import { ArticleRef, loadArticles, textOf } from '../article/graphql.ts';
import type { Article } from '../article/model.ts';
import { CountryRef } from '../country/graphql.ts';
import { loadEntities } from '../entity/graphql.ts';
import type { Entity } from '../entity/model.ts';
import { invalidInput } from '../errors.ts';
import { EventRef } from '../event/graphql.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { type Edge, type PageInfo, PageInfoRef } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { encodeCursor } from '../graphql/cursor.ts';
import { typeNameOf } from '../graphql/node.ts';
import { pageRequest } from '../graphql/page.ts';
import { OrganizationRef } from '../organization/graphql.ts';
import { PersonRef } from '../person/graphql.ts';
import { PlaceRef } from '../place/graphql.ts';
import { PositionRef } from '../position/graphql.ts';
import { loadStatementsById, StatementRef } from '../statement/graphql.ts';
import type { Statement } from '../statement/model.ts';
import { TreatyRef } from '../treaty/graphql.ts';
import { UnnamedSourceRef } from '../unnamed-source/graphql.ts';
import {
  type Highlight,
  MAX_QUERY_LENGTH,
  MAX_QUERY_WORDS,
  type RankedHit,
  SEARCH_TYPES,
  type SearchType,
} from './model.ts';
import { type Field, highlightsIn } from './model-highlight.ts';
import { type Phrase, parseQuery } from './model-query.ts';
import { rankKey } from './model-rank.ts';
import { search } from './store.ts';

/** What was found, by its type, with the search that found it. */
type Found =
  | { readonly type: 'ENTITY'; readonly node: Entity }
  | { readonly type: 'STATEMENT'; readonly node: Statement }
  | { readonly type: 'ARTICLE'; readonly node: Article };
type SearchHit = Found & { readonly score: number; readonly phrases: readonly Phrase[] };

interface SearchPage {
  readonly edges: readonly Edge<SearchHit>[];
  readonly pageInfo: PageInfo;
}

const SearchTypeEnum = enumOf('SearchType', 'What a search looks through.', {
  ENTITY: 'Names and aliases of entities.',
  STATEMENT:
    'The content of statements that stand now, current and not withdrawn; where the text may not be kept, the quotes that are.',
  ARTICLE: 'Titles of articles and their current texts, where these may be kept.',
});

const SearchHitNodeRef = builder.unionType('SearchHitNode', {
  description: 'What a search can find.',
  types: [
    PersonRef,
    OrganizationRef,
    CountryRef,
    PlaceRef,
    TreatyRef,
    EventRef,
    PositionRef,
    UnnamedSourceRef,
    StatementRef,
    ArticleRef,
  ],
  resolveType: typeNameOf,
});

export const HighlightRef = builder.objectRef<Highlight>('Highlight').implement({
  description: 'A place at which a text has what was looked for.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description:
        'Of a search the field that has it: `name` or `aliases` of an entity, `content` of a statement, `title` or `text` of an article. Of an `EvidenceMismatch` the JSON pointer to what has these words.',
    }),
    snippet: t.exposeString('snippet', {
      description:
        'The text around it, in whole words; of an alias the alias, of an `EvidenceMismatch` the words alone.',
    }),
    start: t.exposeInt('start', {
      description:
        'Its first code point in the field, from zero; in the alias for an alias, in the text of the article for an `EvidenceMismatch`.',
    }),
    end: t.exposeInt('end', { description: 'One past its last code point.' }),
  }),
});

const SearchHitRef = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'Something that has all that was searched for.',
  fields: (t) => ({
    node: t.field({ type: SearchHitNodeRef, description: 'What was found.', resolve: ({ node }) => node }),
    score: t.exposeFloat('score', {
      description:
        'From 0 to 1: how often the words stand in it for its length, more where they stand in the order of the search, most where a field is nothing else. The same whatever else is in the graph.',
    }),
    highlights: t.field({
      type: [HighlightRef],
      description: 'Where it has the words: the first three places in each field, at most ten.',
      resolve: async (hit, _args, context) => highlightsIn(hit.phrases, await fieldsOf(context, hit)),
    }),
  }),
});

const SearchEdgeRef = builder.objectRef<Edge<SearchHit>>('SearchEdge').implement({
  description: 'A hit in its place.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: 'The place of this hit, for `after`.' }),
    node: t.field({ type: SearchHitRef, description: 'The hit itself.', resolve: ({ node }) => node }),
  }),
});

const SearchConnectionRef = builder.objectRef<SearchPage>('SearchConnection').implement({
  description: 'A page of hits, best first. Hits are not counted: common words have too many.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdgeRef],
      description: 'The hits with their cursors.',
      resolve: ({ edges }) => [...edges],
    }),
    nodes: t.field({
      type: [SearchHitRef],
      description: 'The hits without their cursors.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.field({
      type: PageInfoRef,
      description: 'Where the page lies.',
      resolve: ({ pageInfo }) => pageInfo,
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    description: 'Full text over names, statements and articles, best first, with highlights.',
    args: {
      query: t.arg.string({
        required: true,
        description: `What a hit must have, all of it: words, "phrases" in quotation marks of any kind, and beginnings of words with a star, as in zelen*. Case, diacritics and punctuation do not count. Any text is a search; one without letters or digits finds nothing. At most ${MAX_QUERY_LENGTH} characters and ${MAX_QUERY_WORDS} words.`,
      }),
      types: t.arg({ type: [SearchTypeEnum], description: 'Only these; everything when left out.' }),
      first: t.arg.int({ description: 'So many hits from the front; 20 when left out.' }),
      after: t.arg.string({ description: 'Only hits after the one with this cursor.' }),
    },
    resolve: (_root, { query, types, first, after }, context) => {
      if (types?.length === 0) throw invalidInput('"types" is empty: name a type, or leave it out for all.');
      const sought = SEARCH_TYPES.filter((type) => types?.includes(type) ?? true);
      return pageOf(context, parseQuery(query), sought, { first, after });
    },
  }),
);

async function pageOf(
  context: Context,
  phrases: readonly Phrase[],
  types: readonly SearchType[],
  args: { readonly first: number | null | undefined; readonly after: string | null | undefined },
): Promise<SearchPage> {
  const scope = `Query.search ${JSON.stringify([phrases, types])}`;
  const { limit, after } = pageRequest(args, scope);
  const { hits, limited } = await search(context.db, phrases, types);
  const rest = hits.filter((hit) => after === null || isAfter(hit, after));
  const page = rest.slice(0, limit);
  const found = await loadHits(context, page);
  const edges = page.flatMap((hit): Edge<SearchHit>[] => {
    const node = found.get(hit.id);
    // What was removed since it was found is left out.
    if (node === undefined) return [];
    const position = { key: rankKey(hit), id: hit.id };
    return [{ node: { ...node, score: hit.score, phrases }, cursor: encodeCursor(scope, position) }];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: rest.length > page.length,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      scanLimited: limited,
    },
  };
}

function isAfter(hit: RankedHit, { key, id }: { readonly key: string; readonly id: string }): boolean {
  const own = rankKey(hit);
  return own > key || (own === key && hit.id > id);
}

/** One call for each type. */
async function loadHits(context: Context, hits: readonly RankedHit[]): Promise<Map<string, Found>> {
  const idsOf = (wanted: SearchType) => hits.filter(({ type }) => type === wanted).map(({ id }) => id);
  const [entities, statements, articles] = await Promise.all([
    loadEntities(context, idsOf('ENTITY')),
    loadStatementsById(context, idsOf('STATEMENT')),
    loadArticles(context, idsOf('ARTICLE')),
  ]);
  return new Map<string, Found>([
    ...entities.map((node): [string, Found] => [node.id, { type: 'ENTITY', node }]),
    ...statements.map((node): [string, Found] => [node.id, { type: 'STATEMENT', node }]),
    ...articles.map((node): [string, Found] => [node.id, { type: 'ARTICLE', node }]),
  ]);
}

/** The fields that were searched through. */
async function fieldsOf(context: Context, hit: Found): Promise<Field[]> {
  if (hit.type === 'ENTITY') {
    const aliases = hit.node.aliases.map((text): Field => ({ name: 'aliases', text }));
    return [{ name: 'name', text: hit.node.name }, ...aliases];
  }
  if (hit.type === 'STATEMENT') {
    const { content, quote } = hit.node;
    return content === null ? present('quote', quote) : present('content', content);
  }
  const text = await textOf(context, hit.node.currentVersionId);
  return [...present('title', hit.node.title), ...present('text', text)];
}

function present(name: string, text: string | null): Field[] {
  return text === null ? [] : [{ name, text }];
}
