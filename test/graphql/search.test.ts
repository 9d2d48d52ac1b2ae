import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { type DocumentSpec, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, callsOf, failureCode, runs } from '../support/graphql.ts';
import { withdraw } from '../support/withdraw.ts';

const TEXT =
  'President Zelenskyy met Zoë Café. “Biden’s offer is no offer at all,” said Zoë Café. She said that the U.S. offer came late. ' +
  'Volodymyr said: the offer, the offer, the offer! Nobody else spoke.';

const FIRST: DocumentSpec = {
  text: TEXT,
  key: 'first',
  title: 'An offer declined',
  publishedAt: '2024-03-05',
  entities: {
    zelensky: {
      type: 'PERSON',
      name: 'Volodymyr Zelenskyy',
      aliases: ['Zelensky', 'Зеленський', 'Владимир Зеленский'],
      qid: 'Q1',
    },
    zoe: { type: 'PERSON', name: 'Zoë Café', aliases: ['Zoe'] },
    offer: { type: 'TREATY', name: 'Offer' },
    long: { type: 'EVENT', name: 'The day of the offer' },
  },
  statements: {
    no: {
      by: 'zoe',
      source: 'Zoë Café',
      kind: 'DIRECT',
      cue: 'said',
      content: 'Biden’s offer is no offer at all,',
    },
    late: {
      by: 'zoe',
      source: 'She',
      cue: { words: 'said', occurrence: 2 },
      content: 'that the U.S. offer came late',
    },
    three: {
      by: 'zelensky',
      source: 'Volodymyr',
      cue: { words: 'said', occurrence: 3 },
      content: 'the offer, the offer, the offer!',
    },
  },
};

const SECOND = {
  text: 'An old text about a zeppelin. Carl said that the zeppelin flies.',
  key: 'second',
  title: 'Zeppelin',
  entities: { carl: { type: 'PERSON', name: 'Carl' } },
  statements: { flies: { by: 'carl', source: 'Carl', cue: 'said', content: 'that the zeppelin flies' } },
} as const;

interface Hit {
  readonly score: number;
  readonly node: {
    readonly id: string;
    readonly name?: string;
    readonly content?: string;
    readonly title?: string;
  };
  readonly highlights: readonly {
    readonly field: string;
    readonly snippet: string;
    readonly start: number;
    readonly end: number;
  }[];
}
interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Hit }[];
  readonly nodes: readonly Hit[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly scanLimited: boolean;
  };
}

const SEARCH = `query ($query: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    edges { cursor node { node { ... on Node { id } } } }
    nodes {
      score
      node { ... on Node { id } ... on Entity { name } ... on Statement { content } ... on Article { title text } }
      highlights { field snippet start end }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor scanLimited }
  }
}`;

