import type { CorpusOptions } from './corpus.ts';
import type { Figure } from './figures.ts';
import type { Engine, Stores } from './stores.ts';

/** What a measurement is given. */
export interface Bench {
  readonly engine: Engine;
  readonly stores: Stores;
  readonly corpus: CorpusOptions;
  /** Documents that a bulk load hands over at a time. */
  readonly batch: number;
  /** A folder for CPU profiles of the process that loads in bulk. */
  readonly profile?: string;
}

export type Measurement = (bench: Bench) => Promise<readonly Figure[]>;
