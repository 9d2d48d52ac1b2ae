import type { AnnotationInput } from '../src/ingest/annotation.ts';
import { Draft } from './draft.ts';
import { Picker } from './world.ts';
import { Writer } from './writer.ts';

export interface CorpusOptions {
  readonly articles: number;
  /** In each article. */
  readonly statements: number;
  readonly people: number;
  readonly seed: number;
  /** The part of the articles that come again some articles later, edited: 0 to 1. */
  readonly edited: number;
}

export const DEFAULTS: CorpusOptions = { articles: 400, statements: 24, people: 5_000, seed: 1, edited: 0 };

/** How many articles later an edited version comes. */
const EDITED_AFTER = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Annotation documents of made-up news, each made when it is asked for. Article `n` of a seed is the same however many there are; the
 * edited versions come between them, and are not counted.
 */
export function* corpus(options: CorpusOptions): Generator<AnnotationInput, void, undefined> {
  for (let number = 0; number < options.articles + EDITED_AFTER; number += 1) {
    if (number < options.articles) yield article(number, options, false);
    const earlier = number - EDITED_AFTER;
    if (earlier >= 0 && isEdited(earlier, options)) yield article(earlier, options, true);
  }
}

function isEdited(number: number, { seed, edited }: CorpusOptions): boolean {
  return new Picker(seedOf(seed, number) ^ 0x5eed, 1).chance(edited);
}

function article(number: number, options: CorpusOptions, edited: boolean): AnnotationInput {
  const { statements, people, seed } = options;
  const pick = new Picker(seedOf(seed, number), people);
  const draft = new Draft();
  const publisher = pick.outlet();
  const published = Date.UTC(2021, 0, 1) + pick.number(3 * 365) * DAY_MS;
  const retrieved = new Date(published + (edited ? DAY_MS : 0) + pick.number(12) * HOUR_MS);
  if (edited) draft.add('This article has been updated.\n\n');
  const writer = new Writer(draft, pick, publisher, dayOf(published - DAY_MS));
  while (draft.statements.length < statements) writer.write(statements - draft.statements.length);
  return {
    format: 'onrecord-annotation/1',
    article: {
      key: `bench-${seed}-${number}`,
      title: `News ${number}${edited ? ', updated' : ''}`,
      url: `https://news.example/${seed}/${number}`,
      publishedAt: dayOf(published),
      retrievedAt: retrieved.toISOString(),
      outlet: draft.use(publisher),
      text: draft.text,
    },
    run: { method: 'TOOL', tool: 'bench', version: '1', startedAt: '2024-01-01T00:00:00Z' },
    entities: [...draft.entities.values()],
    mentions: draft.mentions,
    statements: draft.statements,
    relations: [...draft.relations.values()],
  };
}

function seedOf(seed: number, number: number): number {
  return Math.imul(seed, 1_000_003) + number;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
