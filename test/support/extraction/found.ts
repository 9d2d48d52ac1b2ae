import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import { OffsetText } from '../../../src/text/offsets.ts';
import type { Attribution } from './attribution.ts';
import type { Span } from './marked.ts';

type Input<T> = NonNullable<T>;
type Entity = Input<AnnotationInput['entities']>[number];
type Statement = Input<AnnotationInput['statements']>[number];

/** A document as scores read it: offsets in UTF-16 units, entities in place of their ids. */
export interface FoundDocument {
  readonly statements: readonly FoundStatement[];
  readonly mentions: readonly FoundMention[];
}

export interface FoundStatement extends Attribution {
  readonly id: string;
  readonly kind: string;
  readonly acts: readonly string[];
  readonly speakers: readonly FoundEntity[];
  readonly addressee: {
    readonly evidence: readonly Span[];
    readonly entities: readonly FoundEntity[];
  } | null;
  readonly within: string | null;
}

export interface FoundMention extends Span {
  readonly isMetonymic: boolean;
  readonly entities: readonly FoundEntity[];
}

export interface FoundEntity {
  readonly type: string;
  readonly names: readonly string[];
}

/** Throws for a document without a text, or with ids that lead nowhere: none has passed the check. */
export function foundIn({ article, entities, statements, mentions }: AnnotationInput): FoundDocument {
  const text = new OffsetText(article.text ?? '');
  const byId = new Map((entities ?? []).map((entity) => [entity.id, entityOf(entity)]));
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => {
      const entity = byId.get(id);
      if (entity === undefined) throw new Error(`no entity has the id ${id}`);
      return entity;
    });
  const spanOf = ({ start, end }: Span): Span => ({ start: text.utf16(start), end: text.utf16(end) });
  const statementOf = (statement: Statement): FoundStatement => {
    const { id, kind, acts, source, cue, content, addressee, within } = statement;
    const told = addressee?.evidence ?? [];
    return {
      id,
      kind,
      acts: acts ?? [],
      speakers: named(source.speakers),
      source: around((source.evidence ?? []).map(spanOf)),
      cue: around((cue?.evidence ?? []).map(spanOf)),
      content: (content ?? []).map(spanOf),
      addressee:
        told.length === 0 ? null : { evidence: told.map(spanOf), entities: named(addressee?.entities) },
      within: within ?? null,
    };
  };
  return {
    statements: (statements ?? []).map(statementOf),
    mentions: (mentions ?? []).map((mention) => ({
      ...spanOf(mention),
      isMetonymic: mention.reading === 'METONYMIC',
      entities: named(mention.entities),
    })),
  };
}

function entityOf({ type, name, aliases }: Entity): FoundEntity {
  return { type, names: [name, ...(aliases ?? [])] };
}

/** From the first to the last; null for none. */
function around(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
