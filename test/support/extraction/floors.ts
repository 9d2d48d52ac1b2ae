import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Table } from './tally.ts';

/** By metric, in per cent with one digit behind the point: F1 of a rate, or a share. */
export type Floors = Readonly<Record<string, number>>;

const FILE = fileURLToPath(new URL('../../ingest/extractors/english/floors.json', import.meta.url));
const RAISE = 'npm run bench -- --only extraction --raise-floors';

export function readFloors(): Floors {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** What the floors say of scores: a line for each that fell, has no floor, or is gone. */
export function fallen(scores: Floors, floors: Floors): string[] {
  const below = Object.entries(scores).flatMap(([metric, score]) => {
    const floor = floors[metric];
    if (floor === undefined) return [`“${metric}” has no floor: \`${RAISE}\` gives it one`];
    if (score >= floor) return [];
    return [
      `“${metric}” fell to ${score}, and its floor is ${floor}: \`npm run bench -- --only extraction --errors 20\` shows what is wrong`,
    ];
  });
  const gone = Object.keys(floors).filter((metric) => !(metric in scores));
  return [...below, ...gone.map((metric) => `“${metric}” has a floor and is measured no more: take it out`)];
}

/** Only upwards: a floor that has to go lower is lowered by hand, where the reason can be given. */
export function raised(scores: Floors, floors: Floors): Floors {
  const all = Object.entries(scores).map(
    ([metric, score]) => [metric, Math.max(score, floors[metric] ?? 0)] as const,
  );
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function writeFloors(floors: Floors): void {
  writeFileSync(FILE, `${JSON.stringify(floors, null, 2)}\n`);
}

/** Rounded down, so that a floor is never above the score that it is from. */
export function scoresOf({ rates, shares }: Table): Floors {
  const percent = (value: number) => Math.floor(value * 1_000 + 1e-9) / 10;
  return Object.fromEntries([
    ...[...rates].map(([metric, { f1 }]) => [metric, percent(f1)] as const),
    ...[...shares].map(([metric, { value }]) => [metric, percent(value)] as const),
  ]);
}
