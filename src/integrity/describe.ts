import type { Value } from '../graph/database.ts';

/** Characters of a value that a finding shows. */
const SHOWN = 80;

export function quoted(value: Value): string {
  const text = JSON.stringify(value, (_, held) => (typeof held === 'bigint' ? String(held) : held));
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/** "Statement sta_1": ids tell their type mostly, labels always. */
export function named(label: string, id: string): string {
  return `${label} ${id}`;
}

/** "one", "one and two", or "none". */
export function listed(items: readonly string[]): string {
  if (items.length === 0) return 'none';
  return items.length === 1 ? String(items[0]) : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
