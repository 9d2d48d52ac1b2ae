import { z } from 'zod';
import { faultOfName } from '../access/token.ts';
import { daySpan } from '../date/partial.ts';
import { ENTITY_TYPES } from '../entity/model.ts';
import { MENTION_KINDS, MENTION_READINGS } from '../mention/model.ts';
import { RELATION_TYPES } from '../relation/model.ts';
import { ADDRESSEE_STATES, SPEECH_ACTS, STATEMENT_KINDS } from '../statement/model.ts';
import { hasTooManyMarks, MAX_MARKS, toNormalForm } from '../text/normalize.ts';

/**
 * The annotation document, format 1: one article with who said what in it. This is the shape alone; what offsets,
 * references and nesting must satisfy is checked in `check.ts`. Printed as `schema/annotation.schema.json`.
 */

const localId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .describe('A name for this element within this document: letters, digits, dot, underscore, hyphen.');
/** In UTF-16 units, as given and in normal form. */
export const MAX_TEXT_LENGTH = 1_000_000;
const MAX_WORDS_LENGTH = 2_000;
const MAX_LEMMA_LENGTH = 100;
const orderable = { error: `has more than ${MAX_MARKS} combining marks in a row: remove them` };

/** The same name in two spellings is one. What is too long is refused, and costs nothing here. */
const normalized = (limit: number) => (text: string) => (text.length > limit ? text : toNormalForm(text));
export const words = z
  .string()
  .trim()
  .min(1)
  .max(MAX_WORDS_LENGTH)
  .overwrite(normalized(MAX_WORDS_LENGTH))
  // The engines would store another character in its place.
  .refine((text) => !/\p{Surrogate}/u.test(text), { error: 'has half of a surrogate pair' })
  .refine((text) => !/\p{Cc}/u.test(text), { error: 'has a control character: remove it' });
