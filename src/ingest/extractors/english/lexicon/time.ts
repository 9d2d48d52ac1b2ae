const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const MONTHS = 'january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec.';
const OTHERS = 'today yesterday tomorrow tonight';

const NAMES = new Set(`${DAYS} ${MONTHS}`.split(' '));
const WORDS = new Set(OTHERS.split(' '));
const UNITS = new Set('day days week weeks month months year years hour hours minute minutes morning afternoon evening night weekend summer winter spring fall autumn time times moment decade decades century season'.split(' '));

/** A day, a month, or a word such as "yesterday". */
export function isTimeWord(lower: string): boolean {
  return NAMES.has(lower) || WORDS.has(lower);
}

/** A noun that measures time. */
export function isTimeUnit(lower: string): boolean {
  return UNITS.has(lower);
}
