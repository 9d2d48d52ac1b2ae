/** Rows of a connection when neither `first` nor `last` is given. */
export const DEFAULT_PAGE_SIZE = 20;
/** The most that `first` or `last` may ask for. */
export const MAX_PAGE_SIZE = 100;
/** Ids in one call of `nodes`. */
export const MAX_NODE_IDS = 100;
/** Conditions in one statement filter, nested ones included. */
export const MAX_FILTER_CONDITIONS = 100;
/** How deep and, or and not may nest in a statement filter. */
export const MAX_FILTER_DEPTH = 8;
/** Values in one list of a statement filter. */
export const MAX_FILTER_VALUES = 100;
/** Code points of a name that is looked up. */
export const MAX_NAME_LENGTH = 500;
/** Entities listed as candidates of an ambiguous name. */
export const MAX_CANDIDATES = 20;
