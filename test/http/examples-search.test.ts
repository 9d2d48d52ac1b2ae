import { expect, test } from 'vitest';
import { describeEngines } from '../support/engines.ts';
import { askingBundled, SEARCHING } from './examples.ts';

const DZHABAROV = { speakers: [{ name: 'Vladimir Dzhabarov' }] };

describeEngines('the examples that search in the bundled article', (open) => {
  const { ask, asked } = askingBundled(open);

  test('DidAnyoneSayIt: the senator did; one lost its "not", and one nobody said', async () => {
    const { asPrinted, changed, madeUp } =
      await ask<Record<'asPrinted' | 'changed' | 'madeUp', object>>('DidAnyoneSayIt');
    const statement = { saidBy: DZHABAROV, kind: 'DIRECT', article: { publishedAt: '2021-03-22' } };
    expect(asPrinted).toMatchObject({
      verdict: 'EXACT',
      matches: [{ similarity: 1, negationChanged: false, statement }],
    });
    expect(changed).toMatchObject({
      verdict: 'ALTERED',
      matches: [
        {
          negationChanged: true,
          statement,
          diff: expect.arrayContaining([{ op: 'DELETE', text: expect.stringMatching(/^ ?not ?$/) }]),
        },
      ],
    });
    expect(madeUp).toEqual({ verdict: 'NOT_FOUND', matches: [] });
  });

  test('SearchByWords: the article, which has them twice, and the statement', async () => {
    interface Hit {
      readonly score: number;
      readonly node: { readonly __typename: string };
      readonly highlights: readonly { readonly snippet: string }[];
    }
    const { search } = await ask<{ search: { nodes: readonly Hit[]; pageInfo: object } }>('SearchByWords');
    const types = search.nodes.map(({ node }) => node.__typename);
    expect(types).toEqual(['Article', 'Statement']);
    expect(search.nodes[1]).toMatchObject({
      node: { saidBy: DZHABAROV, content: expect.stringContaining('leading nuclear powers') },
    });
    for (const { highlights } of search.nodes) {
      for (const { snippet } of highlights) expect(snippet).toMatch(/nuclear pow/);
    }
    expect(search.pageInfo).toMatchObject({ hasNextPage: false });
  });

  test('none is without a test above', () => {
    expect([...asked]).toEqual(SEARCHING);
  });
});
