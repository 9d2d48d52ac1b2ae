/**
 * The form in which names are compared: compatibility forms and diacritics folded, case folded, apostrophes and dashes
 * of one kind, runs of white space one space. Not for display, and not length-preserving.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/gu, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