function inUtc(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
export const qid = z.string().regex(/^Q[1-9][0-9]{0,11}$/);
/** In the normal form in which the API takes and gives URLs: two spellings of one are one. */
const webUrl = z.url({ protocol: /^https?$/, normalize: true }).max(2_000);
const instant = z.iso
  .datetime({ offset: true, abort: true })
  // Others have no text in UTC that sorts by time.
  .refine((text) => /^\d{4}-/.test(inUtc(text)), { error: 'lies outside of the years 0 to 9999 in UTC' });
const partialDate = z
  .string()
  .max(40)
  .refine((text) => daySpan(text) !== null, {
    error:
      'not a date: give YYYY, YYYY-MM, YYYY-MM-DD or an interval such as 2021-03-01/2021-03-22, 2021-03/.., ../2021',
  })
  .describe('EDTF: 2021, 2021-03, 2021-03-22, 2021-03-01/2021-03-22, 2021-03-01/.., ../2021-03-22.');

const span = z
  .strictObject({
    start: z.int().min(0).describe('First code point, counted from zero.'),
    end: z.int().min(1).describe('One past the last code point.'),
    exact: z
      .string()
      .min(1)
      .refine((text) => !hasTooManyMarks(text), orderable)
      .optional()
      .describe(
        'The words there. A document whose words and offsets disagree is refused. Left out only where the text is withheld.',
      ),
  })
  .describe(
    'A stretch of article.text as it is given. Offsets count Unicode code points, not UTF-16 units or bytes.',
  );
const spans = z.array(span).max(50);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const withheld = z.strictObject({
  sha256: sha256.describe('SHA-256 of the text in UTF-8.'),
  length: z.int().min(1).max(MAX_TEXT_LENGTH).describe('Of the text, in code points.'),
  astral: z
    .array(z.int().min(0))
    .max(MAX_TEXT_LENGTH)
    .describe(
      'Positions of its code points above U+FFFF, ascending: with these, offsets count in UTF-16, too.',
    ),
  documentSha256: sha256.describe(
    'SHA-256 of the canonical document as it was with its text: this is the same document.',
  ),
});

/** What a document says of its article. */
export const articleFields = {
  key: words
    .optional()
    .describe(
      "The publisher's or archive's own key. The article's identity; without it the URL, else the text.",
    ),
  title: words.nullable().default(null),
  url: webUrl.nullable().default(null),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en')
    .describe('BCP 47.'),
  publishedAt: partialDate.nullable().default(null),
  retrievedAt: instant
    .nullable()
    .default(null)
    .describe('When this text was taken. Orders the versions of an edited article.'),
  outlet: localId
    .nullable()
    .default(null)
    .describe('Who published it, an entity of type ORGANIZATION; null where that is not known.'),
  text: z
    .string()
    .min(1)
    .max(MAX_TEXT_LENGTH)
    .refine((text) => !hasTooManyMarks(text), orderable)
    .optional()
    .describe(
      'The whole text, unchanged. All offsets point into it as it stands here. It is kept in Unicode NFC; where it is not in NFC, the offsets are kept as those of the NFC text.',
    ),
  withheld: withheld
    .optional()
    .describe(
      'In place of a text that may not be kept: what is left of it. "onrecord redact" makes such documents.',
    ),
};
const article = z.strictObject(articleFields);

const run = z.strictObject({
  method: z.enum(['HAND', 'TOOL']).describe('Made by hand counts before made by a tool.'),
  tool: words.describe('The annotator or program.'),
  version: words,
  startedAt: instant.describe('Later runs over the same text supersede earlier ones of the same method.'),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

const entity = z.strictObject({
  id: localId,
  type: z.enum(ENTITY_TYPES),
  name: words.describe('The usual name; for UNNAMED_SOURCE the article’s words for it ("two officials").'),
  aliases: z
    .array(words)
    .max(100)
    .default([])
    .describe('Other names of it. Never a metonym: "Moscow" is no alias of Russia.'),
  description: words.nullable().default(null),
  qid: qid.nullable().default(null).describe('Wikidata item, only where certain.'),
  isOutlet: z
    .boolean()
    .default(false)
    .describe('ORGANIZATION: a paper, agency, channel or site that publishes.'),
  of: localId.nullable().default(null).describe('POSITION: the organization or country whose office it is.'),
  accreditedTo: localId.nullable().default(null).describe('POSITION: where an ambassador is sent.'),
  signedOn: partialDate.nullable().default(null).describe('TREATY.'),
  inForceUntil: partialDate.nullable().default(null).describe('TREATY.'),
  heldOn: partialDate.nullable().default(null).describe('EVENT.'),
});

const mention = z.strictObject({
  id: localId,
  ...span.shape,
  kind: z.enum(MENTION_KINDS).describe('NAME "Biden", NOMINAL "the senator", PRONOUN "he".'),
  reading: z
    .enum(MENTION_READINGS)
    .default('LITERAL')
    .describe('METONYMIC: a place that stands for a state or its government.'),
  entities: z
    .array(localId)
    .max(50)
    .describe('What it stands for; several for "the two presidents"; empty where that is open.'),
  literally: localId.nullable().default(null).describe('METONYMIC: what the word literally names, the city.'),
  antecedent: localId.nullable().default(null).describe('The earlier mention that this one points back to.'),
});

const source = z.strictObject({
  speakers: z
    .array(localId)
    .max(50)
    .describe('Entities; several for a joint statement; empty where the article names no source.'),
  evidence: spans.default([]).describe('The words that name the source.'),
  mention: localId.nullable().default(null).describe('The mention that stands for the speaker.'),
  speakingAs: localId.nullable().default(null).describe('The POSITION this article gives the speaker.'),
  onBehalfOf: localId.nullable().default(null),
});

const cue = z.strictObject({
  evidence: spans
    .default([])
    .describe('"said", "pointed out", "according to"; nouns too: "offer", "challenge".'),
  lemma: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(MAX_LEMMA_LENGTH)
    .overwrite(normalized(MAX_LEMMA_LENGTH))
    .nullable()
    .default(null)
    .describe('Base form, "say", "point out".'),
});

const addressee = z.strictObject({
  state: z.enum(ADDRESSEE_STATES).default('UNKNOWN'),
  entities: z.array(localId).max(50).default([]),
  text: words.nullable().default(null).describe('As the article words it: "reporters", "the paper".'),
  evidence: spans.default([]),
  carried: z
    .boolean()
    .default(false)
    .describe('Named for an earlier statement of the same speaker here; the evidence points there.'),
});

const statement = z.strictObject({
  id: localId,
  kind: z.enum(STATEMENT_KINDS),
  acts: z.array(z.enum(SPEECH_ACTS)).min(1).max(SPEECH_ACTS.length),
  source,
  cue: cue.default({ evidence: [], lemma: null }),
  content: spans.default([]).describe('Pieces in order. Empty only for DECLINED_TO_COMMENT and NO_RESPONSE.'),
  quote: z
    .string()
    .min(1)
    .refine((text) => !hasTooManyMarks(text), orderable)
    .optional()
    .describe(
      'Where the text is withheld: the quoted words, as far as they are kept. Otherwise they are read from the text.',
    ),
  turn: z.boolean().default(false).describe('A turn in a transcript: direct without quotation marks.'),
  addressee: addressee.default({ state: 'UNKNOWN', entities: [], text: null, evidence: [], carried: false }),
  about: z.array(localId).max(100).default([]).describe('Entities that the content is about.'),
  aboutStatements: z.array(localId).max(100).default([]),
  within: localId
    .nullable()
    .default(null)
    .describe('The statement that reports this one: A said that B said.'),
  saidAt: partialDate.nullable().default(null).describe('Only where the article tells.'),
  confidence: z.number().min(0).max(1).default(1),
});

const relation = z.strictObject({
  id: localId,
  type: z.enum(RELATION_TYPES),
  from: localId,
  to: localId,
  validFrom: partialDate.nullable().default(null),
  validUntil: partialDate.nullable().default(null),
  evidence: spans
    .default([])
    .describe('Where the article says so. Inside a statement’s content it is that speaker’s claim.'),
  reference: webUrl
    .nullable()
    .default(null)
    .describe('For a background fact that the article does not state.'),
});

const recorded = z.strictObject({
  at: instant.describe('When it came into the graph.'),
  by: z
    .string()
    .max(64)
    .refine((name) => faultOfName(name) === null, { error: 'is not the name of an actor' })
    .nullable()
    .default(null)
    .describe('Whose token it came with; null where it was loaded by the command line.'),
});

/** JSON Schema: with a text, every stretch of it has its words. */
const WORDS = { items: { required: ['exact'] } };
const WORDS_IN = { properties: { evidence: WORDS } };
const WORDS_WITH_TEXT = {
  if: { properties: { article: { required: ['withheld'] } } },
  else: {
    properties: {
      mentions: WORDS,
      statements: {
        items: { properties: { source: WORDS_IN, cue: WORDS_IN, content: WORDS, addressee: WORDS_IN } },
      },
      relations: { items: WORDS_IN },
    },
  },
};

export const annotationSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('onrecord-annotation/1'),
    recorded: recorded
      .optional()
      .describe(
        'How the document came into the graph that it is exported from. An import keeps it; otherwise it counts for nothing.',
      ),
    article: article
      .superRefine(({ text, withheld }, context) => {
        if (text === undefined && withheld === undefined)
          context.addIssue({ code: 'custom', path: ['text'], message: 'is missing: give the whole text' });
        if (text !== undefined && withheld !== undefined) {
          const message = 'stands in place of a text, and there is one: remove it';
          context.addIssue({ code: 'custom', path: ['withheld'], message });
        }
      })
      .meta({ oneOf: [{ required: ['text'] }, { required: ['withheld'] }] }),
    run,
    entities: z.array(entity).max(5_000).default([]),
    mentions: z.array(mention).max(20_000).default([]),
    statements: z.array(statement).max(5_000).default([]),
    relations: z.array(relation).max(5_000).default([]),
  })
  .meta({ title: 'Onrecord annotation document, format 1', ...WORDS_WITH_TEXT });

export type Annotation = z.output<typeof annotationSchema>;
/** As people write it, with the text: everything with a default may be left out. */
export type AnnotationInput = Omit<Written, 'article'> & {
  article: Written['article'] & { text: string };
};
type Written = z.input<typeof annotationSchema>;
export type AnnotatedSpan = z.output<typeof span>;
export type AnnotatedEntity = Annotation['entities'][number];
export type AnnotatedMention = Annotation['mentions'][number];
export type AnnotatedStatement = Annotation['statements'][number];
export type AnnotatedRelation = Annotation['relations'][number];
