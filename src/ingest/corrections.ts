import type { AddresseeState, SpeechAct, StatementKind } from '../statement/model.ts';

/** What a correction puts in the place of what its document says; what it leaves out stays. Entities are keys. */
export interface CorrectionChanges {
  readonly speakers?: readonly string[] | undefined;
  readonly about?: readonly string[] | undefined;
  readonly addressees?: readonly string[] | undefined;
  readonly addresseeState?: AddresseeState | undefined;
  readonly kind?: StatementKind | undefined;
  readonly acts?: readonly SpeechAct[] | undefined;
}
