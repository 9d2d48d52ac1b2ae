import type { AnnotationInput } from '../../src/ingest/annotation.ts';

type Item<Key extends 'entities' | 'mentions' | 'statements' | 'relations'> = NonNullable<
  AnnotationInput[Key]
>[number];
type SpanInput = Pick<Item<'mentions'>, 'start' | 'end' | 'exact'>;

/** Words of the text: the first occurrence, or the one that `at` counts. */
export type Words = string | { readonly words: string; readonly occurrence: number };
const LETTERS = /^[\p{L}\p{N}]{2}$/u;
type OneOrMore<T> = T | readonly T[];

/** The `occurrence`-th place, counted from 1, at which the words stand in the text, as whole words. */
export function at(words: string, occurrence = 1): Words {
  return { words, occurrence };
}

/** What the short keys of the specs below stand for is written out in `documentOf`; every field of the format may be given too. */
export type EntitySpec = Omit<Item<'entities'>, 'id'>;
export type MentionSpec = Partial<Omit<Item<'mentions'>, 'id' | 'entities'>> & {
  readonly at: Words;
  readonly of?: OneOrMore<string>;
};
export type StatementSpec = Partial<
  Omit<Item<'statements'>, 'id' | 'content' | 'cue' | 'about' | 'source' | 'addressee'>
> & {
  readonly by?: OneOrMore<string>;
  readonly source?: OneOrMore<Words>;
  readonly mention?: string;
  readonly speakingAs?: string;
  readonly onBehalfOf?: string;
  readonly cue?: OneOrMore<Words>;
  readonly lemma?: string;
  readonly content?: OneOrMore<Words>;
  readonly about?: OneOrMore<string>;
  readonly toldTo?: OneOrMore<string>;
  /** The words that name the addressee. */
  readonly told?: OneOrMore<Words>;
  readonly toldAs?: string;
  readonly carried?: boolean;
  readonly addressee?: Item<'statements'>['addressee'];
};
export type RelationSpec = Omit<Item<'relations'>, 'id' | 'evidence'> & { readonly at?: OneOrMore<Words> };

/** Elements by their local ids. */
export interface DocumentSpec extends Omit<AnnotationInput['article'], 'text'> {
  readonly text: string;
  readonly run?: Partial<AnnotationInput['run']>;
  readonly entities?: Readonly<Record<string, EntitySpec>>;
  readonly mentions?: Readonly<Record<string, MentionSpec>>;
  readonly statements?: Readonly<Record<string, StatementSpec>>;
  readonly relations?: Readonly<Record<string, RelationSpec>>;
}

/**
 * An annotation document with its spans found by words. Statements are INDIRECT and ASSERT, mentions NAME, the run by
 * hand on 1 January 2024, unless given. Throws on words that the text does not have: a fixture must not be wrong silently.
 */
export function documentOf(spec: DocumentSpec): AnnotationInput {
  const { run, entities = {}, mentions = {}, statements = {}, relations = {}, ...article } = spec;
  const find = (words: Words) => spanOf(spec.text, words);
  const findAll = (words: OneOrMore<Words> | undefined) => list(words).map(find);
  return {
    format: 'onrecord-annotation/1',
    article,
    run: { method: 'HAND', tool: 'test', version: '1', startedAt: '2024-01-01T00:00:00Z', ...run },
    entities: Object.entries(entities).map(([id, entity]) => ({ id, ...entity })),
    mentions: Object.entries(mentions).map(([id, { at: words, of, ...rest }]) => ({
      id,
      kind: 'NAME',
      ...find(words),
      entities: list(of),
      ...rest,
    })),
    statements: Object.entries(statements).map(([id, statement]) => statementOf(id, statement, findAll)),
    relations: Object.entries(relations).map(([id, { at: words, ...rest }]) => ({
      id,
      ...rest,
      evidence: findAll(words),
    })),
  };
}

function statementOf(
  id: string,
  spec: StatementSpec,
  findAll: (words: OneOrMore<Words> | undefined) => SpanInput[],
): Item<'statements'> {
  const {
    by,
    source,
    mention,
    speakingAs,
    onBehalfOf,
    cue,
    lemma,
    content,
    about,
    toldTo,
    told,
    toldAs,
    carried,
    ...rest
  } = spec;
  const known = toldTo !== undefined || told !== undefined;
  return {
    id,
    kind: 'INDIRECT',
    acts: ['ASSERT'],
    source: {
      speakers: list(by),
      evidence: findAll(source),
      mention: mention ?? null,
      speakingAs: speakingAs ?? null,
      onBehalfOf: onBehalfOf ?? null,
    },
    cue: { evidence: findAll(cue), lemma: lemma ?? null },
    content: findAll(content),
    about: list(about),
    ...(known && {
      addressee: {
        state: 'KNOWN',
        entities: list(toldTo),
        text: toldAs ?? null,
        evidence: findAll(told),
        carried: carried ?? false,
      },
    }),
    ...rest,
  };
}

/** The stretch in code points at which the words stand; words that begin or end with a letter stand as whole words. */
export function spanOf(text: string, words: Words): SpanInput {
  const { words: exact, occurrence } = typeof words === 'string' ? { words, occurrence: 1 } : words;
  let unit = -1;
  for (let count = 0; count < occurrence; ) {
    unit = text.indexOf(exact, unit + 1);
    if (unit < 0) throw new Error(`The text has no occurrence ${occurrence} of "${exact}".`);
    if (isWhole(text, unit, unit + exact.length)) count += 1;
  }
  const start = [...text.slice(0, unit)].length;
  return { start, end: start + [...exact].length, exact };
}

function isWhole(text: string, start: number, end: number): boolean {
  const joins = (at: number) => LETTERS.test(text.slice(Math.max(0, at - 1), at + 1));
  return !joins(start) && !joins(end);
}

function list<T>(given: OneOrMore<T> | undefined): T[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? [...given] : [given as T];
}
