import { ArticleReferences } from '../article/store-reference.ts';
import { entityOf } from '../entity/store.ts';
import { EntityReferences } from '../entity/store-reference.ts';
import { OnrecordError } from '../errors.ts';
import { evidenceOf } from '../evidence/store.ts';
import { indexRows } from '../graph/batch.ts';
import type { Database, Params, Row } from '../graph/database.ts';
import { listQueries } from '../graph/keyset.ts';
import { type ListSource, listSource, readLists } from '../graph/list.ts';
import { flag, oneOf, real, someOf, text, textOrNull } from '../graph/rows.ts';
import type { Mention } from '../mention/model.ts';
import { mentionOf } from '../mention/store.ts';
import {
  BODIES_OF_GROUPS,
  CHAINS_OF_STATEMENTS,
  CLAIMANTS_OF_RELATIONS,
  EVIDENCE_OF_STATEMENTS,
  LINKS_OF_STATEMENTS,
  MENTIONS_OF_SPEAKERS,
  NESTED_STATEMENTS,
  STATEMENT_COLUMNS,
  STATEMENT_LISTS,
  STATEMENT_NAMES,
  STATEMENT_ORDERS,
  STATEMENTS_BY_ID,
  SUBJECT_STATEMENTS,
  VISIBLE,
} from './cypher.ts';
import {
  articleReferencesIn,
  type Condition,
  checkFilter,
  composeFilter,
  entityReferencesIn,
  groupReferencesIn,
  type StatementFilter,
} from './filter.ts';
import {
  ADDRESSEE_STATES,
  type Include,
  LINK_WAYS,
  SPEECH_ACTS,
  STATEMENT_KINDS,
  type Statement,
  type StatementOrder,
} from './model.ts';

/** Bodies of one group in a filter, parts of it and parts of those, and their offices. */
const MAX_BODIES = 2_000;

/** The statement in a row that has STATEMENT_COLUMNS and `id`. */
export function statementOf(row: Row): Statement {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', STATEMENT_KINDS),
    acts: someOf(row, 'acts', SPEECH_ACTS),
    quote: textOrNull(row, 'quote'),
    content: textOrNull(row, 'content'),
    cue: textOrNull(row, 'cue'),
    addresseeState: oneOf(row, 'addresseeState', ADDRESSEE_STATES),
    addresseeText: textOrNull(row, 'addresseeText'),
    addresseeCarried: flag(row, 'addresseeCarried'),
    saidAt: textOrNull(row, 'saidAt'),
    publishedAt: textOrNull(row, 'publishedAt'),
    recordedAt: text(row, 'recordedAt'),
    withdrawnAt: textOrNull(row, 'withdrawnAt'),
    confidence: real(row, 'confidence'),
    versionId: text(row, 'versionId'),
    articleId: text(row, 'articleId'),
    runId: text(row, 'runId'),
  };
}

export type StatementListName = keyof typeof STATEMENT_LISTS;

/** What a list of statements is asked with. */
export interface StatementQuery {
  readonly filter: Condition | null;
  readonly order: StatementOrder;
  readonly include: readonly Include[];
}

export function statementList(name: StatementListName, query: StatementQuery): ListSource<Statement> {
  const list = STATEMENT_LISTS[name];
  const start = name === 'all' ? query.filter?.start : null;
  // Else each statement of the graph would be looked at, to find the few of one speaker.
  return statementListOf(
    start == null ? list : { name: list.name, match: `${start} WITH DISTINCT s` },
    query,
  );
}

/** The current statements for which a filter holds, as a condition on `s`. */
export function currentWhere(filter: Condition | null): Condition {
  const text = filter === null ? VISIBLE : `${VISIBLE} AND ${filter.text}`;
  const params = { superseded: false, withdrawn: false, ...filter?.params };
  return { text, params, start: filter?.start ?? null };
}

