import { MAX_NESTING } from '../statement/model.ts';
import type {
  AnnotatedEntity,
  AnnotatedMention,
  AnnotatedSpan,
  AnnotatedStatement,
  Annotation,
} from './annotation.ts';

/** An element of a document with its place in its array. */
export interface Placed<T> {
  readonly item: T;
  readonly at: number;
}

/** The elements of a document by local id (the first, where an id is used twice), and how statements nest. */
export class DocumentIndex {
  readonly entities: ReadonlyMap<string, Placed<AnnotatedEntity>>;
  readonly mentions: ReadonlyMap<string, Placed<AnnotatedMention>>;
  readonly statements: ReadonlyMap<string, Placed<AnnotatedStatement>>;

  constructor(document: Annotation) {
    this.entities = placed(document.entities);
    this.mentions = placed(document.mentions);
    this.statements = placed(document.statements);
  }

  /**
   * The statements that a statement stands in, innermost first. Stops one beyond MAX_NESTING, so that neither a cycle
   * nor a long chain costs more; unknown ids end it.
   */
  outer(statement: AnnotatedStatement): AnnotatedStatement[] {
    const chain: AnnotatedStatement[] = [];
    let next = statement.within;
    while (next !== null && chain.length <= MAX_NESTING) {
      const found = this.statements.get(next)?.item;
      if (found === undefined) break;
      chain.push(found);
      next = found.within;
    }
    return chain;
  }
}

/** Everything that says who speaks and what: a statement's place in the text begins with the first of these. */
export function ownSpans(statement: AnnotatedStatement): AnnotatedSpan[] {
  return [...statement.source.evidence, ...statement.cue.evidence, ...statement.content];
}

/** First code point of a statement; 0 for one without any words, which the check refuses. */
export function firstPoint(statement: AnnotatedStatement): number {
  let first = Number.MAX_SAFE_INTEGER;
  for (const { start } of ownSpans(statement)) first = Math.min(first, start);
  return first === Number.MAX_SAFE_INTEGER ? 0 : first;
}

function placed<T extends { readonly id: string }>(items: readonly T[]): Map<string, Placed<T>> {
  const map = new Map<string, Placed<T>>();
  for (const [at, item] of items.entries()) if (!map.has(item.id)) map.set(item.id, { item, at });
  return map;
}
