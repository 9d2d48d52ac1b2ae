import { ArticleRef, requireArticle } from '../article/graphql.ts';
import type { OnrecordError, Problem } from '../errors.ts';
import { mutate } from '../graphql/authorize.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import {
  type Conflict,
  ConflictRef,
  type Failed,
  type FailedAt,
  failed,
  type InvalidAnnotation,
  InvalidAnnotationRef,
  type NotAuthorized,
  NotAuthorizedRef,
  type NotFound,
  NotFoundRef,
  orFailed,
  ProblemRef,
  problemsOf,
  RefusalRef,
  typeOfFailed,
} from '../graphql/problems.ts';
import { HighlightRef } from '../search/graphql.ts';
import { annotationSchema } from './annotation.ts';
import { canonicalDocument } from './identity.ts';
import { parseDocument } from './json.ts';
import { type IngestOutcome, ingestDocument } from './pipeline.ts';
import type { NearestHit } from './problems.ts';
import type { WriteCounts } from './write.ts';

export interface IngestSuccess {
  /** What the document is in JSON; it has passed the check. */
  readonly input: unknown;
  readonly outcome: IngestOutcome;
  readonly dryRun: boolean;
  readonly refused: readonly Problem[];
}
export interface EvidenceMismatch extends FailedAt<'EvidenceMismatch'> {
  readonly nearest: readonly NearestHit[];
}
export type ExtractionRefused = Failed<'ExtractionRefused'>;
export type IngestFailed = InvalidAnnotation | EvidenceMismatch | Conflict;

export const WriteCountsRef = builder.objectRef<WriteCounts>('WriteCounts').implement({
  description: 'How many elements of a document.',
  fields: (t) => ({
    entities: t.exposeInt('entities', { description: 'People, organizations, countries and so on.' }),
    statements: t.exposeInt('statements', { description: 'What somebody said.' }),
    mentions: t.exposeInt('mentions', { description: 'Words that stand for entities.' }),
    relations: t.exposeInt('relations', { description: 'How entities stand to each other.' }),
  }),
});

export const IngestStatusEnum = enumOf('IngestStatus', 'What became of a document that was taken.', {
  CREATED: 'It was written.',
  UNCHANGED: 'The very same document was in the graph already.',
});

const IngestSuccessRef = builder.objectRef<IngestSuccess>('IngestSuccess').implement({
  description: 'The document is in the graph; after a dry run it could be.',
  fields: (t) => ({
    article: t.field({
      type: ArticleRef,
      nullable: true,
      description: 'Its article, as it now is. Null after a dry run.',
      resolve: ({ outcome, dryRun }, _args, context) =>
        dryRun ? null : requireArticle(context, outcome.articleId),
    }),
    status: t.field({
      type: IngestStatusEnum,
      description: 'Whether it is new. After a dry run: whether it would be.',
      resolve: ({ outcome }) => (outcome.status === 'created' ? 'CREATED' : 'UNCHANGED'),
    }),
    document: t.string({
      description:
        'The annotation document as it was understood: JSON with sorted keys, without spaces, with everything that it left to defaults. Documents that say the same are the same text here.',
      resolve: ({ input }) => canonicalDocument(annotationSchema.parse(input)),
    }),
    created: t.field({
      type: WriteCountsRef,
      description: 'What was new in the graph, or would have been.',
      resolve: ({ outcome }) => outcome.created,
    }),
    unchanged: t.field({
      type: WriteCountsRef,
      description: 'What was there already; all of it where the same document came before.',
      resolve: ({ outcome }) => outcome.unchanged,
    }),
    refused: t.field({
      type: [RefusalRef],
      description:
        'What the extractor found and left out, and why. Empty for a document that was sent, which is taken as a whole or not at all.',
      resolve: ({ refused }) => [...refused],
    }),
  }),
});

export const EvidenceMismatchRef = builder.objectRef<EvidenceMismatch>('EvidenceMismatch').implement({
  description:
    'Words of the annotation do not stand in the text where it says, and nothing else is wrong. Offsets count code points: a program that counts UTF-16 units or bytes is a common cause.',
  interfaces: [ProblemRef],
  fields: (t) => ({
    at: t.field({
      type: [RefusalRef],
      description:
        'Every such place, with what stands there instead, in the order of the document; the first 1,000 where there are more.',
      resolve: ({ at }) => [...at],
    }),
    nearest: t.field({
      type: [HighlightRef],
      description:
        'Where the words do stand, if anywhere: of each of the first 50 places the three nearest. `field` is the pointer of the place, `snippet` the words.',
      resolve: ({ nearest }) =>
        nearest.map(({ pointer, exact, start, end }) => ({ field: pointer, snippet: exact, start, end })),
    }),
  }),
});

const ExtractionRefusedRef = builder.objectRef<ExtractionRefused>('ExtractionRefused').implement({
  description:
    'The extractor does not work on this text: it is empty, too long or in another language, as the message says. Nothing was written.',
  interfaces: [ProblemRef],
});

export const IngestResultRef = builder.unionType('IngestResult', {
  description: 'What became of a document, or of an article as plain text.',
  types: [
    IngestSuccessRef,
    InvalidAnnotationRef,
    EvidenceMismatchRef,
    ExtractionRefusedRef,
    ConflictRef,
    NotFoundRef,
    NotAuthorizedRef,
  ],
  resolveType: (value: IngestSuccess | IngestFailed | ExtractionRefused | NotFound | NotAuthorized) =>
    typeOfFailed(value, () => 'IngestSuccess'),
});

const IngestAnnotationInput = builder.inputType('IngestAnnotationInput', {
  description: 'An article with its annotation.',
  fields: (t) => ({
    document: t.string({
      required: true,
      description:
        'The annotation document as JSON text, as `schema/annotation.schema.json` describes it. Pass it as a variable: a query may not be as long as a document.',
    }),
    dryRun: t.boolean({
      defaultValue: false,
      description: 'Check it and tell what would be new, but write nothing.',
    }),
  }),
});

builder.mutationFields((t) => ({
  ingestAnnotation: t.field({
    type: IngestResultRef,
    description:
      'Store an article with its annotation document, all of it or nothing. The same document again changes nothing. Takes the role write.',
    args: { input: t.arg({ type: IngestAnnotationInput, required: true, description: 'What to store.' }) },
    resolve: (_root, { input }, context) => {
      const dryRun = input.dryRun ?? false;
      return mutate(context, 'write', ({ name }) =>
        orFailed(async (): Promise<IngestSuccess> => {
          const document = parseDocument(input.document);
          const outcome = await ingestDocument(context.db, document, { dryRun, actor: name });
          return { input: document, outcome, dryRun, refused: [] };
        }, failureOf),
      );
    },
  }),
}));

/** Null for an error that is not about the document. */
export function failureOf(error: OnrecordError): IngestFailed | null {
  if (error.code === 'CONFLICT') return failed('Conflict', error);
  if (error.code !== 'INVALID_INPUT') return null;
  const at = problemsOf(error);
  const { mismatches = [], nearest = [] } = error.details as {
    readonly mismatches?: readonly string[];
    readonly nearest?: readonly NearestHit[];
  };
  // Beside other problems, places of words would be only a part of what is to be put right.
  if (mismatches.length < at.length) return { ...failed('InvalidAnnotation', error), at };
  return { ...failed('EvidenceMismatch', error), at, nearest };
}
