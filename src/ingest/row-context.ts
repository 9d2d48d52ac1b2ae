import type { NestedStretches } from '../text/nested.ts';
import type { CheckedAnnotation } from './checked.ts';
import type { DocumentIdentity } from './identity.ts';
import type { ContentPiece } from './links.ts';
import type { Resolution } from './resolution.ts';

/** What the builders of rows share. */
export interface RowContext {
  readonly checked: CheckedAnnotation;
  readonly identity: Pick<DocumentIdentity, 'articleId' | 'versionId' | 'runId'>;
  readonly resolution: Resolution;
  readonly recordedAt: string;
  /** Whether the run is the current one of its article. */
  readonly current: boolean;
  /** The pieces of all statements' contents, by place. */
  readonly pieces: NestedStretches<ContentPiece>;
}
