import type { AnnotationInput } from '../../src/ingest/annotation.ts';

export type Item<Key extends 'entities' | 'mentions' | 'statements' | 'relations'> = NonNullable<
  AnnotationInput[Key]
>[number];

/** A document with what the graph knows of it beside. */
export interface Recorded {
  readonly document: AnnotationInput;
  /** How filters of the tests name its article, and entities of the document. */
  readonly article: string;
  readonly nameOf: (entity: Item<'entities'>) => string;
  /** UTC. */
  readonly recordedAt: string;
  /** It is the current run over the current version of its article. */
  readonly current: boolean;
}

export function namesIn({ document, nameOf }: Recorded, ids: readonly string[]): string[] {
  const { entities = [] } = document;
  return ids.flatMap((id) => entities.filter((entity) => entity.id === id).map(nameOf));
}
