import { BREAKS_OF_ARTICLES, BREAKS_OF_ORPHANS, BREAKS_OF_STORE, type Break } from './breaks.ts';
import { BREAKS_OF_DECISIONS } from './breaks-decisions.ts';
import { BREAKS_OF_PROMISES } from './breaks-promises.ts';
import { BREAKS_OF_RECORDS } from './breaks-records.ts';
import { BREAKS_OF_REDACTION } from './breaks-redaction.ts';
import { BREAKS_OF_WORLD } from './breaks-world.ts';

/** Of the graph of `openBreakable`. */
export const BREAKS: readonly Break[] = [
  ...BREAKS_OF_STORE,
  ...BREAKS_OF_ORPHANS,
  ...BREAKS_OF_ARTICLES,
  ...BREAKS_OF_RECORDS,
  ...BREAKS_OF_WORLD,
  ...BREAKS_OF_DECISIONS,
  ...BREAKS_OF_PROMISES,
  ...BREAKS_OF_REDACTION,
];
