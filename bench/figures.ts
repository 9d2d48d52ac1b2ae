/** One line of the table. */
export interface Figure {
  readonly measure: string;
  readonly value: string;
  /** Within this run: what the measure says is divided by what. Null where there is nothing to compare with. */
  readonly ratio: number | null;
  readonly goal: Goal | null;
  /** The same as numbers, for `--json`. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface Goal {
  readonly text: string;
  readonly met: boolean;
}

export function atMost(limit: number, found: number, unit = ''): Goal {
  return { text: `≤ ${limit}${unit}`, met: found <= limit };
}

export function atLeast(limit: number, found: number, unit = ''): Goal {
  return { text: `≥ ${short(limit)}${unit}`, met: found >= limit };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The nearest value that is there; NaN for none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ measure, value, ratio, goal }) => [
    measure,
    value,
    ratio === null ? '' : short(ratio),
    goal === null ? '' : `${goal.text}: ${goal.met ? 'met' : '**missed**'}`,
  ]);
  const lines = [['measure', 'value', 'ratio', 'goal'], ['---', '---', '---:', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function ms(value: number): string {
  return `${short(value)} ms`;
}

export function megabytes(bytes: number): string {
  return `${short(bytes / 2 ** 20)} MB`;
}

/** Three digits that count. */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
