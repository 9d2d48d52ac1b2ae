import type { Params, Query } from './database.ts';

/** Where a page begins or ends: the sort key and the id of the row beside it. */
export interface KeysetPosition {
  readonly key: string;
  readonly id: string;
}

/** Which stretch of an ordered list is wanted. Positions are exclusive. */
export interface PageRequest {
  readonly limit: number;
  /** Take the last `limit` rows of the stretch, not the first. Rows still come back in list order. */
  readonly backward: boolean;
  readonly after: KeysetPosition | null;
  readonly before: KeysetPosition | null;
}

/** A list by its parts. `item` is bound by `match`; `key` is a string expression over it that is never null. */
export interface ListText {
  readonly name: string;
  /** MATCH and WHERE clauses; may use `parent`, the id of the thing whose list it is. */
  readonly match: string;
  readonly item: string;
  readonly key: string;
  readonly descending?: boolean;
  /** What to return, as `e.name AS name, …`; `id`, `parent` and `sortKey` come by themselves. */
  readonly columns: string;
  /** Names in `columns`, to hand them through the subquery. */
  readonly names: readonly string[];
}

export interface ListQueries {
  readonly forward: Query;
  readonly backward: Query;
  readonly count: Query;
}

/**
 * The three constant texts of a list, for many parents in one call: a page from the front, a page from the back, and the
 * count by parent. Ties of the key go by id, ascending in either direction of the key.
 */
export function listQueries(list: ListText): ListQueries {
  return {
    forward: { name: list.name, text: pageText(list, false) },
    backward: { name: `${list.name}.backward`, text: pageText(list, true) },
    count: {
      name: `${list.name}.count`,
      text: `
        UNWIND $parents AS parent
        CALL (parent) {
          ${list.match}
          WITH ${list.item}
          LIMIT $most
          RETURN count(${list.item}) AS looked, count(DISTINCT ${list.item}) AS total
        }
        RETURN parent, looked, total ORDER BY parent`,
    },
  };
}

/** The columns are read after the LIMIT: an engine would fetch them for every row that it sorts. */
function pageText(list: ListText, backward: boolean): string {
  const { item, key } = list;
  const [before, after] = list.descending ? ['>', '<'] : ['<', '>'];
  const keyOrder = (list.descending ?? false) === backward ? 'ASC' : 'DESC';
  const idOrder = backward ? 'DESC' : 'ASC';
  return `
    UNWIND $parents AS parent
    CALL (parent) {
      ${list.match}
      WITH DISTINCT ${item}, ${key} AS sortKey
      WHERE ($afterId = '' OR sortKey ${after} $afterKey OR (sortKey = $afterKey AND ${item}.id > $afterId))
        AND ($beforeId = '' OR sortKey ${before} $beforeKey OR (sortKey = $beforeKey AND ${item}.id < $beforeId))
      WITH ${item}, sortKey
      ORDER BY sortKey ${keyOrder}, ${item}.id ${idOrder}
      LIMIT $limit
      RETURN ${item}.id AS id, sortKey, ${list.columns}
    }
    RETURN parent, id, sortKey, ${list.names.join(', ')}
    ORDER BY parent, sortKey ${keyOrder}, id ${idOrder}`;
}

/**
 * The parameters of a page text. One row more than asked for tells whether there are further ones. No position is the empty id, not
 * null: Neo4j plans a query anew for each combination of the types of its parameters.
 */
export function pageParams(parents: readonly string[], page: PageRequest): Params {
  return {
    parents,
    limit: page.limit + 1,
    afterKey: page.after?.key ?? '',
    afterId: page.after?.id ?? '',
    beforeKey: page.before?.key ?? '',
    beforeId: page.before?.id ?? '',
  };
}
