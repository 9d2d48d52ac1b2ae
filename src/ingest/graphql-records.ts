import { ArticleRef, requireArticle } from '../article/graphql.ts';
import { DecisionRef, requireDecision } from '../decision/graphql.ts';
import { invalidInput, type OnrecordError } from '../errors.ts';
import { authorize, mutate } from '../graphql/authorize.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { decodeCursor, encodeCursor } from '../graphql/cursor.ts';
import { sizeOf } from '../graphql/page.ts';
import {
  ConflictRef,
  failed,
  InvalidAnnotationRef,
  type NotAuthorized,
  NotAuthorizedRef,
  type NotFound,
  NotFoundRef,
  orFailed,
  typeOfFailed,
} from '../graphql/problems.ts';
import {
  DECISIONS_START,
  EXPORT_START,
  type ExportPage,
  type ExportPosition,
  exportPage,
  RECORD_KINDS,
  type RecordKind,
} from './export.ts';
import {
  EvidenceMismatchRef,
  failureOf,
  type IngestFailed,
  IngestStatusEnum,
  WriteCountsRef,
} from './graphql.ts';
import { type ImportOutcome, importRecord } from './import.ts';
import { parseDocument } from './json.ts';
import { NO_COUNTS } from './pipeline.ts';

/** Lines of a page unless asked for, and at most. */
const DEFAULT_LINES = 100;
const MAX_LINES = 1_000;

interface ImportSuccess {
  readonly imported: ImportOutcome;
  readonly dryRun: boolean;
}
type ImportFailed = IngestFailed | NotFound;
type KindedPage = ExportPage & { readonly kind: RecordKind | null };

const RecordKindEnum = enumOf<RecordKind>('RecordKind', 'What a line of an export is.', {
  DOCUMENT: 'An annotation document with its article, and when and by whom it was recorded.',
  DECISION: 'What somebody decided about statements, entities or articles.',
});

const ExportPageRef = builder.objectRef<KindedPage>('ExportPage').implement({
  description: 'A part of the record of a graph.',
  fields: (t) => ({
    lines: t.stringList({
      description:
        'Each a JSON text with sorted keys: documents by the ids of their runs, then decisions from the first one on. Fewer than asked for where they are long. Equal graphs have equal lines.',
      resolve: ({ lines }) => [...lines],
    }),
    endCursor: t.string({
      nullable: true,
      description: 'For `after` of the next page; null on the last one.',
      resolve: ({ next, kind }) => (next === null ? null : cursorOf(next, kind)),
    }),
  }),
});

const ImportSuccessRef = builder.objectRef<ImportSuccess>('ImportSuccess').implement({
  description: 'The document or decision is in the graph; after a dry run it could be.',
  fields: (t) => ({
    article: t.field({
      type: ArticleRef,
      nullable: true,
      description: 'The article of a document, as it now is. Null for a decision, and after a dry run.',
      resolve: ({ imported, dryRun }, _args, context) =>
        dryRun || 'decision' in imported ? null : requireArticle(context, imported.articleId),
    }),
    decision: t.field({
      type: DecisionRef,
      nullable: true,
      description: 'The decision as it now is. Null for a document, and after a dry run.',
      resolve: ({ imported, dryRun }, _args, context) =>
        !dryRun && 'decision' in imported ? requireDecision(context, imported.decision.id) : null,
    }),
    status: t.field({
      type: IngestStatusEnum,
      description: 'Whether it is new here.',
      resolve: ({ imported }) => {
        const { status } = 'decision' in imported ? imported.decision : imported;
        return status === 'created' ? 'CREATED' : 'UNCHANGED';
      },
    }),
    created: t.field({
      type: WriteCountsRef,
      description: 'What of a document was new in the graph, or would have been.',
      resolve: ({ imported }) => ('decision' in imported ? NO_COUNTS : imported.created),
    }),
    unchanged: t.field({
      type: WriteCountsRef,
      description: 'What of a document was there already.',
      resolve: ({ imported }) => ('decision' in imported ? NO_COUNTS : imported.unchanged),
    }),
  }),
});

