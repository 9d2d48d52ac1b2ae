import type { Entity } from '../entity/model.ts';

/** Somebody who is quoted in the same articles as another. */
export interface CoQuoted {
  readonly entity: Entity;
  /** Articles that quote both. */
  readonly count: number;
}
