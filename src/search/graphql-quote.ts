import { OnrecordError } from '../errors.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { pageRequest } from '../graphql/page.ts';
import { loadStatementsById, StatementRef } from '../statement/graphql.ts';
import type { Statement } from '../statement/model.ts';
import { foldWords } from '../text/fold.ts';
import { OffsetText } from '../text/offsets.ts';
import { placedWords } from '../text/words.ts';
import { MAX_QUOTE_LENGTH, type QuoteVerdict } from './model.ts';
import { type DiffRun, diffOf } from './model-diff.ts';
import { type Alignment, align } from './model-quote.ts';
import { findQuote } from './store-quote.ts';

interface QuoteMatch {
  readonly statement: Statement;
  readonly alignment: Alignment;
  readonly pasted: string;
}

interface QuoteCheck {
  readonly verdict: QuoteVerdict;
  readonly matches: readonly QuoteMatch[];
  readonly scanLimited: boolean;
}

const QuoteVerdictEnum = enumOf('QuoteVerdict', 'Whether somebody is reported to have said it so.', {
  EXACT:
    'A statement has these words in this order, as a whole or in part. Case, diacritics, punctuation, quotation marks, dashes, spaces and ligatures do not count.',
  ALTERED: 'A statement has words like these.',
  NOT_FOUND: 'No statement has words like these.',
});

const DiffOpEnum = enumOf('DiffOp', 'What became of a stretch of text.', {
  EQUAL: 'Recorded and pasted.',
  INSERT: 'Pasted, and not recorded.',
  DELETE: 'Recorded, and not pasted.',
});

const DiffRunRef = builder.objectRef<DiffRun>('DiffRun').implement({
  description: 'A stretch of a comparison.',
  fields: (t) => ({
    op: t.field({ type: DiffOpEnum, description: 'What became of it.', resolve: ({ op }) => op }),
    text: t.exposeString('text', { description: 'The stretch, to the letter.' }),
  }),
});

const QuoteMatchRef = builder.objectRef<QuoteMatch>('QuoteMatch').implement({
  description: 'A statement with the pasted words, or with words like them.',
  fields: (t) => ({
    statement: t.field({
      type: StatementRef,
      description: 'Who said it, where and when.',
      resolve: ({ statement }) => statement,
    }),
    recorded: t.string({
      description:
        'The text that the pasted one is compared with: `quote` of a DIRECT statement, else `content`; `quote` too where the text may not be kept.',
      resolve: ({ statement }) => recordedOf(statement),
    }),
    similarity: t.float({
      description:
        'From 0 to 1, which is EXACT: by the letters of the words in common, in their order. A part of a statement is compared with that part.',
      resolve: ({ alignment }) => alignment.similarity,
    }),
    negationChanged: t.boolean({
      description:
        'A negation was lost or added ("not", "never", "don\'t" …), also one that stands just before the pasted words. In English, Russian and Ukrainian.',
      resolve: ({ alignment }) => alignment.negationChanged,
    }),
    diff: t.field({
      type: [DiffRunRef],
      description:
        'From `recorded` to the pasted text, word by word: EQUAL and DELETE together are `recorded`, EQUAL and INSERT the pasted text, to the letter. So a quotation mark of another form is a change here, though no alteration. What stands around the pasted part is deleted.',
      resolve: (match) => [...diffOfMatch(match)],
    }),
  }),
});

const QuoteCheckRef = builder.objectRef<QuoteCheck>('QuoteCheck').implement({
  description: 'What became of a quotation that was pasted.',
  fields: (t) => ({
    verdict: t.field({
      type: QuoteVerdictEnum,
      description: 'That of the first match.',
      resolve: ({ verdict }) => verdict,
    }),
    matches: t.field({
      type: [QuoteMatchRef],
      description:
        'Likest first; then quotations before paraphrases, the shortest statement that has it, the earliest.',
      resolve: ({ matches }) => [...matches],
    }),
    scanLimited: t.exposeBoolean('scanLimited', {
      description: 'More statements have all the words than were looked at; paste more of them.',
    }),
  }),
});

builder.queryField('findQuote', (t) =>
  t.field({
    type: QuoteCheckRef,
    description: 'Paste a quotation: did anyone say it, who, where, and how was it altered?',
    args: {
      text: t.arg.string({
        required: true,
        description: `The words, with or without quotation marks; at most ${MAX_QUOTE_LENGTH} characters. Without letters or digits nothing is found.`,
      }),
      first: t.arg.int({ defaultValue: 5, description: 'So many matches at most.' }),
    },
    resolve: async (_root, { text: pasted, first }, context): Promise<QuoteCheck> => {
      checkLength(pasted);
      const { limit } = pageRequest({ first: first ?? 5 }, 'Query.findQuote');
      const { hits, limited } = await findQuote(context.db, foldWords(pasted));
      const best = hits[0]?.alignment;
      const statements = await loadStatementsById(
        context,
        hits.slice(0, limit).map(({ id }) => id),
      );
      const alignments = new Map(hits.map(({ id, alignment }) => [id, alignment]));
      return {
        verdict: best === undefined ? 'NOT_FOUND' : best.exact ? 'EXACT' : 'ALTERED',
        matches: statements.flatMap((statement) => {
          const alignment = alignments.get(statement.id);
          return alignment === undefined ? [] : [{ statement, alignment, pasted }];
        }),
        scanLimited: limited,
      };
    },
  }),
);

function checkLength(pasted: string): void {
  // A code point has at most two units.
  if (pasted.length <= MAX_QUOTE_LENGTH || [...pasted].length <= MAX_QUOTE_LENGTH) return;
  throw new OnrecordError('LIMIT_EXCEEDED', `"text" is longer than ${MAX_QUOTE_LENGTH} characters.`, {
    details: { argument: 'text', limit: MAX_QUOTE_LENGTH },
  });
}

function recordedOf({ kind, quote, content }: Statement): string {
  return (kind === 'DIRECT' ? quote : null) ?? content ?? quote ?? '';
}

/** The words of `recorded` are those that were compared, but where quotation marks cut a word. */
function diffOfMatch({ statement, pasted }: QuoteMatch): DiffRun[] {
  const recorded = recordedOf(statement);
  const words = placedWords(recorded);
  const found = align(
    foldWords(pasted),
    words.map(({ word }) => word),
  );
  const length = new OffsetText(recorded).length;
  // To the words beside it, so that its own punctuation is compared too.
  const start = words[(found?.start ?? 0) - 1]?.end ?? 0;
  const end = words[found?.end ?? words.length]?.start ?? length;
  return diffOf(recorded, pasted, { start, end });
}
