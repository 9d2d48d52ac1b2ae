import type { NestedStretches } from '../text/nested.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { DocumentIdentity } from './identity.ts';
import type { Resolution } from './resolve.ts';

/** What the builders of rows share. */
export interface RowContext {
  readonly checked: CheckedAnnotation;
  readonly identity: DocumentIdentity;
  readonly resolution: Resolution;
  readonly recordedAt: string;
  /** The pieces of all statements' contents, by place. */
  readonly pieces: NestedStretches<ContentPiece>;
}

export interface ContentPiece {
  readonly start: number;
  readonly end: number;
  readonly statementId: string;
}

/** The entity's id in the graph. Every reference of a checked document resolves. */
export function entityId({ resolution }: RowContext, localId: string): string {
  const id = resolution.get(localId);
  if (id === undefined) throw new Error(`entity "${localId}" was not resolved`);
  return id;
}
