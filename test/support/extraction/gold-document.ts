import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import { OffsetText } from '../../../src/text/offsets.ts';
import type { GoldArticle, GoldStatement } from './gold.ts';
import type { Span } from './marked.ts';

/** What a gold article says, as an annotation document: so it passes the same check as all others. Without its relations. */
export function documentOfGold({ id, text, entities, statements, readings }: GoldArticle): AnnotationInput {
  const offsets = new OffsetText(text);
  const spanOf = ({ start, end }: Span) => ({
    start: offsets.codePoint(start),
    end: offsets.codePoint(end),
    exact: text.slice(start, end),
  });
  const idOf = (name: string) => `entity-${entities.findIndex(({ names }) => names[0] === name) + 1}`;
  const listOf = (span: Span | null) => (span === null ? [] : [spanOf(span)]);
  return {
    format: 'onrecord-annotation/1',
    article: { key: id, text },
    run: { method: 'HAND', tool: 'gold', version: '1', startedAt: '2024-01-01T00:00:00Z' },
    entities: entities.map(({ type, names: [name, ...aliases] }) => ({
      id: idOf(name),
      type,
      name,
      aliases,
    })),
    mentions: readings.map((found, at) => ({
      id: `mention-${at + 1}`,
      ...spanOf(found),
      kind: 'NAME' as const,
      ...placeOf(found.of, entityAt(text, found)),
    })),
    statements: statements.map((statement) => ({
      id: statement.id,
      kind: statement.kind,
      acts: [...statement.acts],
      source: { speakers: statement.speakers.map(idOf), evidence: listOf(statement.source) },
      cue: { evidence: listOf(statement.cue) },
      content: statement.content.map(spanOf),
      addressee: addresseeOf(statement),
      within: statement.within,
      turn: statement.turn,
    })),
  };

  function entityAt(words: string, span: Span): string {
    const exact = words.slice(span.start, span.end).toLowerCase();
    const place = entities.find(
      ({ type, names }) => type === 'PLACE' && names.some((found) => found.toLowerCase() === exact),
    );
    if (place === undefined) throw new Error(`no PLACE is named “${exact}”`);
    return idOf(place.names[0]);
  }

  function placeOf(of: string | null, place: string) {
    if (of === null) return { entities: [place] };
    return { reading: 'METONYMIC' as const, entities: [idOf(of)], literally: place };
  }

  function addresseeOf({ addressee, acts }: GoldStatement) {
    if (addressee === null) {
      return { state: acts.includes('NO_RESPONSE') ? ('NONE' as const) : ('UNKNOWN' as const) };
    }
    return {
      state: 'KNOWN' as const,
      entities: addressee.entity === null ? [] : [idOf(addressee.entity)],
      text: text.slice(addressee.start, addressee.end),
      evidence: [spanOf(addressee)],
      carried: addressee.carried,
    };
  }
}
