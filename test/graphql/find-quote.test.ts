import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode, runs } from '../support/graphql.ts';
import { withdraw } from '../support/withdraw.ts';

const QUOTE = 'We will not sign the treaty, and the minister’s “office – of ﬁnance” knows it';
const LONG = `${'Nobody asked for this and everyone paid for that. '.repeat(12)}The bridges of Norland are crumbling faster than we repair them. ${'Then we went home and slept. '.repeat(12)}`;

const document = (
  key: string,
  publishedAt: string,
  quote: string,
  kind: 'DIRECT' | 'INDIRECT',
): DocumentSpec => ({
  text: kind === 'DIRECT' ? `«${quote}», said Berg.` : `Berg said that ${quote}.`,
  key,
  publishedAt,
  entities: { berg: { type: 'PERSON', name: 'Berg' } },
  statements: { it: { by: 'berg', source: 'Berg', cue: 'said', kind, content: quote } },
});

interface Match {
  readonly statement: {
    readonly id: string;
    readonly content: string;
    readonly article: { readonly publishedAt: string };
  };
  readonly recorded: string;
  readonly similarity: number;
  readonly negationChanged: boolean;
  readonly diff: readonly { readonly op: 'EQUAL' | 'INSERT' | 'DELETE'; readonly text: string }[];
}
interface Check {
  readonly verdict: string;
  readonly matches: readonly Match[];
  readonly scanLimited: boolean;
}

const FIND = `query ($text: String!, $first: Int) { findQuote(text: $text, first: $first) {
  verdict
  scanLimited
  matches { statement { id content article { publishedAt } } recorded similarity negationChanged diff { op text } }
} }`;

