/** Rows of a connection when neither `first` nor `last` is given. */
export const DEFAULT_PAGE_SIZE = 20;
/** The most that `first` or `last` may ask for. */
export const MAX_PAGE_SIZE = 100;
/** Ids in one call of `nodes`. */
export const MAX_NODE_IDS = 100;
/** Buckets of a facet, rows and columns of a matrix. */
export const MAX_FACET_BUCKETS = 100;
