import type { Entity } from '../entity/model.ts';
import { entityOf } from '../entity/store.ts';
import { groupRows, indexRows } from '../graph/batch.ts';
import type { Database, Query, Row } from '../graph/database.ts';
import { listSource, readLists } from '../graph/list.ts';
import { flag, integer, text, textOrNull } from '../graph/rows.ts';
import {
  ARTICLES,
  ARTICLES_BY_ID,
  ARTICLES_BY_SHA256,
  ARTICLES_BY_URL,
  ARTICLES_OF_OUTLET,
  ENTITIES_OF_ARTICLE,
  OUTLETS_OF_ARTICLES,
  RUNS_BY_ID,
  TEXTS_OF_VERSIONS,
  VERSIONS_BY_ID,
  VERSIONS_OF_ARTICLES,
} from './cypher.ts';
import type { Article, ArticleVersion, ExtractionRun } from './model.ts';

/** Articles found under one URL or text. */
const MAX_MATCHES = 100;

/** Latest first. */
export const allArticles = listSource(ARTICLES, articleOf);
export const articlesOfOutlet = listSource(ARTICLES_OF_OUTLET, articleOf);
/** By name. */
export const entitiesOfArticle = listSource(ENTITIES_OF_ARTICLE, entityOf);

export async function articlesById(db: Database, ids: readonly string[]): Promise<Map<string, Article>> {
  return indexRows(await db.read(ARTICLES_BY_ID, { ids }), 'id', articleOf);
}

/** By URL, at most 100 for each, the latest first. Every URL is present. */
export function articlesByUrl(db: Database, urls: readonly string[]): Promise<Map<string, Article[]>> {
  return byReference(db, ARTICLES_BY_URL, urls);
}

/** By the hash of a text that they have or had, at most 100 for each. Every hash is present. */
export function articlesBySha256(db: Database, hashes: readonly string[]): Promise<Map<string, Article[]>> {
  return byReference(db, ARTICLES_BY_SHA256, hashes);
}

/** By article id; absent where the article does not say who published it. */
export async function outletsOfArticles(db: Database, ids: readonly string[]): Promise<Map<string, Entity>> {
  const rows = await db.read(OUTLETS_OF_ARTICLES, { parents: ids });
  return indexRows(rows, 'parent', entityOf);
}

export async function versionsById(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, ArticleVersion>> {
  return indexRows(await db.read(VERSIONS_BY_ID, { ids }), 'id', versionOf);
}

/** Oldest first. */
export function versionsOfArticles(db: Database, ids: readonly string[]) {
  return readLists(db, VERSIONS_OF_ARTICLES, ids, versionOf);
}

/** By version id; null where the text may not be kept. */
export async function textsOfVersions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  return indexRows(await db.read(TEXTS_OF_VERSIONS, { ids }), 'id', (row) => textOrNull(row, 'text'));
}

export async function runsById(db: Database, ids: readonly string[]): Promise<Map<string, ExtractionRun>> {
  return indexRows(await db.read(RUNS_BY_ID, { ids }), 'id', (row) => ({
    id: text(row, 'id'),
    tool: text(row, 'tool'),
    version: text(row, 'version'),
    startedAt: text(row, 'startedAt'),
    recordedBy: textOrNull(row, 'recordedBy'),
  }));
}

async function byReference(
  db: Database,
  query: Query,
  references: readonly string[],
): Promise<Map<string, Article[]>> {
  const refs = [...references];
  return groupRows(refs, await db.read(query, { refs, limit: MAX_MATCHES }), 'ref', articleOf);
}

/** The article in a row that has ARTICLE_COLUMNS and `id`. */
export function articleOf(row: Row): Article {
  return {
    id: text(row, 'id'),
    title: textOrNull(row, 'title'),
    url: textOrNull(row, 'url'),
    language: text(row, 'language'),
    publishedAt: textOrNull(row, 'publishedAt'),
    currentVersionId: text(row, 'currentVersionId'),
  };
}

function versionOf(row: Row): ArticleVersion {
  return {
    id: text(row, 'id'),
    articleId: text(row, 'articleId'),
    number: integer(row, 'number'),
    sha256: text(row, 'sha256'),
    recordedAt: text(row, 'recordedAt'),
    current: flag(row, 'current'),
  };
}
