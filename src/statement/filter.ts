import type { ArticleReference, ArticleReferences } from '../article/store-reference.ts';
import { dayBounds } from '../date/partial.ts';
import type { EntityReference, EntityReferences } from '../entity/store-reference.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import type { Params, Value } from '../graph/database.ts';
import { foldWords, spacedWords } from '../text/fold.ts';
import { CONDITIONS, STARTS } from './cypher-filter.ts';
import type { AddresseeState, SourceState, SpeechAct, StatementKind } from './model.ts';

type Given<T> = T | null | undefined;

/** The API's StatementFilter. A field that is null counts as left out. */
export interface StatementFilter {
  readonly and?: Given<readonly StatementFilter[]>;
  readonly or?: Given<readonly StatementFilter[]>;
  readonly not?: Given<StatementFilter>;
  readonly saidBy?: Given<readonly EntityReference[]>;
  readonly saidByGroup?: Given<readonly EntityReference[]>;
  readonly source?: Given<SourceState>;
  readonly about?: Given<readonly EntityReference[]>;
  readonly mentions?: Given<readonly EntityReference[]>;
  readonly toldTo?: Given<readonly EntityReference[]>;
  readonly addressee?: Given<AddresseeState>;
  readonly publishedBy?: Given<readonly EntityReference[]>;
  readonly article?: Given<readonly ArticleReference[]>;
  readonly kind?: Given<readonly StatementKind[]>;
  readonly act?: Given<readonly SpeechAct[]>;
  readonly cueLemma?: Given<readonly string[]>;
  readonly saidBetween?: Given<string>;
  readonly publishedBetween?: Given<string>;
  readonly datedBetween?: Given<string>;
  readonly recordedBetween?: Given<string>;
  readonly minConfidence?: Given<number>;
  readonly text?: Given<string>;
  readonly depth?: Given<number>;
}

/** Conditions in one filter, those of nested filters included. */
export const MAX_FILTER_CONDITIONS = 100;
/** How deep and, or and not may nest. */
export const MAX_FILTER_DEPTH = 8;
/** Values in one list. */
export const MAX_FILTER_VALUES = 100;

type StartField = keyof typeof STARTS;
/** From groups and outlets a list would have to read all statements to have them in order. */
type ListStartField = Exclude<StartField, 'publishedBy' | 'saidByGroup'>;

/** Where all statements of a filter are found: at entities or articles, by one field that must hold for each of them. */
export interface Start<F extends StartField = StartField> {
  readonly field: F;
  readonly ids: readonly string[];
  /** Binds `s`, more than once where it is at several of them. */
  readonly match: string;
  /** It is known that a page may look at all of the statements there. */
  readonly isFew?: boolean;
}

/** A condition on the statement `s`, and the values of its parameters. Where it stands, `x` and `way` must not be bound. */
export interface Condition {
  readonly text: string;
  readonly params: Params;
  /** The filter as the client gave it, whatever its references mean just now: what cursors are good for. */
  readonly asked: string;
  /** Where a list starts: of the places that it can start from the one with the fewest statements; null for all statements. */
  readonly start: Start<ListStartField> | null;
  /** Where a count starts, which needs no order of the statements that it finds there. */
  readonly countStart: Start | null;
}

export interface References {
  readonly entities: EntityReferences;
  readonly articles: ArticleReferences;
  /** By id of a group: the group, the bodies that are parts of it, and all their offices; for each group of the filter. */
  readonly bodies: ReadonlyMap<string, readonly string[]>;
}

const ENTITY_FIELDS = ['saidBy', 'about', 'mentions', 'toldTo', 'publishedBy'] as const;
const DATE_FIELDS = ['saidBetween', 'publishedBetween', 'datedBetween', 'recordedBetween'] as const;
const LIST_FIELDS = [...ENTITY_FIELDS, 'saidByGroup', 'article', 'kind', 'act', 'cueLemma'] as const;

/** The filter and all filters in it. INVALID_INPUT for an empty list, LIMIT_EXCEEDED for a filter that is too large. */
export function checkFilter(filter: StatementFilter): readonly StatementFilter[] {
  const all: StatementFilter[] = [];
  const visit = (each: StatementFilter, path: string, depth: number): void => {
    if (depth > MAX_FILTER_DEPTH) throw tooLarge(path, `nests deeper than ${MAX_FILTER_DEPTH}`);
    all.push(each);
    if (all.length > MAX_FILTER_CONDITIONS)
      throw tooLarge('where', `has more than ${MAX_FILTER_CONDITIONS} parts`);
    for (const field of LIST_FIELDS) checkList(`${path}.${field}`, each[field]);
    for (const field of ['and', 'or'] as const) {
      checkList(`${path}.${field}`, each[field]);
      for (const [at, part] of (each[field] ?? []).entries())
        visit(part, `${path}.${field}[${at}]`, depth + 1);
    }
    if (each.not != null) visit(each.not, `${path}.not`, depth + 1);
  };
  visit(filter, 'where', 0);
  return all;
}

export function entityReferencesIn(filters: readonly StatementFilter[]): EntityReference[] {
  return filters.flatMap((filter) =>
    [...ENTITY_FIELDS, 'saidByGroup' as const].flatMap((field) => filter[field] ?? []),
  );
}

