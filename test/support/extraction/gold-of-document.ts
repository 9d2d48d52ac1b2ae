import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import { OffsetText } from '../../../src/text/offsets.ts';
import type { GoldArticle, GoldEntity, GoldReading } from './gold.ts';
import type { Span } from './marked.ts';

type Placed = { readonly start: number; readonly end: number };

/** What an annotation document says, as a gold article. Of its entities those that are named, and those that speak. */
export function goldOfDocument(document: AnnotationInput): GoldArticle {
  const text = new OffsetText(document.article.text);
  const spanOf = ({ start, end }: Placed): Span => ({ start: text.utf16(start), end: text.utf16(end) });
  const entities = new Map((document.entities ?? []).map((entity) => [entity.id, entity]));
  const nameOf = (id: string) => entities.get(id)?.name ?? id;
  const mentions = document.mentions ?? [];
  const named = new Set(
    mentions
      .filter(({ kind }) => kind === 'NAME')
      .flatMap(({ entities: ids, literally }) => [...ids, literally]),
  );
  const speaking = new Set((document.statements ?? []).flatMap(({ source }) => source.speakers));
  return {
    id: document.article.key ?? '',
    text: text.text,
    entities: [...entities.values()]
      .filter(({ id }) => named.has(id) || speaking.has(id))
      .map(({ type, name, aliases = [] }): GoldEntity => ({ type, names: [name, ...aliases] })),
    statements: (document.statements ?? []).map((statement) => ({
      id: statement.id,
      speakers: statement.source.speakers.map(nameOf),
      kind: statement.kind,
      acts: statement.acts,
      source: firstOf(statement.source.evidence),
      cue: firstOf(statement.cue?.evidence),
      content: (statement.content ?? []).map(spanOf),
      addressee: null,
      within: statement.within ?? null,
      turn: statement.turn ?? false,
    })),
    readings: mentions.flatMap((mention): GoldReading[] => {
      const [only = ''] = mention.entities;
      if (mention.reading === 'METONYMIC') return [{ ...spanOf(mention), of: nameOf(only) }];
      const isPlace = mention.kind === 'NAME' && entities.get(only)?.type === 'PLACE';
      return isPlace ? [{ ...spanOf(mention), of: null }] : [];
    }),
    relations: (document.relations ?? [])
      .filter(({ evidence = [] }) => evidence.length > 0)
      .map(({ type, from, to }) => ({ type, from: nameOf(from), to: nameOf(to) })),
  };

  function firstOf(spans: readonly Placed[] | undefined): Span | null {
    const [first] = spans ?? [];
    return first === undefined ? null : spanOf(first);
  }
}
