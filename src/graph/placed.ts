import type { Query } from './database.ts';

/*
 * Long lists. Each item has a place: a string that sorts as the list does, ties included, so that a page is a range of an index.
 * Its first character tells who may see the item, and a list shows the items of some such characters: each makes a span.
 */

/** A long list by its parts. */
export interface PlacedText {
  readonly name: string;
  /** MATCH and WITH clauses that bind `item`, each item once, and keep `span` and `parent`, the id of the thing whose list it is. A WHERE follows. */
  readonly match: string;
  readonly item: string;
  /** The property of the item that holds its place; never null. */
  readonly place: string;
  /** The last place comes first. */
  readonly descending: boolean;
  readonly index?: OrderIndex;
  /** A condition on the item, and `parent`. A page looks at `$scanned` items and no more, on an index at `$scannedOfRange` of each range. Null for all items. */
  readonly filter: string | null;
  /** What to return, as `s.name AS name, …`; `id`, `parent` and `place` come by themselves, with a filter `kept` and `scanEnd` too. */
  readonly columns: string;
  readonly names: readonly string[];
}

/** An index that has the order of a list. */
export interface OrderIndex {
  /** A MATCH that binds the item. */
  readonly match: string;
  /** What the index holds of it: its place, or that after a scope. */
  readonly place: string;
  /** An item may stand in it several times, once for each of several scopes. */
  readonly repeats?: boolean;
}

/**
 * A page of a list from the front, or from the back. `$spans` holds maps of `parent`, `low` and `high`, both exclusive; `$ranges` the
 * same as the index has the places, with the length of the `scope` before each. `isOne` for a single span: Grafeo sorts no more than a
 * page needs only outside of a CALL, and Neo4j reads an index in its order only inside.
 */
export function pageQuery(list: PlacedText, backward: boolean, isOne: boolean): Query {
  const name = backward ? `${list.name}.backward` : list.name;
  return { name, ...pageTexts(list, list.descending !== backward, isOne) };
}

export function countQuery(list: PlacedText, isOne: boolean): Query {
  return { name: `${list.name}.count`, ...countTexts(list, isOne) };
}

/** The columns that tell of a filter. */
const FOUND = 'kept, scanEnd, ';

type Texts = Pick<Query, 'text' | 'indexed'>;

function pageTexts(list: PlacedText, descending: boolean, isOne: boolean): Texts {
  const direction = descending ? 'DESC' : 'ASC';
  const page = list.filter === null ? wholePage(list, direction) : filteredPage(list, direction);
  const eachSpan = (spans: string, text: string) => `
    UNWIND ${spans} AS span
    CALL (span) {${text}
    }
    RETURN span.parent AS parent, id, place, ${list.filter === null ? '' : FOUND}${list.names.join(', ')}
    ORDER BY parent, substring(place, 1) ${direction}${list.filter === null ? '' : ', kept DESC'}, id`;
  return {
    text: isOne ? `UNWIND $spans AS span${page}` : eachSpan('$spans', page),
    indexed: eachSpan(list.index === undefined ? '$spans' : '$ranges', indexedPage(list, direction) ?? page),
  };
}

function within(place: string): string {
  return `WHERE ${place} > span.low AND ${place} < span.high`;
}

function matched({ match, item, place }: PlacedText): string {
  return `
      WITH span, span.parent AS parent
      ${match}
      ${within(`${item}.${place}`)}`;
}

function returned({ item, place, columns }: PlacedText): string {
  return `${item}.id AS id, ${item}.${place} AS place, ${columns}`;
}

/** The columns are read after the LIMIT: an engine would fetch them for every item that it sorts. */
function wholePage(list: PlacedText, direction: string): string {
  const { item, place } = list;
  return `${matched(list)}
      WITH parent, ${item}, ${item}.${place} AS place
      ORDER BY place ${direction}
      LIMIT $limit
      RETURN parent, ${returned(list)}
      ORDER BY place ${direction}`;
}

