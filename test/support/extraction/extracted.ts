import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import { englishExtractor } from '../../../src/ingest/extractors/english/extractor.ts';

/** What the English extractor gives for a text, in words that tests can compare. */
export interface Extracted {
  readonly document: AnnotationInput;
  /** "Jan Ek, Ann Berg": of each statement, in text order; empty for nobody. */
  readonly speakers: readonly string[];
  /** "Jan Ek HOLDS_POSITION Head of Acme": those that words of the text say. */
  readonly relations: readonly string[];
  /** "the senator = Jan Ek", of each mention. */
  readonly mentions: readonly string[];
  readonly entities: ReadonlyMap<string, NonNullable<AnnotationInput['entities']>[number]>;
}

export async function extracted(text: string): Promise<Extracted> {
  const { document } = await englishExtractor.extract({ text });
  const { entities = [], mentions = [], statements = [], relations = [] } = document;
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id;
  return {
    document,
    speakers: statements.map(({ source }) => source.speakers.map(nameOf).join(', ')),
    relations: relations
      .filter(({ evidence = [] }) => evidence.length > 0)
      .map(({ type, from, to }) => `${nameOf(from)} ${type} ${nameOf(to)}`),
    mentions: mentions.map(({ exact, entities: ids }) => `${exact} = ${ids.map(nameOf).join(', ')}`),
    entities: new Map(entities.map((entity) => [entity.name, entity])),
  };
}
