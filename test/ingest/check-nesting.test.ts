import { describe, expect, it } from 'vitest';
import { MAX_NESTING } from '../../src/statement/model.ts';
import { at, documentOf, type StatementSpec } from '../support/documents.ts';
import { pointersOf, refusalOf } from './refusals.ts';

/** Far more than it takes on a busy machine, and far less than the square of the text would. */
const TOO_LONG_MS = 20_000;

const TEXT = 'Ann said that Bob said that Cid said that Dan did not respond when asked about it.';
type SpanInput = { start: number; end: number; exact: string };
const C1 = 'that Bob said that Cid said that Dan did not respond when asked about it';
const C2 = 'that Cid said that Dan did not respond when asked about it';
const C3 = 'that Dan did not respond when asked about it';

function nested(statements: Record<string, StatementSpec>) {
  return documentOf({ text: TEXT, statements });
}

describe('statements in statements', () => {
  it('lie inside each other as `within` says', () => {
    const document = nested({
      dan: { acts: ['NO_RESPONSE'], source: 'Dan', cue: 'did not respond', within: 'cid' },
      cid: { content: C3, within: 'bob' },
      bob: { content: C2, within: 'ann' },
      ann: { content: C1 },
    });
    expect(refusalOf(document).problems).toEqual([]);
  });

  it('may lie inside one piece of a content in pieces', () => {
    const ann: StatementSpec = { content: ['Ann said', C2] };
    expect(pointersOf(nested({ ann, cid: { content: C3, within: 'ann' } }))).toEqual([]);
    const across = 'that Bob said that Cid said';
    expect(pointersOf(nested({ ann, bob: { content: across, within: 'ann' } }))).toContain(
      '/statements/1/content/0',
    );
  });

  it('are refused when one lies in another and does not say so', () => {
    expect(refusalOf(nested({ ann: { content: C1 }, bob: { content: C2 } })).problems).toMatchObject([
      { pointer: '/statements/1/content/0', reason: expect.stringContaining('"ann"') },
    ]);
    const skipped = {
      ann: { content: C1 },
      bob: { content: C2, within: 'ann' },
      cid: { content: C3, within: 'ann' },
    };
    expect(pointersOf(nested(skipped))).toEqual(['/statements/2/content/0']);
    expect(pointersOf(nested({ one: { content: C3 }, two: { content: C3 } }))).toEqual([
      '/statements/1/content/0',
    ]);
  });

  it('are refused for a wrong `within` alone, not for what follows from it', () => {
    const ann: StatementSpec = { content: C1 };
    expect(pointersOf(nested({ ann, bob: { content: C2, within: 'nobody' } }))).toEqual([
      '/statements/1/within',
    ]);
    expect(pointersOf(nested({ ann, bob: { content: C2, within: 'bob' } }))).toEqual([
      '/statements/1/within',
    ]);
    const quoted = documentOf({
      text: 'Ann said: “We are ready.”',
      statements: { ann: { kind: 'DIRECT', content: 'We are ready.', within: 'ann' } },
    });
    expect(pointersOf(quoted)).toEqual(['/statements/0/within']);
  });

  it('are refused when they overlap in part', () => {
    const document = nested({ ann: { content: 'that Bob said that Cid' }, bob: { content: C2 } });
    expect(refusalOf(document).problems).toMatchObject([
      { pointer: '/statements/1/content/0', reason: expect.stringContaining('partly overlaps') },
    ]);
    expect(pointersOf(nested({ ann: { content: 'that Bob said ' }, bob: { content: C2 } }))).toEqual([]);
  });

  it('are refused when the inner one lies outside', () => {
    expect(pointersOf(nested({ cid: { content: C3 }, ann: { content: 'Ann said', within: 'cid' } }))).toEqual(
      ['/statements/1/content/0'],
    );
    const silent: StatementSpec = {
      acts: ['NO_RESPONSE'],
      source: 'Ann',
      cue: 'did not respond',
      within: 'cid',
    };
    expect(pointersOf(nested({ cid: { content: C3 }, ann: silent }))).toEqual([
      '/statements/1/source/evidence/0',
    ]);
  });

  it('are refused in nothing, in themselves and in circles', () => {
    expect(pointersOf(nested({ ann: { content: C1, within: 'x' } }))).toEqual(['/statements/0/within']);
    expect(pointersOf(nested({ ann: { content: C1, within: 'ann' } }))).toEqual(['/statements/0/within']);
    const circle = nested({ ann: { content: C1, within: 'bob' }, bob: { content: C2, within: 'ann' } });
    expect(pointersOf(circle)).toEqual(
      expect.arrayContaining(['/statements/0/within', '/statements/1/within']),
    );
  });

  it(`nest ${MAX_NESTING} deep and no deeper`, () => {
    const chain = (length: number) => {
      const text = Array.from({ length }, (_, depth) => `p${depth} said that`)
        .join(' ')
        .concat(' so');
      const statements = Object.fromEntries(
        Array.from({ length }, (_, depth) => [
          `s${depth}`,
          {
            content: text.slice(text.indexOf(`p${depth}`) + `p${depth} said `.length),
            ...(depth > 0 && { within: `s${depth - 1}` }),
          },
        ]),
      );
      return documentOf({ text, statements });
    };
    expect(pointersOf(chain(MAX_NESTING + 1))).toEqual([]);
    expect(pointersOf(chain(MAX_NESTING + 2))).toEqual([`/statements/${MAX_NESTING + 1}/within`]);
  });

  it('have their pieces in order and apart', () => {
    expect(pointersOf(nested({ s: { content: ['Cid said', 'Bob said'] } }))).toEqual([
      '/statements/0/content/1',
    ]);
    expect(pointersOf(nested({ s: { content: ['Bob said that', at('that Cid')] } }))).toEqual([
      '/statements/0/content/1',
    ]);
    expect(pointersOf(nested({ s: { content: ['Bob said', 'Cid said'] } }))).toEqual([]);
  });
});

