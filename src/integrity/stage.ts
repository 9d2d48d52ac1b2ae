import type { Database, Transaction } from '../graph/database.ts';
import type { Finding } from './rules.ts';
import type { Label } from './shape.ts';
import type { KnownWords } from './words.ts';

/** What can be checked by itself, in one transaction of reads. */
export interface Unit {
  /** How far it brings its stage: of the nodes that the stage is about. */
  readonly size: number;
  check(tx: Transaction): Promise<readonly Finding[]>;
}

/** What all units share. */
export interface Context {
  readonly db: Pick<Database, 'readTransaction'>;
  /** Milliseconds for one unit. */
  readonly timeoutMs: number;
  /** Whether relationships hold the places of what they come from. */
  readonly placesOnWays: boolean;
  readonly words: KnownWords;
}

/** One part of the check, which goes through the graph in units of a bounded size. */
export interface Stage {
  readonly name: string;
  /** The nodes that it goes through. */
  readonly labels: readonly Label[];
  units(context: Context): AsyncIterable<Unit>;
}
