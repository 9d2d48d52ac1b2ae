import type { Include, StatementOrder } from './model.ts';

/** The properties of a statement with its places in lists, one for each order. */
export type StatementPlace = 'latestPlace' | 'earliestPlace' | 'newestPlace' | 'oldestPlace' | 'textPlace';

/** The place that each order goes by. */
export const PLACES_OF_ORDERS = {
  DATE_DESC: { place: 'latestPlace', descending: true },
  DATE_ASC: { place: 'earliestPlace', descending: false },
  RECORDED_AT_DESC: { place: 'newestPlace', descending: true },
  RECORDED_AT_ASC: { place: 'oldestPlace', descending: false },
  TEXT_POSITION: { place: 'textPlace', descending: false },
} as const satisfies Record<StatementOrder, { readonly place: StatementPlace; readonly descending: boolean }>;

/** The first character of all places of a statement: whether it is current, and whether it is withdrawn. */
const VISIBILITIES = {
  SHOWN: '0',
  WITHDRAWN: '1',
  SUPERSEDED: '2',
  WITHDRAWN_AND_SUPERSEDED: '3',
} as const;

/** Of the statements that a list shows. */
export function shownWith(include: readonly Include[]): readonly string[] {
  const { SHOWN, WITHDRAWN, SUPERSEDED, WITHDRAWN_AND_SUPERSEDED } = VISIBILITIES;
  const withdrawn = include.includes('WITHDRAWN');
  const superseded = include.includes('SUPERSEDED');
  return [
    SHOWN,
    ...(withdrawn ? [WITHDRAWN] : []),
    ...(superseded ? [SUPERSEDED] : []),
    ...(withdrawn && superseded ? [WITHDRAWN_AND_SUPERSEDED] : []),
  ];
}

/**
 * The places of a statement that is current and not withdrawn: visibility, sort key, a space, and the id, which settles ties in ascending order. For orders that
 * go down, the id is turned around. Undated statements come last both ways: no key sorts before every date, the tilde after.
 */
export function placesOf({
  id,
  dateKey,
  recordedAt,
  textKey,
}: Readonly<Record<'id' | 'recordedAt' | 'textKey', string>> & { readonly dateKey: string | null }): Readonly<
  Record<StatementPlace, string>
> {
  const up = (key: string) => `${VISIBILITIES.SHOWN}${key} ${id}`;
  const down = (key: string) => `${VISIBILITIES.SHOWN}${key} ${turned(id)}`;
  return {
    latestPlace: down(dateKey ?? ''),
    earliestPlace: up(dateKey ?? '~'),
    newestPlace: down(recordedAt),
    oldestPlace: up(recordedAt),
    textPlace: up(textKey),
  };
}

/** The places of a statement as they are when it is superseded or withdrawn: only the first character is another. */
export function visiblePlaces(
  places: Readonly<Record<string, string>>,
  { current, withdrawn }: { readonly current: boolean; readonly withdrawn: boolean },
): Readonly<Record<string, string>> {
  const { SHOWN, WITHDRAWN, SUPERSEDED, WITHDRAWN_AND_SUPERSEDED } = VISIBILITIES;
  const [standing, taken] = current ? [SHOWN, WITHDRAWN] : [SUPERSEDED, WITHDRAWN_AND_SUPERSEDED];
  const visibility = withdrawn ? taken : standing;
  return Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, visibility + place.slice(1)]),
  );
}

/** Sorts the other way around: each hexadecimal digit for its complement to 15. Ids of one type have equal lengths. */
function turned(id: string): string {
  const prefix = id.indexOf('_') + 1;
  const digits = [...id.slice(prefix)].map((digit) => (15 - Number.parseInt(digit, 16)).toString(16));
  return id.slice(0, prefix) + digits.join('');
}
