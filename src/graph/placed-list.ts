import type { Params, Row } from './database.ts';
import type { KeysetPosition, PageRequest } from './keyset.ts';
import { countOf, type ListSource, MAX_COUNTED, type Stretch } from './list.ts';
import { countQuery, type PlacedText, pageQuery } from './placed.ts';
import { flag, text } from './rows.ts';

/** Items that a page of a filtered list looks at. */
export const MAX_SCANNED = 5_000;
/** Where it looks at several ranges of an index, because its filter names many entities with many items: in all of them together. */
const MAX_SCANNED_OF_RANGES = 20_000;

/** Sort before, and after, all that may follow the first character of a place. */
const LOWEST = '';
const HIGHEST = '\u007F';

export interface PlacedListOptions {
  /** The first characters of the places that the list shows. */
  readonly shown: readonly string[];
  /** What stands before a place in the index, for a parent; several where a list has the items of several. */
  readonly scopes?: (parent: string) => readonly string[];
  /** What the keys of a parent's items begin with, where a list is a part of a longer one. */
  readonly prefix?: (parent: string) => string;
  readonly params?: Params;
  /** As of the list that is made. */
  readonly cursorScope?: string;
}

/** A long list as others see it. The keys of its positions are places without their first character. */
export function placedList<T>(
  list: PlacedText,
  map: (row: Row) => T,
  { shown, scopes = () => [''], prefix = () => '', params = {}, cursorScope }: PlacedListOptions,
): ListSource<T> {
  const spansOf = (parents: readonly string[], low: string, high: string) => {
    const span = (parent: string, scope: string, first: string) => {
      const start = scope + first;
      const [from, to] = [prefix(parent), prefix(parent) + HIGHEST];
      const [after, before] = [low > from ? low : from, high < to ? high : to];
      return { parent, low: start + after, high: start + before, scope: scope.length };
    };
    return {
      spans: parents.flatMap((parent) => shown.map((first) => span(parent, '', first))),
      ranges: parents.flatMap((parent) =>
        scopes(parent).flatMap((scope) => shown.map((first) => span(parent, scope, first))),
      ),
    };
  };
  return {
    // Who makes a list sees to it that these tell all that its rows depend on: where it is looked for makes no difference.
    name: `${list.name} ${JSON.stringify([list.place, shown, list.filter, params])}`,
    ...(cursorScope !== undefined && { cursorScope }),
    async page(db, parents, page) {
      const spans = spansOf(parents, ...boundsOf(page, list.descending));
      const limit = page.limit + 1;
      const each = (most: number, ofAll: number) =>
        Math.max(limit, Math.ceil((most * parents.length) / ofAll));
      const scanned = each(MAX_SCANNED, spans.spans.length);
      const ofRange = Math.min(scanned, each(MAX_SCANNED_OF_RANGES, spans.ranges.length));
      const query = pageQuery(list, page.backward, spans.spans.length === 1);
      const rows = await db.read(query, {
        ...params,
        ...spans,
        limit,
        ...(list.filter !== null && {
          scanned,
          lastScanned: scanned - 1,
          scannedAndOne: scanned + 1,
          lastOfRange: ofRange - 1,
        }),
      });
      return stretchesOf(parents, rows, page, list.filter !== null, map);
    },
    async count(db, parents) {
      const spans = spansOf(parents, LOWEST, HIGHEST);
      const query = countQuery(list, spans.spans.length === 1);
      const rows = await db.read(query, { ...params, ...spans, most: MAX_COUNTED + 1 });
      return new Map(rows.map((row) => [text(row, 'parent'), countOf(row)]));
    },
  };
}

/** Where a page lies between, as places without their first character. */
function boundsOf({ after, before }: PageRequest, descending: boolean): readonly [low: string, high: string] {
  const [low, high] = descending ? [before, after] : [after, before];
  return [low?.key ?? LOWEST, high?.key ?? HIGHEST];
}

/**
 * The rows of each parent up to the first place at which a span was left off; an item that stands in several spans comes once. Each
 * span has the whole page, or all that it has before that place, so nothing is missing in between.
 */
function stretchesOf<T>(
  parents: readonly string[],
  rows: readonly Row[],
  { limit, backward }: PageRequest,
  isFiltered: boolean,
  map: (row: Row) => T,
): ReadonlyMap<string, Stretch<T>> {
  const found = new Map(parents.map((parent) => [parent, new Found<T>(limit)]));
  for (const row of rows) {
    const position = { key: text(row, 'place').slice(1), id: text(row, 'id') };
    const isKept = !isFiltered || flag(row, 'kept');
    const isEnd = isFiltered && flag(row, 'scanEnd');
    found.get(text(row, 'parent'))?.add(position, isKept, isEnd, () => map(row));
  }
  return new Map([...found].map(([parent, each]) => [parent, each.stretch(backward)]));
}

class Found<T> {
  readonly #rows = new Map<string, { readonly value: T; readonly position: KeysetPosition }>();
  readonly #most: number;
  #scanEnd: KeysetPosition | null = null;

  /** One more than `limit` tells that there are further rows. */
  constructor(limit: number) {
    this.#most = limit + 1;
  }

  add(position: KeysetPosition, isKept: boolean, isEnd: boolean, value: () => T): void {
    if (this.#scanEnd !== null || this.#rows.size === this.#most) return;
    if (isKept && !this.#rows.has(position.id)) this.#rows.set(position.id, { value: value(), position });
    if (isEnd) this.#scanEnd = position;
  }

  stretch(backward: boolean): Stretch<T> {
    const rows = [...this.#rows.values()];
    return { rows: backward ? rows.reverse() : rows, scanEnd: this.#scanEnd };
  }
}
