/** Precision and recall may be of different lists: a kind is judged by the gold's kind for the one and by the found one's for the other. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly found: number;
}

export interface Share {
  readonly value: number;
  readonly of: number;
}

/** Metrics by their names, all from 0 to 1. */
export interface Table {
  readonly rates: ReadonlyMap<string, Rates>;
  readonly shares: ReadonlyMap<string, Share>;
}

interface Counts {
  gold: number;
  found: number;
  goldHit: number;
  foundHit: number;
}

/** Adds up over articles: rates are of the whole, not means of articles. */
export class Tally {
  readonly #counts = new Map<string, Counts>();
  readonly #shares = new Map<string, { right: number; of: number }>();

  /** Hits of a one-to-one pairing, which are the same number on both sides, or one for each side. */
  add(metric: string, gold: number, found: number, goldHit: number, foundHit = goldHit): void {
    const counts = this.#counts.get(metric) ?? { gold: 0, found: 0, goldHit: 0, foundHit: 0 };
    counts.gold += gold;
    counts.found += found;
    counts.goldHit += goldHit;
    counts.foundHit += foundHit;
    this.#counts.set(metric, counts);
  }

  judge(metric: string, right: boolean): void {
    const share = this.#shares.get(metric) ?? { right: 0, of: 0 };
    share.of += 1;
    if (right) share.right += 1;
    this.#shares.set(metric, share);
  }

  table(): Table {
    const rates = [...this.#counts].map(([metric, counts]) => [metric, ratesOf(counts)] as const);
    const shares = [...this.#shares].map(
      ([metric, { right, of }]) => [metric, { value: right / of, of }] as const,
    );
    return { rates: new Map(rates), shares: new Map(shares) };
  }
}

function ratesOf({ gold, found, goldHit, foundHit }: Counts): Rates {
  const precision = found === 0 ? 0 : foundHit / found;
  const recall = gold === 0 ? 0 : goldHit / gold;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum, gold, found };
}

/** In per cent, a line for each metric, by name. */
export function printed({ rates, shares }: Table): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
  const byName = <T>(metrics: ReadonlyMap<string, T>) =>
    [...metrics].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = byName(rates).map(
    ([metric, { precision, recall, f1, gold, found }]) =>
      `${metric.padEnd(48)} ${percent(precision)} ${percent(recall)} ${percent(f1)} ${String(gold).padStart(6)} ${String(found).padStart(6)}`,
  );
  const others = byName(shares).map(
    ([metric, { value, of }]) => `${metric.padEnd(48)} ${percent(value)} on ${of}`,
  );
  return [`${'metric'.padEnd(48)}     P     R    F1   gold  found`, ...lines, ...others].join('\n');
}
