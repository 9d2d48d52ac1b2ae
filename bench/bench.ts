import type { CorpusOptions } from './corpus.ts';
import type { Figure } from './figures.ts';
import type { Engine, Stores } from './stores.ts';

/** What a measurement is given. */
export interface Bench {
  readonly engine: Engine;
  readonly stores: Stores;
  readonly corpus: CorpusOptions;
}

export type Measurement = (bench: Bench) => Promise<readonly Figure[]>;