describeEngines('a quotation that is pasted', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await ingestDocument(db, documentOf(document('a', '2024-03-05', QUOTE, 'DIRECT')));
    await ingestDocument(
      db,
      documentOf(document('b', '2024-03-04', 'they would sign the treaty soon', 'INDIRECT')),
    );
    await ingestDocument(db, documentOf(document('c', '2024-03-06', LONG.trim(), 'DIRECT')));
    await ingestDocument(
      db,
      documentOf(document('d', '2024-03-07', 'bridges of Norland are crumbling', 'INDIRECT')),
    );
  });

  const check = async (text: string, first?: number): Promise<Check> =>
    (await answer<{ findQuote: Check }>(db, FIND, { text, first })).findQuote;
  const without = ({ diff }: Match, op: string) =>
    diff.flatMap((run) => (run.op === op ? [] : [run.text])).join('');

  async function matchOf(text: string): Promise<Match & { readonly verdict: string }> {
    const { verdict, matches } = await check(text);
    const [match] = matches;
    if (match === undefined) throw new Error(`nothing found for ${text}`);
    expect(without(match, 'INSERT')).toBe(match.recorded);
    expect(without(match, 'DELETE')).toBe(text);
    return { ...match, verdict };
  }

  test('to the letter is exact, and one equal run', async () => {
    expect(await matchOf(QUOTE)).toMatchObject({
      verdict: 'EXACT',
      similarity: 1,
      negationChanged: false,
      recorded: QUOTE,
      diff: [{ op: 'EQUAL', text: QUOTE }],
    });
  });

  test.each([
    'we will not sign the treaty and the minister\'s "office - of finance" knows it',
    '«WE WILL NOT  SIGN THE TREATY — and the minister’s ‘office of finance’ knows it.»',
    'We will not sign the treaty',
    'minister\u2019s office of',
  ])('in other typography, or in part, is exact: %s', async (text) => {
    expect(await matchOf(text)).toMatchObject({ verdict: 'EXACT', similarity: 1, negationChanged: false });
  });

  test('without its negation is altered, and flagged', async () => {
    const match = await matchOf('We will sign the treaty, and the minister’s “office – of ﬁnance” knows it');
    expect(match).toMatchObject({ verdict: 'ALTERED', negationChanged: true });
    expect(match.similarity).toBeGreaterThan(0.9);
    expect(match.diff.filter(({ op }) => op !== 'EQUAL')).toEqual([
      { op: 'DELETE', text: expect.stringMatching(/^ ?not ?$/) },
    ]);
  });

  test('that begins after a negation is exact, and flagged', async () => {
    expect(await matchOf('sign the treaty, and the minister’s office')).toMatchObject({
      verdict: 'EXACT',
      negationChanged: true,
    });
  });

  test('with other words is altered, and not flagged where its negation is another word', async () => {
    const match = await matchOf('We won’t sign this treaty and the minister’s office of finance knows it');
    expect(match).toMatchObject({ verdict: 'ALTERED', recorded: QUOTE, negationChanged: false });
    const added = await matchOf('they would never sign the treaty soon');
    expect(added).toMatchObject({ verdict: 'ALTERED', negationChanged: true });
  });

  test('out of the midst of a long one is found there, the shorter statement first', async () => {
    const part = 'the bridges of Norland are crumbling';
    const exact = await check(part);
    expect(exact.verdict).toBe('EXACT');
    expect(exact.matches.map(({ recorded }) => recorded)).toEqual([
      LONG.trim(),
      'bridges of Norland are crumbling',
    ]);
    expect(
      (await check('bridges of Norland are crumbling')).matches.map(({ similarity }) => similarity),
    ).toEqual([1, 1]);
    const altered = await matchOf('The bridges of Norland are crumbling slower than we repair them');
    expect(altered).toMatchObject({ verdict: 'ALTERED', recorded: LONG.trim() });
    expect(altered.similarity).toBeGreaterThan(0.8);
  });

  test.each([
    '',
    '…',
    '“”',
    'Something else entirely was said here',
    'the',
    'and the it',
    'sign'.repeat(200),
  ])('is looked for, whatever it is (%#)', async (text) => {
    const { verdict, matches } = await check(text);
    if (text === 'the') expect(verdict).toBe('EXACT');
    else expect({ verdict, matches }).toEqual({ verdict: 'NOT_FOUND', matches: [] });
  });

  test('that is withdrawn is not found', async () => {
    await withdraw(db, 'they would sign the treaty soon', '2024-07-01T00:00:00.000Z');
    expect((await check('they would sign the treaty soon')).verdict).toBe('ALTERED');
    await withdraw(db, 'they would sign the treaty soon', null);
    expect((await check('they would sign the treaty soon')).verdict).toBe('EXACT');
  });

  test('gives as many matches as asked for', async () => {
    expect((await check('the', 1)).matches).toHaveLength(1);
    expect(await check('the', 0)).toMatchObject({ verdict: 'EXACT', matches: [] });
    expect(await failureCode(db, FIND, { text: 'a', first: 101 })).toBe('LIMIT_EXCEEDED');
    expect(await failureCode(db, FIND, { text: 'a', first: -1 })).toBe('INVALID_INPUT');
    expect(await failureCode(db, FIND, { text: '𐐨'.repeat(5_001) })).toBe('LIMIT_EXCEEDED');
  });

  test('costs as many calls whatever is found', async () => {
    const { calls } = await callsOf(db, FIND, { text: 'the' });
    expect(calls).toEqual({
      'search.quote': 1,
      'search.likeQuote': 1,
      'search.statementWords': 1,
      'statement.byId': 1,
      'article.byId': 1,
    });
  });

  test('is rebuilt by the comparison, and so is what is recorded, whatever is pasted', async () => {
    const words = QUOTE.split(' ');
    const pasted = fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: fc.nat(words.length - 1).map((at) => words.slice(at, at + 4).join(' ')) },
          fc.string({ unit: 'grapheme', maxLength: 6 }),
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom('not', '"', '’', 'never', '\n', '…'),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(pasted, async (text) => {
        for (const match of (await check(text)).matches) {
          expect(without(match, 'INSERT')).toBe(match.recorded);
          expect(without(match, 'DELETE')).toBe(text);
          expect(match.similarity).toBeGreaterThanOrEqual(0.6);
          expect(match.similarity).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs(200, 40) },
    );
  });
});
