import type { Params } from '../graph/database.ts';
import type { ListSource } from '../graph/list.ts';
import type { OrderIndex } from '../graph/placed.ts';
import { placedList } from '../graph/placed-list.ts';
import { orderedStatements, STATEMENT_COLUMNS, STATEMENT_LISTS, STATEMENT_NAMES } from './cypher.ts';
import type { Condition } from './filter.ts';
import type { Include, Statement, StatementOrder } from './model.ts';
import { PLACES_OF_ORDERS, type StatementPlace, shownWith } from './model-places.ts';
import { statementOf } from './store.ts';

export type StatementListName = keyof typeof STATEMENT_LISTS;

/** What a list of statements is asked with. */
export interface StatementQuery {
  readonly filter: Condition | null;
  readonly order: StatementOrder;
  readonly include: readonly Include[];
}

/** The ways of the fields that a list can start from in its order. */
const WAYS_OF_STARTS = { saidBy: 'SAID_BY', about: 'ABOUT', toldTo: 'TOLD_TO' } as const;

export function statementList(name: StatementListName, query: StatementQuery): ListSource<Statement> {
  const list = STATEMENT_LISTS[name];
  const { place } = PLACES_OF_ORDERS[query.order];
  if (name === 'all')
    return statementListOf({ name: list.name, ...statementsFrom(query.filter?.start ?? null, place) }, query);
  if (!('way' in list)) return statementListOf(list, query);
  const index = orderedStatements(place, list.way);
  return statementListOf({ ...list, index, scopes: (parent) => [`${parent} `] }, query);
}

/** How a list leads to all statements, or to those at which its filter starts: else each would be looked at to find the few of one speaker. */
export function statementsFrom(
  start: Condition['start'],
  place: StatementPlace,
): Omit<StatementListText, 'name'> {
  if (start === null)
    return { match: STATEMENT_LISTS.all.match, index: orderedStatements(place, null), scopes: () => [''] };
  const match = `${start.match} WITH DISTINCT span, parent, s`;
  if (start.field === 'article' || start.field === 'mentions' || start.isFew === true) return { match };
  const index = { ...orderedStatements(place, WAYS_OF_STARTS[start.field]), repeats: start.ids.length > 1 };
  return { match, index, scopes: () => start.ids.map((id) => `${id} `) };
}

/** A list of statements by what leads to them; `PlacedText` says how, and `placedList` what narrows it. */
export interface StatementListText {
  readonly name: string;
  readonly match: string;
  readonly index?: OrderIndex;
  readonly scopes?: (parent: string) => readonly string[];
  readonly prefix?: (parent: string) => string;
}

export function statementListOf(
  { scopes, prefix, ...list }: StatementListText,
  { filter, order, include }: StatementQuery,
  params: Params = {},
): ListSource<Statement> {
  const text = {
    ...list,
    ...PLACES_OF_ORDERS[order],
    item: 's',
    filter: filter?.text ?? null,
    columns: STATEMENT_COLUMNS,
    names: STATEMENT_NAMES,
  };
  return placedList(text, statementOf, {
    shown: shownWith(include),
    params: { ...filter?.params, ...params },
    cursorScope: JSON.stringify([list.name, order, include, filter?.asked, params]),
    ...(scopes !== undefined && { scopes }),
    ...(prefix !== undefined && { prefix }),
  });
}
