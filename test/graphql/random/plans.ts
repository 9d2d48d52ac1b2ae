import fc from 'fast-check';
import { SPEECH_ACTS, STATEMENT_KINDS } from '../../../src/statement/model.ts';
import { CAPITALS, OUTLETS, POSITIONS, RELATIONS, SPEAKERS, WORLD_KEYS } from './world.ts';

/* What random articles say, before it is put into words. Numbers choose among what there is once the words are there. */

/** Sources that an article does not name, by their local ids. */
export const UNNAMED = ['u1', 'u2'] as const;
export const WORDS = ['talks', 'talk', 'Écoles', 'peace', '𝔹etter', '🙂', 'naïve', 'ÖL', '峰会'] as const;
export const DATES = [
  '2023',
  '2024',
  '2024-02',
  '2024-03',
  '2024-03-05',
  '2024-03-06',
  '2024-02-20/2024-03-05',
  '2024-03/2024-04-02',
  '2024-03-06/..',
  '../2024-02',
  '../2024-03-05',
] as const;

const seldom = fc.integer({ min: 0, max: 4 }).map((number) => number === 4);
const someDate = fc.option(fc.constantFrom(...DATES), { freq: 2, nil: null });
const few = <T>(values: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });

const SPEAKER = fc.record({
  who: fc.oneof(
    // Some speak often, so that they have several statements.
    { arbitrary: fc.constantFrom('ann', 'bob', 'carl', 'norland'), weight: 3 },
    fc.constantFrom(...SPEAKERS),
    fc.constantFrom(...UNNAMED),
  ),
  as: fc.constantFrom('NAME', 'NAME', 'PRONOUN', 'NOMINAL'),
  alias: fc.nat(2),
});
const MENTION = fc.oneof(
  fc.record({ name: fc.constantFrom(...WORLD_KEYS), alias: fc.nat(2) }),
  fc.record({ metonym: fc.constantFrom(...(Object.keys(CAPITALS) as (keyof typeof CAPITALS)[])) }),
  fc.record({ nominal: few(WORLD_KEYS, 2) }),
);
const RELATION = fc.record({
  relation: fc.nat(RELATIONS.length - 1),
  since: fc.option(fc.constantFrom('2020', '2021-05'), { freq: 2, nil: null }),
  until: fc.option(fc.constantFrom('2023', '2024-03-05'), { freq: 2, nil: null }),
  reference: seldom,
});
const WORDING = fc.oneof(
  { arbitrary: fc.record({ word: fc.constantFrom(...WORDS) }), weight: 3 },
  { arbitrary: MENTION, weight: 2 },
  RELATION,
);
const ADDRESSEE = fc.record({
  state: fc.constantFrom('UNKNOWN', 'NONE', 'KNOWN', 'KNOWN', 'CARRIED'),
  entities: few(SPEAKERS, 2),
  text: fc.boolean(),
});

export type SpeakerPlan = ReturnTypeOf<typeof SPEAKER>;
export type Wording = ReturnTypeOf<typeof WORDING>;
export type RelationPlan = ReturnTypeOf<typeof RELATION>;
type ReturnTypeOf<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

const STATEMENT = fc.record({
  kind: fc.constantFrom(...STATEMENT_KINDS),
  silent: seldom,
  acts: fc.uniqueArray(fc.constantFrom(...SPEECH_ACTS.slice(0, 8)), { minLength: 1, maxLength: 2 }),
  speakers: fc.uniqueArray(SPEAKER, { maxLength: 3, selector: ({ who }) => who }),
  speakingAs: fc.option(fc.constantFrom(...POSITIONS), { freq: 2, nil: null }),
  onBehalfOf: fc.option(fc.constantFrom(...SPEAKERS), { freq: 2, nil: null }),
  sourceEvidence: fc.boolean(),
  cue: fc.option(fc.nat(3), { nil: null }),
  lemma: fc.boolean(),
  content: fc.array(WORDING, { maxLength: 4 }),
  contentFirst: fc.boolean(),
  /** The content begins with what another says. */
  innerFirst: seldom,
  inPieces: seldom,
  turn: seldom,
  marksInside: fc.boolean(),
  addressee: ADDRESSEE,
  about: few(WORLD_KEYS, 3),
  aboutStatements: fc.array(fc.nat(20), { maxLength: 2 }),
  saidAt: someDate,
  confidence: fc.constantFrom(undefined, undefined, 0, 0.25, 0.5, 0.9),
});

export type StatementPlan = ReturnTypeOf<typeof STATEMENT> & { readonly inner: readonly StatementPlan[] };

const NESTED = fc.letrec<{ statement: StatementPlan }>((tie) => ({
  statement: fc
    .tuple(
      STATEMENT,
      fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        { arbitrary: fc.constant([]), weight: 2 },
        fc.array(tie('statement'), { minLength: 1, maxLength: 2 }),
      ),
    )
    .map(([statement, inner]) => ({ ...statement, inner })),
})).statement;

/** A statement, or words of the article itself. */
const SENTENCE = fc.oneof(
  { arbitrary: NESTED, weight: 2 },
  fc.record({ prose: fc.array(fc.oneof(MENTION, RELATION), { minLength: 1, maxLength: 3 }) }),
);
export type Sentence = ReturnTypeOf<typeof SENTENCE>;

/** One document of an article: another text of it, or another run over the first text, which may leave a sentence out. */
const EDITION = fc.record({
  isRun: fc.boolean(),
  sentences: fc.array(SENTENCE, { maxLength: 6 }),
  leftOut: fc.option(fc.nat(4), { freq: 2, nil: null }),
  method: fc.constantFrom('HAND', 'TOOL'),
  startedOn: fc.integer({ min: 1, max: 9 }),
  retrievedOn: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  recordedOn: fc.integer({ min: 1, max: 4 }),
  publishedAt: someDate,
  outlet: fc.option(fc.constantFrom(...OUTLETS), { nil: null }),
  title: fc.boolean(),
  /** How much each document tells of the entities in it. */
  tells: fc.nat(5),
});
export type Edition = ReturnTypeOf<typeof EDITION>;

const ARTICLE = fc.record({
  /** What tells it from others; without any of these its text does. */
  identity: fc.constantFrom('KEY', 'KEY_AND_URL', 'URL', 'TEXT'),
  /** It has the text of the article before it, as of an agency. */
  isCopy: seldom,
  editions: fc.oneof(
    { arbitrary: fc.tuple(EDITION), weight: 2 },
    fc.uniqueArray(EDITION, { minLength: 2, maxLength: 4, selector: ({ startedOn }) => startedOn }),
  ),
});
export type ArticlePlan = ReturnTypeOf<typeof ARTICLE>;

export const ARTICLES = (maxLength: number) => fc.array(ARTICLE, { minLength: 1, maxLength });

/** Relations that the first document gives references for. */
export const BACKGROUND = fc.uniqueArray(fc.nat(RELATIONS.length - 1), { maxLength: 8 });
