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
  /** A file of texts with attributions to measure extraction on, in place of the gold articles. */
  readonly outside?: string;
  /** Examples to show of each sort of error in extraction. */
  readonly errors: number;
  /** Whether floors of extraction go up to what is measured. */
  readonly raiseFloors: boolean;
}

export type Measurement = (bench: Bench) => Promise<readonly Figure[]>;
