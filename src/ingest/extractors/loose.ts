import { z } from 'zod';
import { MENTION_KINDS } from '../../mention/model.ts';
import { annotationSchema, MAX_TEXT_LENGTH } from '../annotation.ts';

/**
 * The loose extraction: who said what in an article, by words instead of offsets, as a language model or another tool gives it. This is
 * its shape; `documentOfLoose` finds the words. Printed as `schema/loose-extraction.schema.json`. Fields that it does not know are let pass.
 */

const entity = annotationSchema.shape.entities.unwrap().element.shape;
const statement = annotationSchema.shape.statements.unwrap().element.shape;

const words = z.string().min(1).max(MAX_TEXT_LENGTH);
const passage = z
  .union(
    [
      words,
      z.object({
        words,
        prefix: words.nullish().describe('The words before them, as they stand in the text.'),
        suffix: words.nullish().describe('The words after them.'),
        start: z
          .int()
          .min(0)
          .nullish()
          .describe('About where they start, in code points; the nearest place is taken.'),
      }),
    ],
    {
      error: 'give the words as a text, or as an object with words and, if need be, prefix, suffix and start',
    },
  )
  .describe(
    'Words copied from the article. Where they stand several times, prefix and suffix say which are meant.',
  );
const reference = z.string().min(1).describe('The id or the name of an entity of this extraction.');
const references = z.array(reference).max(50).nullish();

export const looseEntitySchema = z.object({
  id: z.string().min(1).nullish().describe('Any text by which statements refer to it; so does its name.'),
  type: entity.type,
  name: entity.name,
  aliases: entity.aliases.unwrap().nullish().describe('Other names of it.'),
  description: entity.description,
  qid: entity.qid.describe('Wikidata item, only where certain.'),
  isOutlet: z.boolean().nullish().describe('ORGANIZATION: a paper, agency, channel or site that publishes.'),
  mentions: z
    .array(
      z.union([passage, z.object({ at: passage, kind: z.enum(MENTION_KINDS).nullish() })], {
        error: 'give words, or an object with `at` (words) and `kind`',
      }),
    )
    .max(1_000)
    .nullish()
    .describe('Words that name it or point to it.'),
});

export const looseStatementSchema = z.object({
  id: z.string().min(1).nullish().describe('Any text by which other statements refer to it.'),
  source: passage.nullish().describe('The words that name who said it.'),
  speakers: references.describe(
    'Who said it. Left out: the entity that the words of the source name, else an unnamed source of these words.',
  ),
  cue: passage.nullish().describe('"said", "according to", "offer".'),
  lemma: z.string().nullish().describe('Base form of the cue.'),
  content: z
    .union([passage, z.array(passage).max(50)], {
      error: 'give the words that were said, or a list of pieces in the order of the text',
    })
    .nullish()
    .describe('What was said; in pieces where words of others come between. Empty only for silence.'),
  addressee: passage.nullish().describe('The words that name who was told.'),
  addressees: references.describe('Who was told.'),
  acts: statement.acts.nullish().describe('Left out: ASSERT.'),
  about: z.array(reference).max(100).nullish().describe('Entities that the content is about.'),
  within: z
    .string()
    .min(1)
    .nullish()
    .describe('The id of the statement that reports this one. Its words stand in the content of that one.'),
  passage: passage
    .nullish()
    .describe('A sentence or paragraph with all of these words: says which are meant.'),
  saidAt: statement.saidAt,
  confidence: z.number().min(0).max(1).nullish(),
});

/** Longer lists are refused from there on. */
export const MAX_ITEMS = 5_000;

export const looseSchema = z
  .object({
    entities: z.array(looseEntitySchema).max(MAX_ITEMS).nullish(),
    statements: z.array(looseStatementSchema).max(MAX_ITEMS),
  })
  .meta({
    title: 'Onrecord loose extraction, format 1',
    description:
      'Who said what in an article, by words copied from it. Each item stands for itself: one that is wrong is refused, and the others are kept.',
  });

/** As tools write it. */
export type LooseExtraction = z.input<typeof looseSchema>;
export type LooseEntity = z.output<typeof looseEntitySchema>;
export type LooseStatement = z.output<typeof looseStatementSchema>;
export type Passage = z.output<typeof passage>;
