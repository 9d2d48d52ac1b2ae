import type { Entity } from '../entity/model.ts';

/** What a position is by: whose office it is, and where its holder is sent. */
export interface PositionEnd {
  readonly end: 'OFFICE_OF' | 'ACCREDITED_TO';
  readonly entity: Entity;
}