describeEngines('a search', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await ingestDocument(db, documentOf(FIRST));
    await ingestDocument(db, documentOf(SECOND));
    // A later run that leaves the statement out, and another text of the article.
    await ingestDocument(
      db,
      documentOf({
        ...SECOND,
        text: 'A new text about a balloon. Carl said that the balloon flies.',
        title: 'Balloon',
        retrievedAt: '2024-06-01T00:00:00Z',
        statements: { flies: { ...SECOND.statements.flies, content: 'that the balloon flies' } },
      }),
    );
  });

  const page = async (query: string, rest: object = {}): Promise<Page> =>
    (await answer<{ search: Page }>(db, SEARCH, { query, ...rest })).search;
  const names = async (query: string, ...types: string[]): Promise<string[]> => {
    const { nodes } = await page(query, types.length > 0 ? { types } : {});
    return nodes.map(({ node }) => node.name ?? node.content ?? node.title ?? '');
  };

  test.each([
    'Zelenskyy',
    'ZELENSKY',
    'Зеленський',
    'зеленськии',
    '"владимир зеленский"',
    'Volodymyr Zelensky',
    'zelen*',
    'зел*',
  ])('for %s finds the person by any spelling', async (query) => {
    expect(await names(query, 'ENTITY')).toEqual(['Volodymyr Zelenskyy']);
  });

  test('folds diacritics, case, marks and width', async () => {
    for (const query of ['zoe cafe', 'ZOË', 'Café', 'Ｃａｆｅ', 'Zoe\u0308']) {
      expect(await names(query, 'ENTITY'), query).toEqual(['Zoë Café']);
    }
  });

  test('finds Biden in "Biden’s", and "U.S." in "U.S." only', async () => {
    const said = 'Biden’s offer is no offer at all,';
    for (const query of ['Biden', "Biden's", '“no offer at all”', 'all offer', 'off* bid*', '"no off*"']) {
      expect(await names(query, 'STATEMENT'), query).toEqual([said]);
    }
    expect(await names('U.S.', 'STATEMENT')).toEqual(['that the U.S. offer came late']);
    for (const query of ['US', '"offer no offer"', 'Bide', '"offer biden"', 'zeb*']) {
      expect(await names(query, 'STATEMENT'), query).toEqual([]);
    }
  });

  test('puts first what is nothing else, then what has it most for its length', async () => {
    expect((await names('offer'))[0]).toBe('Offer');
    expect(await names('the offer', 'ENTITY')).toEqual(['The day of the offer']);
    expect((await names('the offer', 'STATEMENT'))[0]).toBe('the offer, the offer, the offer!');
    const { nodes } = await page('offer');
    const scores = nodes.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  test('runs no phrase from one name into the next, nor from the title into the text', async () => {
    expect(await names('"zelensky зеленський"')).toEqual([]);
    expect(await names('"declined president"')).toEqual([]);
    expect(await names('declined president')).toEqual(['An offer declined']);
  });

  test('finds what stands now: not an earlier text, nor what is withdrawn', async () => {
    expect(await names('zeppelin')).toEqual([]);
    expect((await names('balloon')).toSorted()).toEqual(['Balloon', 'that the balloon flies']);
    await withdraw(db, 'that the balloon flies', '2024-07-01T00:00:00.000Z');
    expect(await names('balloon')).toEqual(['Balloon']);
    await withdraw(db, 'that the balloon flies', null);
    expect(await names('balloon', 'STATEMENT')).toHaveLength(1);
  });

  test('shows where: code points of the field, and the words around', async () => {
    const [hit] = (await page('"no offer" biden', { types: ['STATEMENT'] })).nodes;
    expect(hit?.highlights).toEqual([
      { field: 'content', snippet: hit?.node.content, start: 0, end: 5 },
      { field: 'content', snippet: hit?.node.content, start: 17, end: 25 },
    ]);
    const [person] = (await page('зел*')).nodes;
    expect(person?.highlights).toEqual([
      { field: 'aliases', snippet: 'Владимир Зеленский', start: 9, end: 18 },
      { field: 'aliases', snippet: 'Зеленський', start: 0, end: 10 },
    ]);
    const [article] = (await page('offer', { types: ['ARTICLE'] })).nodes;
    const fields = { title: 'An offer declined', text: TEXT };
    expect(article?.highlights).toHaveLength(4);
    for (const { field, snippet, start, end } of article?.highlights ?? []) {
      const text = fields[field as 'title' | 'text'];
      expect([...text].slice(start, end).join('')).toMatch(/^offer$/i);
      expect(text).toContain(snippet);
      expect(snippet).toMatch(/offer/i);
    }
  });

  test('takes pages by cursor, which are good for the same search only', async () => {
    const all = await page('offer');
    const seen: string[] = [];
    let after: string | null = null;
    for (let rest = true; rest; ) {
      const next: Page = await page(' OFFER ', { first: 2, after });
      seen.push(...next.edges.map(({ node }) => node.node.id));
      expect(next.pageInfo.hasPreviousPage).toBe(after !== null);
      rest = next.pageInfo.hasNextPage;
      after = next.pageInfo.endCursor;
    }
    expect(seen).toEqual(all.edges.map(({ node }) => node.node.id));
    expect(seen.length).toBeGreaterThan(5);
    expect(await page('offer', { first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
    expect(await failureCode(db, SEARCH, { query: 'offers', after })).toBe('INVALID_CURSOR');
    expect(await failureCode(db, SEARCH, { query: 'offer', types: ['ENTITY'], after })).toBe(
      'INVALID_CURSOR',
    );
  });

  test.each<[object, string]>([
    [{ query: 'a', types: [] }, 'INVALID_INPUT'],
    [{ query: 'a', first: -1 }, 'INVALID_INPUT'],
    [{ query: 'a', first: 101 }, 'LIMIT_EXCEEDED'],
    [{ query: 'a', after: 'x' }, 'INVALID_CURSOR'],
    [{ query: 'a '.repeat(51) }, 'LIMIT_EXCEEDED'],
    [{ query: '𐐨'.repeat(1_001) }, 'LIMIT_EXCEEDED'],
  ])('refuses what cannot be a search (%#)', async (variables, code) => {
    expect(await failureCode(db, SEARCH, { ...variables })).toBe(code);
  });

  test.each(['', ' ', '*', '""', '+-&&||!(){}[]^"~*?:\\/', '…', 'nothing*', '\u0000', '𐐨'.repeat(1_000)])(
    'finds nothing for no words, or for none that are there (%#)',
    async (query) => {
      expect(await page(query)).toMatchObject({
        edges: [],
        pageInfo: { hasNextPage: false, scanLimited: false },
      });
    },
  );

  test('takes any text', async () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        'offer',
        'AND',
        'OR',
        'NOT',
        '"',
        '*',
        '~',
        'name:',
        '\\',
        '(',
        '^2',
        'zel*',
        '“',
        '/',
        'TO',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(texts, async (query) => {
        const { nodes } = await page(query);
        for (const { highlights } of nodes) expect(highlights).not.toEqual([]);
      }),
      { numRuns: runs(300, 60) },
    );
  });

  test('costs as many calls whatever it finds', async () => {
    const few = await callsOf(db, SEARCH, {
      query: 'o*',
      first: 1,
      types: ['ARTICLE', 'STATEMENT', 'ENTITY'],
    });
    const many = await callsOf(db, SEARCH, { query: 'o*', first: 100 });
    expect(Math.max(...Object.values(many.calls))).toBe(1);
    expect(Object.keys(many.calls)).toEqual(expect.arrayContaining(Object.keys(few.calls)));
    expect(Object.keys(many.calls).length).toBeLessThanOrEqual(11);
  });
});

describeEngines('a search for common words', (open) => {
  test('says that it did not look at all', async () => {
    const db = await open();
    const name = (at: number) => `Common ${at}`;
    const entities = Object.fromEntries(
      Array.from({ length: 520 }, (_, at) => [`e${at}`, { type: 'PLACE' as const, name: name(at) }]),
    );
    await ingestDocument(db, documentOf({ text: 'Common text.', key: 'common', entities }));
    const search = async (query: string) =>
      (await answer<{ search: Page }>(db, SEARCH, { query, first: 1 })).search.pageInfo;
    expect(await search('common')).toMatchObject({ scanLimited: true, hasNextPage: true });
    expect(await search('common 7')).toMatchObject({ scanLimited: false, hasNextPage: false });
    // More words begin so than a prefix may stand for.
    expect(await search('common 1*')).toMatchObject({ scanLimited: true });
    expect(await search('common 51*')).toMatchObject({ scanLimited: false, hasNextPage: true });
  });
});