const ImportResultRef = builder.unionType('ImportResult', {
  description: 'What became of a line of an export.',
  types: [
    ImportSuccessRef,
    InvalidAnnotationRef,
    EvidenceMismatchRef,
    ConflictRef,
    NotFoundRef,
    NotAuthorizedRef,
  ],
  resolveType: (value: ImportSuccess | ImportFailed | NotAuthorized) =>
    typeOfFailed(value, () => 'ImportSuccess'),
});

const ImportRecordInput = builder.inputType('ImportRecordInput', {
  description: 'A line of an export.',
  fields: (t) => ({
    record: t.string({
      required: true,
      description: 'A line as `exportRecords` gives it, of a document or a decision.',
    }),
    dryRun: t.boolean({
      defaultValue: false,
      description: 'Check it, and write nothing. Of a decision only its form is checked.',
    }),
  }),
});

builder.queryField('exportRecords', (t) =>
  t.field({
    type: ExportPageRef,
    description:
      'Everything that it takes to make this graph again: each document as it came in, and each decision. What comes in meanwhile may be missing. Takes the role admin.',
    args: {
      first: t.arg.int({
        defaultValue: DEFAULT_LINES,
        description: `So many lines at most, up to ${MAX_LINES}.`,
      }),
      after: t.arg.string({ description: '`endCursor` of the page before.' }),
      kind: t.arg({ type: RecordKindEnum, description: 'Only lines of this kind; of both without it.' }),
    },
    resolve: async (_root, { first, after, kind: given }, context) => {
      authorize(context, 'admin');
      const kind = given ?? null;
      const limit = sizeOf('first', first ?? DEFAULT_LINES, MAX_LINES);
      if (limit === 0) throw invalidInput(`"first" is 0; give a number from 1 to ${MAX_LINES}.`);
      const start = kind === 'DECISION' ? DECISIONS_START : EXPORT_START;
      const position = after == null ? start : positionOf(after, kind);
      return { ...(await exportPage(context.db, position, limit, kind === 'DOCUMENT')), kind };
    },
  }),
);

builder.mutationField('importRecord', (t) =>
  t.field({
    type: ImportResultRef,
    description:
      'Take a line of an export back: a document is recorded when and by whom it was, a decision is made as it was. What is here already changes nothing. A decision comes after the documents that it is about. Takes the role admin.',
    args: { input: t.arg({ type: ImportRecordInput, required: true, description: 'What to take.' }) },
    resolve: (_root, { input }, context) => {
      const dryRun = input.dryRun ?? false;
      return mutate(context, 'admin', ({ name }) =>
        orFailed(async (): Promise<ImportSuccess> => {
          const record = parseDocument(input.record);
          return { imported: await importRecord(context.db, record, { dryRun, actor: name }), dryRun };
        }, importFailureOf),
      );
    },
  }),
);

function importFailureOf(error: OnrecordError): ImportFailed | null {
  return error.code === 'NOT_FOUND' ? failed('NotFound', error) : failureOf(error);
}

const scopeOf = (kind: RecordKind | null): string => `Query.exportRecords ${kind ?? ''}`;

function cursorOf(next: ExportPosition, kind: RecordKind | null): string {
  const { at, id } = next.kind === 'DOCUMENT' ? { at: '', id: next.runId } : (next.decision ?? NO_DECISION);
  return encodeCursor(scopeOf(kind), { key: `${next.kind} ${at}`, id });
}

const NO_DECISION = { at: '', id: '' };

function positionOf(cursor: string, kind: RecordKind | null): ExportPosition {
  const { key, id } = decodeCursor(scopeOf(kind), cursor, 'after');
  const [found, at = ''] = key.split(' ');
  if (found === RECORD_KINDS[0]) return { kind: 'DOCUMENT', runId: id };
  return { kind: 'DECISION', decision: id === '' ? null : { at, id } };
}