export function groupReferencesIn(filters: readonly StatementFilter[]): EntityReference[] {
  return filters.flatMap((filter) => filter.saidByGroup ?? []);
}

export function articleReferencesIn(filters: readonly StatementFilter[]): ArticleReference[] {
  return filters.flatMap((filter) => filter.article ?? []);
}

/** One condition for the whole filter, and all it could start from. NOT_FOUND and AMBIGUOUS for references that stand for nothing or for several things. */
export function composeFilter(
  filter: StatementFilter,
  references: References,
): Pick<Condition, 'text' | 'params'> & { readonly starts: readonly Start[] } {
  const params: Record<string, Value> = {};
  const starts: Start[] = [];
  const condition = (field: keyof typeof CONDITIONS, value: Value): string => {
    const name = `value${Object.keys(params).length}`;
    params[name] = value;
    return CONDITIONS[field].replaceAll('$value', `$${name}`);
  };
  /** `all` when the part holds for every statement of the filter. */
  const compose = (part: StatementFilter, all: boolean): string => {
    const texts: string[] = [];
    const found = (field: StartField, ids: readonly string[]) => {
      const name = `value${Object.keys(params).length}`;
      texts.push(condition(field, ids));
      if (all) starts.push(startOf(field, ids, name));
    };
    for (const field of ENTITY_FIELDS) {
      const ids = part[field]?.map((reference) => references.entities.require(reference).id);
      if (ids !== undefined) found(field, ids);
    }
    const articles = part.article?.flatMap((reference) => references.articles.require(reference));
    if (articles !== undefined)
      found(
        'article',
        articles.map(({ id }) => id),
      );
    const groups = part.saidByGroup?.flatMap(
      (reference) => references.bodies.get(references.entities.require(reference).id) ?? [],
    );
    if (groups !== undefined) found('saidByGroup', [...new Set(groups)]);
    const lemmas = part.cueLemma?.map((lemma) => lemma.trim().toLowerCase());
    if (lemmas !== undefined) texts.push(condition('cueLemma', lemmas));
    for (const field of DATE_FIELDS) {
      const date = part[field];
      if (date != null) texts.push(condition(field, dayBounds(date)));
    }
    if (part.text != null) texts.push(condition('text', wordsOf(part.text)));
    for (const field of ['kind', 'act', 'source', 'addressee', 'minConfidence', 'depth'] as const) {
      const value = part[field];
      if (value != null) texts.push(condition(field, value));
    }
    if (part.and != null) texts.push(...part.and.map((each) => compose(each, all)));
    if (part.or != null) {
      const parts = mergedAlternatives(part.or);
      texts.push(`(${parts.map((each) => compose(each, all && parts.length === 1)).join(' OR ')})`);
    }
    if (part.not != null) texts.push(`NOT ${compose(part.not, false)}`);
    return texts.length === 0 ? 'true' : `(${texts.join(' AND ')})`;
  };
  const text = compose(filter, true);
  return { text, params, starts };
}

/**
 * The same alternatives, those that ask for nothing but one and the same list field as one with all their values: an engine plans each
 * condition, and compares each statement with each.
 */
function mergedAlternatives(parts: readonly StatementFilter[]): StatementFilter[] {
  const others: StatementFilter[] = [];
  const values = new Map<string, unknown[]>();
  for (const part of parts) {
    const [only, second] = Object.entries(part).filter(([, value]) => value != null);
    const [field, list] = only ?? [];
    if (second !== undefined || !LIST_FIELDS.some((each) => each === field)) others.push(part);
    else values.set(field as string, [...(values.get(field as string) ?? []), ...(list as unknown[])]);
  }
  return [...others, ...[...values].map(([field, all]): StatementFilter => ({ [field]: all }))];
}

/** A list looks at a page of each entity, so it starts from no more of them than one field can name: alternatives may name more. */
export function isListStart(start: Start): start is Start<ListStartField> {
  return (
    start.field !== 'publishedBy' && start.field !== 'saidByGroup' && start.ids.length <= MAX_FILTER_VALUES
  );
}

function startOf(field: StartField, ids: readonly string[], param: string): Start {
  return { field, ids: [...new Set(ids)], match: STARTS[field].replace('$value', `$${param}`) };
}

function wordsOf(text: string): string[] {
  const words = [...new Set(foldWords(text))];
  if (words.length === 0) throw invalidInput('"text" has no word: give letters or digits, or leave it out.');
  if (words.length > MAX_FILTER_VALUES) throw tooLarge('text', `has more than ${MAX_FILTER_VALUES} words`);
  return words.map((word) => spacedWords([word]));
}

function checkList(path: string, list: Given<readonly unknown[]>): void {
  if (list == null) return;
  if (list.length === 0) throw invalidInput(`"${path}" is empty: give a value, or leave it out.`);
  if (list.length > MAX_FILTER_VALUES) throw tooLarge(path, `has more than ${MAX_FILTER_VALUES} values`);
}

function tooLarge(path: string, reason: string): OnrecordError {
  return new OnrecordError('LIMIT_EXCEEDED', `"${path}" ${reason}.`, { details: { argument: path } });
}
