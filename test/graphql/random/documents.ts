import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import type { Item } from '../recorded.ts';
import { Draft, UNNAMED_NAMES } from './draft.ts';
import type { ArticlePlan, Edition, Sentence } from './plans.ts';
import { write } from './sentences.ts';
import { namesOf, specOf, WORLD_KEYS, type WorldKey } from './world.ts';

/** A document of a random article, and when it came into the graph. */
export interface DocumentOfArticle {
  readonly document: AnnotationInput;
  /** What the tests call the article. */
  readonly article: string;
  readonly recordedAt: string;
}

/**
 * The first tells all of everybody, so that whatever later ones leave out, or call by an alias, is known; and it has references for
 * relations, by their numbers.
 */
export function documentsOf(
  articles: readonly ArticlePlan[],
  background: readonly number[],
): DocumentOfArticle[] {
  const printed: { readonly headline: number; readonly sentences: readonly Sentence[] }[] = [];
  return articles.flatMap((article, number) => {
    const before = article.isCopy && article.identity !== 'TEXT' ? printed.at(-1) : undefined;
    const text = before ?? { headline: number, sentences: article.editions[0]?.sentences ?? [] };
    printed.push(text);
    return article.editions.map((edition, at) => {
      const isFirstText = at === 0 || edition.isRun || article.identity === 'TEXT';
      const sentences = isFirstText ? text.sentences : edition.sentences;
      return {
        document: documentOf(
          article,
          edition,
          number,
          text.headline,
          sentences,
          number + at === 0 ? background : null,
        ),
        article: `a${number}`,
        recordedAt: `2025-01-0${edition.recordedOn}T${edition.tells % 2 === 0 ? '00:00:00.000' : '23:59:59.999'}Z`,
      };
    });
  });
}

function documentOf(
  { identity }: ArticlePlan,
  edition: Edition,
  number: number,
  headline: number,
  sentences: readonly Sentence[],
  background: readonly number[] | null,
): AnnotationInput {
  const suffix = `.${number}`;
  const draft = new Draft(suffix);
  draft.say(`Report ${headline} – naïve 🗞\n`);
  for (const [at, sentence] of sentences.entries()) {
    draft.annotates = at !== edition.leftOut;
    write(draft, sentence);
  }
  for (const relation of background ?? [])
    draft.relate({ relation, since: null, until: null, reference: true }, null);
  const relations = draft.relationItems();
  const outlet = edition.outlet === null ? null : draft.localId(edition.outlet);
  if (background !== null) draft.localIds(WORLD_KEYS);
  return {
    format: 'onrecord-annotation/1',
    article: {
      ...(identity.startsWith('KEY') && { key: `key-${number}` }),
      ...(identity === 'KEY_AND_URL' && { url: `https://daily.example/${number % 2}` }),
      ...(identity === 'URL' && { url: `https://post.example/${number}` }),
      title: edition.title ? `Report ${number}` : null,
      publishedAt: edition.publishedAt,
      retrievedAt: edition.retrievedOn === null ? null : `2024-04-0${edition.retrievedOn}T00:00:00Z`,
      outlet,
      text: draft.text,
    },
    run: {
      method: edition.method,
      tool: 'random',
      version: '1',
      startedAt: `2024-05-0${edition.startedOn}T00:00:00Z`,
    },
    entities: withOffices(draft.entities).map((key) =>
      entityItem(key, suffix, background === null ? edition.tells : null),
    ),
    mentions: draft.mentions,
    statements: draft.statements.map((statement, at) => ({
      ...statement,
      aboutStatements: subjectsOf(draft, statement.id, at),
    })),
    relations,
  };
}

/** With what the offices are offices of. */
function withOffices(keys: ReadonlySet<string>): string[] {
  const offices = [...keys].flatMap((key) => {
    if (key in UNNAMED_NAMES) return [];
    const { of, accreditedTo } = specOf(key as WorldKey);
    return [of, accreditedTo].filter((other) => other != null);
  });
  return [...new Set([...keys, ...offices])];
}

/** Tells all of everybody and nothing else. The other documents may be superseded, and what superseded ones call somebody is forgotten. */
export function whoIsWho(): AnnotationInput {
  return {
    format: 'onrecord-annotation/1',
    article: { key: 'who-is-who', text: 'Who is who' },
    run: { method: 'HAND', tool: 'random', version: '1', startedAt: '2024-01-01T00:00:00Z' },
    entities: WORLD_KEYS.map((key) => entityItem(key, '.who', null)),
  };
}

/** `tells` chooses the name and how much is left out; null tells all. */
function entityItem(key: string, suffix: string, tells: number | null): Item<'entities'> {
  const id = `${key}${suffix}`;
  const unnamed = UNNAMED_NAMES[key];
  if (unnamed !== undefined) return { id, type: 'UNNAMED_SOURCE', name: unnamed };
  const { of, accreditedTo, qid, ...spec } = specOf(key as WorldKey);
  const offices = {
    ...(of != null && { of: `${of}${suffix}` }),
    ...(accreditedTo != null && { accreditedTo: `${accreditedTo}${suffix}` }),
  };
  if (tells === null) return { id, ...spec, ...(qid != null && { qid }), ...offices };
  const names = namesOf(key as WorldKey);
  const name = names[tells % names.length] ?? names[0];
  const isOneOfTwo = key.startsWith('sam');
  return {
    id,
    type: spec.type,
    name,
    aliases: tells % 2 === 0 ? [] : names.filter((other) => other !== name),
    ...(qid != null && (isOneOfTwo || tells % 3 === 0) && { qid }),
    ...offices,
  };
}

function subjectsOf({ statements, subjects }: Draft, id: string, at: number): string[] {
  const numbers = (subjects.get(id) ?? []).map((number) => number % statements.length);
  return [...new Set(numbers)]
    .filter((number) => number !== at)
    .map((number) => statements[number]?.id ?? '');
}
