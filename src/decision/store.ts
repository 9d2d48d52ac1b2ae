import type { Article } from '../article/model.ts';
import { articleOf } from '../article/store.ts';
import { entityOf } from '../entity/store.ts';
import { indexRows } from '../graph/batch.ts';
import type { Database, Row } from '../graph/database.ts';
import { readLists } from '../graph/list.ts';
import { integerOrNull, oneOf, text } from '../graph/rows.ts';
import type { Statement } from '../statement/model.ts';
import { statementOf } from '../statement/store.ts';
import {
  ARTICLES_OF_DECISIONS,
  DECISIONS_BY_ID,
  DECISIONS_ON_ARTICLES,
  DECISIONS_ON_ENTITIES,
  DECISIONS_ON_STATEMENTS,
  ENTITIES_OF_DECISIONS,
  STATEMENTS_OF_DECISIONS,
  UNDOINGS_OF_DECISIONS,
  UNDONE_BY_DECISIONS,
} from './cypher.ts';
import { DECISION_KINDS, type Decision } from './model.ts';

export async function decisionsById(db: Database, ids: readonly string[]): Promise<Map<string, Decision>> {
  return indexRows(await db.read(DECISIONS_BY_ID, { ids }), 'id', decisionOf);
}

/** By statement id, earliest first. */
export function decisionsOnStatements(db: Database, ids: readonly string[]) {
  return readLists(db, DECISIONS_ON_STATEMENTS, ids, decisionOf);
}

/** By article id, earliest first. */
export function decisionsOnArticles(db: Database, ids: readonly string[]) {
  return readLists(db, DECISIONS_ON_ARTICLES, ids, decisionOf);
}

/** By decision id; absent for decisions on others. */
export async function articlesOfDecisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Article>> {
  return indexRows(await db.read(ARTICLES_OF_DECISIONS, { parents: ids }), 'parent', articleOf);
}

/** By entity id, earliest first. */
export function decisionsOnEntities(db: Database, ids: readonly string[]) {
  return readLists(db, DECISIONS_ON_ENTITIES, ids, decisionOf);
}

/** By decision id, by name. */
export function entitiesOfDecisions(db: Database, ids: readonly string[]) {
  return readLists(db, ENTITIES_OF_DECISIONS, ids, entityOf);
}

/** By decision id; absent for decisions on entities. */
export async function statementsOfDecisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Statement>> {
  return indexRows(await db.read(STATEMENTS_OF_DECISIONS, { parents: ids }), 'parent', statementOf);
}

/** By decision id; absent for decisions that undo none. */
export async function undoneByDecisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Decision>> {
  return indexRows(await db.read(UNDONE_BY_DECISIONS, { parents: ids }), 'parent', decisionOf);
}

/** By decision id; absent while a decision stands. */
export async function undoingsOfDecisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Decision>> {
  return indexRows(await db.read(UNDOINGS_OF_DECISIONS, { parents: ids }), 'parent', decisionOf);
}

function decisionOf(row: Row): Decision {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', DECISION_KINDS),
    actor: text(row, 'actor'),
    at: text(row, 'at'),
    reason: text(row, 'reason'),
    keepLength: integerOrNull(row, 'keepLength'),
  };
}