describe('the check of a large document', () => {
  it('takes time in proportion to it', () => {
    const sentence = (index: number) => `Speaker ${index} said that thing ${index} is “so and so” today.`;
    const text = Array.from({ length: 5_000 }, (_, index) => sentence(index).padEnd(190, ' and on')).join(
      '\n\n',
    );
    let from = 0;
    const statements = Array.from({ length: 5_000 }, (_, index) => {
      const exact = `that thing ${index} is “so and so” today`;
      const start = text.indexOf(exact, from);
      from = start;
      return {
        id: `s${index}`,
        kind: 'MIXED' as const,
        acts: ['ASSERT' as const],
        source: { speakers: [] },
        content: [{ start, end: start + exact.length, exact }],
      };
    });
    const document = { ...documentOf({ text }), statements };
    const began = performance.now();
    expect(pointersOf(document)).toEqual([]);
    const wrong = { ...document, statements: statements.map((each) => ({ ...each, within: 's0' })) };
    expect(pointersOf(wrong).length).toBe(1_000);
    expect(performance.now() - began).toBeLessThan(TOO_LONG_MS);
  });

  it.each<[string, (index: number) => SpanInput]>([
    ['has every piece over the whole text', () => ({ start: 0, end: 400_000, exact: 'a' })],
    [
      'has all pieces overlap',
      (index) => ({ start: index % 2, end: 2 + (index % 2), exact: index % 2 ? 'a”' : '“a' }),
    ],
  ])('that %s does too', (_what, pieceOf) => {
    const statements = Array.from({ length: 2_000 }, (_, index) => ({
      id: `s${index}`,
      kind: 'MIXED' as const,
      acts: ['ASSERT' as const],
      source: { speakers: [] },
      content: Array.from({ length: 50 }, () => pieceOf(index)),
    }));
    const document = { ...documentOf({ text: '“a” '.repeat(100_000) }), statements };
    const began = performance.now();
    expect(pointersOf(document).length).toBe(1_000);
    expect(performance.now() - began).toBeLessThan(TOO_LONG_MS);
  });
});
