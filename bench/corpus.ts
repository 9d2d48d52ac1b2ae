import type { AnnotationInput } from '../src/ingest/annotation.ts';
import { Draft } from './draft.ts';
import { outlet, Picker } from './world.ts';
import { Writer } from './writer.ts';

export interface CorpusOptions {
  readonly articles: number;
  readonly statements: number;
  readonly people: number;
  readonly seed: number;
}

export const DEFAULTS: CorpusOptions = { articles: 400, statements: 24, people: 2_000, seed: 1 };

const DAY_MS = 86_400_000;

/** Annotation documents of made-up news. Article `n` of a seed is the same however many there are. */
export function* corpus(options: CorpusOptions): Generator<AnnotationInput, void, undefined> {
  for (let number = 0; number < options.articles; number += 1) yield article(number, options);
}

function article(number: number, { statements, people, seed }: CorpusOptions): AnnotationInput {
  const pick = new Picker(Math.imul(seed, 1_000_003) + number, people);
  const draft = new Draft();
  const publisher = outlet(pick.outlet());
  const published = Date.UTC(2021, 0, 1) + pick.number(3 * 365) * DAY_MS;
  const writer = new Writer(draft, pick, publisher, dayOf(published - DAY_MS));
  while (draft.statements.length < statements) writer.write(statements - draft.statements.length);
  return {
    format: 'onrecord-annotation/1',
    article: {
      key: `bench-${seed}-${number}`,
      title: `News ${number}`,
      url: `https://news.example/${seed}/${number}`,
      publishedAt: dayOf(published),
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

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
