import { stripIgnoredCharacters } from 'graphql';
import type { StoreConfig } from '../config.ts';
import type { Example } from './examples.ts';
import { GRAPHQL_PATH } from './graphql.ts';

/** What the graph holds, as the API's `stats` has it. */
export interface Stats {
  readonly engine: string;
  readonly articles: number;
  readonly statements: number;
  readonly entities: number;
  readonly mentions: number;
  readonly relations: number;
}

/** What the server says when it is ready: where it is, what it runs on, what is loaded, and a question to try. */
export function banner(start: {
  readonly url: string;
  readonly store: StoreConfig;
  readonly stats: Stats;
  readonly example: Example | undefined;
}): string {
  const { stats, example } = start;
  const api = start.url + GRAPHQL_PATH;
  const lines = [
    `Onrecord is ready at ${api} (in a browser: GraphiQL)`,
    `  engine  ${stats.engine}, ${placeOf(start.store)}`,
    `  loaded  ${loaded(stats)}`,
  ];
  if (example !== undefined) {
    const [comment = ''] = example.query.split('\n');
    lines.push(
      `  try     ${comment.replace(/^#\s*/, '')}`,
      `          ${api}?query=${encodeURIComponent(stripIgnoredCharacters(example.query))}`,
    );
  }
  return lines.join('\n');
}

function placeOf(store: StoreConfig): string {
  if (store.engine === 'neo4j') return `at ${store.uri}`;
  return store.folder === undefined ? 'in memory: gone when the server stops' : `in ${store.folder}`;
}

function loaded({ articles, statements, entities, mentions, relations }: Stats): string {
  return [
    counted(articles, 'article'),
    counted(statements, 'statement'),
    counted(entities, 'entity', 'entities'),
    counted(mentions, 'mention'),
    counted(relations, 'relation'),
  ].join(', ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