/** A list of other making: `match` binds `s` by way of `parent`, and a WHERE may follow. */
export function statementListOf(
  list: { readonly name: string; readonly match: string },
  { filter, order, include }: StatementQuery,
  listParams: Params = {},
): ListSource<Statement> {
  const where = currentWhere(filter);
  const queries = listQueries({
    name: list.name,
    match: `${list.match} WHERE ${where.text}`,
    item: 's',
    ...STATEMENT_ORDERS[order],
    columns: STATEMENT_COLUMNS,
    names: STATEMENT_NAMES,
  });
  const params: Params = {
    ...where.params,
    ...listParams,
    superseded: include.includes('SUPERSEDED'),
    withdrawn: include.includes('WITHDRAWN'),
  };
  const source = listSource(queries, statementOf, params);
  // The text of the filter is no parameter, and another order is another list.
  return { ...source, name: `${source.name} ${order} ${filter?.text ?? ''}` };
}

/** The filter as a condition, with what its references stand for looked up: one call for each kind of reference in it. */
export async function resolveFilter(db: Database, filter: StatementFilter): Promise<Condition> {
  const parts = checkFilter(filter);
  const [entities, articles] = await Promise.all([
    EntityReferences.find(db, entityReferencesIn(parts)),
    ArticleReferences.find(db, articleReferencesIn(parts)),
  ]);
  const groups = groupReferencesIn(parts).map((reference) => entities.require(reference).id);
  const bodies = await bodiesOfGroups(db, [...new Set(groups)]);
  return composeFilter(filter, { entities, articles, bodies });
}

/** LIMIT_EXCEEDED for a group with more than MAX_BODIES. */
async function bodiesOfGroups(
  db: Database,
  groups: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (groups.length === 0) return new Map();
  const id = (row: Row) => text(row, 'id');
  const found = await readLists(db, BODIES_OF_GROUPS, groups, id, { limit: MAX_BODIES + 1 });
  for (const bodies of found.values()) {
    if (bodies.length <= MAX_BODIES) continue;
    throw new OnrecordError(
      'LIMIT_EXCEEDED',
      `"saidByGroup" names a group of more than ${MAX_BODIES} bodies and offices.`,
    );
  }
  return found;
}

export async function statementsById(db: Database, ids: readonly string[]): Promise<Map<string, Statement>> {
  return indexRows(await db.read(STATEMENTS_BY_ID, { ids }), 'id', statementOf);
}

/** By statement id, each way in the order of the document. */
export function linksOfStatements(db: Database, ids: readonly string[]) {
  return readLists(
    db,
    LINKS_OF_STATEMENTS,
    ids,
    (row) => ({ way: oneOf(row, 'way', LINK_WAYS), entity: entityOf(row) }),
    // Each way has fewer than a plain list may hold.
    { limit: LINK_WAYS.length * 200 },
  );
}

/** By statement id; absent where no mention stands for the speaker. */
export async function mentionsOfSpeakers(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Mention>> {
  return indexRows(await db.read(MENTIONS_OF_SPEAKERS, { parents: ids }), 'parent', mentionOf);
}

/** In the order of the text. */
export function evidenceOfStatements(db: Database, ids: readonly string[]) {
  return readLists(db, EVIDENCE_OF_STATEMENTS, ids, evidenceOf);
}

/** In the order of the text. */
export function nestedStatements(db: Database, ids: readonly string[]) {
  return readLists(db, NESTED_STATEMENTS, ids, statementOf);
}

/** Outermost first; the last is the statement itself. */
export function chainsOfStatements(db: Database, ids: readonly string[]) {
  return readLists(db, CHAINS_OF_STATEMENTS, ids, statementOf);
}

export function subjectStatements(db: Database, ids: readonly string[]) {
  return readLists(db, SUBJECT_STATEMENTS, ids, statementOf);
}

/** By relation id. */
export function claimantsOfRelations(db: Database, ids: readonly string[]) {
  return readLists(db, CLAIMANTS_OF_RELATIONS, ids, statementOf);
}
