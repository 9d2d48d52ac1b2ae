import type { Database } from '../../../src/graph/database.ts';

/**
 * The same database, where a page of a filtered list looks at `most` records and no more, or at as many as it has rows: graphs that
 * reach the real limit take too long to make.
 */
export function lookingAtFew(db: Database, most: number): Database {
  return {
    engine: db.engine,
    read: (query, params = {}, options) => {
      const { scanned, limit } = params;
      if (scanned === undefined) return db.read(query, params, options);
      const few = Math.max(most, Number(limit));
      const changed = { scanned: few, lastScanned: few - 1, scannedAndOne: few + 1, lastOfRange: few - 1 };
      return db.read(query, { ...params, ...changed }, options);
    },
    searchText: (search, options) => db.searchText(search, options),
    readTransaction: (work, options) => db.readTransaction(work, options),
    write: (work, options) => db.write(work, options),
    apply: (plan) => db.apply(plan),
    compact: () => db.compact(),
    ping: () => db.ping(),
    close: () => db.close(),
  };
}