/** Every item that is looked at is numbered, to tell the last of them, from which the next page goes on. */
function filteredPage(list: PlacedText, direction: string): string {
  const { item, place, filter } = list;
  return `${matched(list)}
      WITH parent, ${item}, ${item}.${place} AS place
      ORDER BY place ${direction}
      LIMIT $scannedAndOne
      WITH parent, collect(${item}) AS looked
      UNWIND range(0, size(looked) - 1) AS at
      WITH parent, looked[at] AS ${item}, at, at = $lastScanned AND size(looked) > $scanned AS scanEnd
      WHERE at < $scanned
      WITH parent, ${item}, scanEnd, ${filter} AS kept
      WHERE kept OR scanEnd
      RETURN parent, ${returned(list)}, kept, scanEnd
      ORDER BY place ${direction}
      LIMIT $limit`;
}

/** In the order of the index: no more is read than a page takes. Null for a list that has no such index. */
function indexedPage(list: PlacedText, direction: string): string | null {
  const { index, item, filter } = list;
  if (index === undefined) return null;
  if (filter === null)
    return `
      ${index.match}
      ${within(index.place)}
      WITH ${item}, ${index.place} AS ordered
      ORDER BY ordered ${direction}
      LIMIT $limit
      RETURN ${returned(list)}`;
  const [low, high] = direction === 'DESC' ? ['beyond', 'span.high'] : ['span.low', 'beyond'];
  // First where it has to stop, then what lies before: so an item that leaves the range in between makes no other one be passed over.
  return `
      CALL (span) {
        ${index.match}
        ${within(index.place)}
        WITH ${index.place} AS ordered
        ORDER BY ordered ${direction}
        SKIP $lastOfRange
        LIMIT 2
        WITH collect(ordered) AS ends
        RETURN CASE WHEN size(ends) = 2 THEN substring(ends[0], span.scope) END AS end,
          CASE WHEN size(ends) = 2 THEN ends[1] ELSE span.${direction === 'DESC' ? 'low' : 'high'} END AS beyond
      }
      CALL (span, end, beyond) {
        ${index.match}
        WHERE ${index.place} > ${low} AND ${index.place} < ${high}
        WITH ${item}, ${index.place} AS ordered, span.parent AS parent
        WHERE ${filter}
        WITH ${item}, ordered
        ORDER BY ordered ${direction}
        LIMIT $limit
        RETURN ${returned(list)}, true AS kept, false AS scanEnd
        UNION ALL
        UNWIND CASE WHEN end IS NULL THEN [] ELSE [end] END AS place
        RETURN '' AS id, place, ${list.names.map((name) => `null AS ${name}`).join(', ')}, false AS kept, true AS scanEnd
      }
      RETURN id, place, ${FOUND}${list.names.join(', ')}`;
}

/** No more than `$most` of each span are looked at. Parents without items may be absent. */
function countTexts(list: PlacedText, isOne: boolean): Texts {
  const { index, item, filter } = list;
  const looked = `
      WITH parent, ${item}
      LIMIT $most
      ${filter === null ? '' : `WITH parent, ${item}, ${filter} AS kept`}
      RETURN parent, count(${item}) AS looked, count(${filter === null ? item : 'CASE WHEN kept THEN 1 END'}) AS total`;
  const eachSpan = (spans: string, text: string) => `
    UNWIND ${spans} AS span
    CALL (span) {${text}
    }
    RETURN parent, sum(looked) AS looked, sum(total) AS total
    ORDER BY parent`;
  const ofSpan = `${matched(list)}${looked}`;
  const text = isOne ? `UNWIND $spans AS span${ofSpan}` : eachSpan('$spans', ofSpan);
  if (index === undefined || index.repeats) return { text };
  const inIndex = `
      ${index.match}
      ${within(index.place)}
      WITH span.parent AS parent, ${item}${looked}`;
  return { text, indexed: eachSpan('$ranges', inIndex) };
}
