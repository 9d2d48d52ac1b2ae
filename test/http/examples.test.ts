import { expect, test } from 'vitest';
import { EXAMPLES } from '../../src/http/examples.ts';
import { describeEngines } from '../support/engines.ts';
import {
  askingBundled,
  type Counted,
  type Named,
  type Nodes,
  named,
  names,
  OF_THE_WORLD,
  queryOf,
  type Saying,
  SEARCHING,
  type Span,
  speakers,
} from './examples.ts';

describeEngines('the examples on the bundled article', (open) => {
  const { answer, ask, asked } = askingBundled(open);

  test('AboutBiden: who spoke, in which office, under which words, and to whom', async () => {
    interface Row extends Saying {
      readonly saidBy: Saying['saidBy'] & {
        readonly mention: { readonly exact: string; readonly antecedent: { readonly exact: string } | null };
      };
      readonly kind: string;
      readonly quote: string | null;
      readonly addressee: {
        readonly state: string;
        readonly text: string | null;
        readonly carried: boolean;
        readonly entities: readonly Named[];
      };
      readonly article: object;
    }
    const { statements } = await ask<{ statements: Counted & Nodes<Row> }>('AboutBiden');
    const lines = statements.nodes.map((row) => {
      const { mention, speakingAs } = row.saidBy;
      const { state, text, carried, entities } = row.addressee;
      const words = mention.antecedent ? `${mention.exact} < ${mention.antecedent.exact}` : mention.exact;
      const to = state === 'KNOWN' ? `${names(entities)} "${text}"${carried ? '*' : ''}` : state;
      return `${speakers(row)} (${words}) as ${speakingAs?.name ?? '-'}, ${row.kind}, to ${to}`;
    });
    const senator = 'First Deputy Chairman of the Federation Council Committee on Foreign Affairs';
    const fellow = 'Senior Fellow at the Hudson Institute';
    const us = 'President of the United States';
    const wanted = [
      'politicians and experts (politicians and experts) as -, INDIRECT, to Izvestia "Izvestia"',
      `Vladimir Dzhabarov (A Russian senator) as ${senator}, INDIRECT, to Izvestia "the paper"`,
      'Vladimir Putin (Vladimir Putin) as President of Russia, INDIRECT, to Joe Biden "Joe Biden"',
      'Vladimir Putin (Putin) as President of Russia, INDIRECT, to Joe Biden "the US president"',
      `Joe Biden (he < the US president) as ${us}, INDIRECT, to UNKNOWN`,
      'Vladimir Putin (The Russian leader < the Russian leader) as President of Russia, INDIRECT, to Joe Biden "the US president"*',
      `Vladimir Dzhabarov (the lawmaker < the senator) as ${senator}, INDIRECT, to Izvestia "Izvestia"*`,
      `Vladimir Dzhabarov (Dzhabarov) as ${senator}, DIRECT, to Izvestia "Izvestia"*`,
      `Richard Weitz (Richard Weitz) as ${fellow}, INDIRECT, to Izvestia "Izvestia"`,
      `Richard Weitz (the expert < a senior fellow at the Hudson Institute) as ${fellow}, INDIRECT, to Izvestia "Izvestia"*`,
    ];
    // Two begin at the same place.
    expect(lines.toSorted()).toEqual(wanted.toSorted());
    expect(statements.totalCount).toBe(wanted.length);
    const publisher = { title: null, publishedAt: '2021-03-22', outlet: null };
    for (const { article } of statements.nodes) expect(article).toEqual(publisher);
    for (const { kind, quote } of statements.nodes) expect(quote !== null).toBe(kind === 'DIRECT');
  });

  test('ToldToIzvestia: ten statements of three sources', async () => {
    interface Row extends Saying {
      readonly addressee: { readonly text: string; readonly carried: boolean };
    }
    const { entity } = await ask<{ entity: Named & { statementsReceived: Counted & Nodes<Row> } }>(
      'ToldToIzvestia',
    );
    expect(entity.name).toBe('Izvestia');
    expect(entity.statementsReceived.totalCount).toBe(10);
    const rows = entity.statementsReceived.nodes.map(
      (row) => `${speakers(row)}: ${row.addressee.text}${row.addressee.carried ? '*' : ''}`,
    );
    expect(rows).toEqual([
      'politicians and experts: Izvestia',
      'Vladimir Dzhabarov: the paper',
      'Vladimir Dzhabarov: Izvestia',
      ...Array<string>(3).fill('Vladimir Dzhabarov: Izvestia*'),
      'Richard Weitz: Izvestia',
      ...Array<string>(3).fill('Richard Weitz: Izvestia*'),
    ]);
  });

  test('ExactWords: one quotation, and apart from it two paraphrases', async () => {
    const { quoted, paraphrased } = await ask<Record<'quoted' | 'paraphrased', Nodes<object>>>('ExactWords');
    expect(quoted.nodes).toMatchObject([
      {
        kind: 'DIRECT',
        acts: ['PREDICT', 'CRITICIZE', 'ASK', 'DEMAND'],
        quote: expect.stringMatching(/^Biden will never repeat .* issues publicly,$/),
        evidence: [
          { order: 0, exact: expect.stringMatching(/^Biden will/), start: 1189, end: 1597, verdict: 'EXACT' },
        ],
      },
    ]);
    expect(paraphrased.nodes).toMatchObject([
      { kind: 'INDIRECT', content: expect.stringContaining('livestream'), evidence: [{ start: 237 }] },
      { kind: 'INDIRECT', content: expect.stringContaining('honest'), evidence: [{ start: 1041 }] },
    ]);
  });

  test('SaidThatPutinSaid: each chain from the senator to Putin, and none that the article itself reports', async () => {
    interface Hop extends Saying {
      readonly saidBy: Saying['saidBy'] & { readonly cue: string };
      readonly addressee: { readonly entities: readonly Named[] };
      readonly evidence: readonly (Span & { readonly role: string })[];
    }
    const { statements } = await ask<{ statements: Nodes<{ chain: readonly Hop[] }> }>('SaidThatPutinSaid');
    const hops = statements.nodes.map(({ chain }) =>
      chain.map((hop) => `${speakers(hop)} ${hop.saidBy.cue} ${names(hop.addressee.entities)}`),
    );
    expect(hops).toEqual([
      ['Vladimir Dzhabarov told Izvestia', 'Vladimir Putin challenge Joe Biden'],
      ['Vladimir Dzhabarov pointed out Izvestia', 'Vladimir Putin proposed Joe Biden'],
    ]);
    for (const { chain } of statements.nodes) {
      const [outer, inner] = chain.map(({ evidence }) => evidence.find(({ role }) => role === 'CONTENT'));
      expect(outer?.start).toBeLessThanOrEqual(inner?.start ?? -1);
      expect(outer?.end).toBeGreaterThanOrEqual(inner?.end ?? Number.POSITIVE_INFINITY);
    }
  });

  test("InOrderOfTime: Biden's silence about the offer, and his assurance", async () => {
    const { entity } = await ask<{ entity: { statements: Nodes<object> } }>('InOrderOfTime');
    // Both are of one day.
    expect(entity.statements.nodes).toHaveLength(2);
    const offer = {
      saidBy: { speakers: [{ name: 'Vladimir Putin' }] },
      acts: ['PROPOSE'],
      content: 'to hold open talks',
    };
    const promise = 'that he would contact the Russian leader in the future';
    const day = { saidAt: null, publishedAt: '2021-03-22' };
    expect(entity.statements.nodes).toEqual(
      expect.arrayContaining([
        { ...day, acts: ['NO_RESPONSE'], content: null, aboutStatements: [offer] },
        { ...day, acts: ['PROMISE'], content: promise, aboutStatements: [] },
      ]),
    );
  });

  test('WhoSpeaksAboutWhom: the matrix with its totals, an unnamed source among the speakers, and what is quoted', async () => {
    interface Line {
      readonly entity: Named & { readonly __typename: string };
      readonly count: number;
    }
    interface Cell {
      readonly row: Named;
      readonly column: Named;
      readonly count: number;
      readonly statements: Counted & Nodes<object>;
    }
    interface Data {
      readonly quoteMatrix: {
        readonly rows: readonly Line[];
        readonly columns: readonly Line[];
        readonly cells: readonly Cell[];
        readonly truncated: boolean;
      };
      readonly statementFacets: readonly object[];
    }
    const { quoteMatrix, statementFacets } = await ask<Data>('WhoSpeaksAboutWhom');
    const { rows, columns, cells, truncated } = quoteMatrix;
    const counts = (lines: readonly Line[]) =>
      Object.fromEntries(lines.map(({ entity, count }) => [entity.name, count]));
    expect(counts(columns)).toEqual({
      'Joe Biden': 10,
      'Vladimir Putin': 9,
      'United States': 7,
      Russia: 6,
      [columns.at(-1)?.entity.name ?? '']: 1,
    });
    expect(counts(rows)).toEqual({
      'Vladimir Dzhabarov': 5,
      'Richard Weitz': 4,
      'Vladimir Putin': 3,
      'Joe Biden': 2,
      'United States': 1,
      'politicians and experts': 1,
    });
    const unnamed = rows.filter(({ entity }) => entity.__typename === 'UnnamedSource');
    expect(unnamed).toMatchObject([{ entity: named('politicians and experts') }]);
    // Iran or North Korea is one column too many.
    expect(truncated).toBe(true);
    const table = ['Joe Biden', 'Vladimir Putin', 'United States', 'Russia'].map((column) =>
      ['Vladimir Dzhabarov', 'Richard Weitz', 'Vladimir Putin', 'politicians and experts'].map(
        (row) => cells.find((cell) => cell.row.name === row && cell.column.name === column)?.count ?? 0,
      ),
    );
    expect(table).toEqual([
      [3, 2, 3, 1],
      [2, 2, 3, 1],
      [2, 3, 0, 1],
      [2, 2, 0, 1],
    ]);
    for (const { count, statements } of cells) {
      expect(statements.totalCount).toBe(count);
      expect(statements.nodes).toHaveLength(1);
    }
    const whole = { other: 0, total: 16 };
    expect(statementFacets).toMatchObject([
      {
        ...whole,
        by: 'KIND',
        buckets: [
          { value: 'INDIRECT', entity: null, count: 15 },
          { value: 'DIRECT', entity: null, count: 1 },
        ],
        missing: 0,
      },
      { ...whole, by: 'MONTH', buckets: [{ value: '2021-03', count: 16 }], missing: 0 },
      {
        ...whole,
        by: 'ADDRESSEE',
        buckets: [
          { entity: named('Izvestia'), count: 10 },
          { entity: named('Joe Biden'), count: 3 },
        ],
        missing: 3,
      },
    ]);
  });

  test('MostWordsAboutBiden: as many words as the contents have, and parts of all of them', async () => {
    interface Bucket {
      readonly entity: Named;
      readonly count: number;
      readonly share: number;
      readonly words: number;
      readonly wordShare: number;
    }
    interface Facet {
      readonly by: string;
      readonly buckets: readonly Bucket[];
      readonly missing: number;
      readonly total: number;
      readonly words: number;
    }
    const { statementFacets } = await ask<{ statementFacets: readonly Facet[] }>('MostWordsAboutBiden');
    const { statements } = await answer<{ statements: Nodes<Saying> }>(
      '{ statements(where: {about: [{name: "Biden"}]}, first: 100) { nodes { content saidBy { speakers { name } speakingAs { name } } } } }',
    );
    const wordsOf = (said: readonly Saying[]) =>
      said.flatMap(({ content }) => content?.match(/[\p{L}\p{N}]+/gu) ?? []).length;
    const [total, words] = [statements.nodes.length, wordsOf(statements.nodes)];
    expect(statementFacets.map(({ by }) => by)).toEqual(['SPEAKER', 'POSITION', 'OUTLET', 'MONTH']);
    for (const facet of statementFacets) expect(facet).toMatchObject({ total, words });
    const [bySpeaker, byOffice] = statementFacets;
    const expectBuckets = (facet: Facet | undefined, namesIn: (said: Saying) => string[]) => {
      expect(facet?.buckets.length).toBeGreaterThan(1);
      for (const { entity, ...amounts } of facet?.buckets ?? []) {
        const said = statements.nodes.filter((each) => namesIn(each).includes(entity.name));
        const [count, own] = [said.length, wordsOf(said)];
        expect(amounts).toMatchObject({ count, share: count / total, words: own, wordShare: own / words });
      }
    };
    expectBuckets(bySpeaker, ({ saidBy }) => saidBy.speakers.map(({ name }) => name));
    expectBuckets(byOffice, ({ saidBy }) => (saidBy.speakingAs == null ? [] : [saidBy.speakingAs.name]));
  });

  test('NewAboutBiden: all at first, and nothing when asked again from the last cursor', async () => {
    interface Answer {
      readonly statements: Nodes<object> & { readonly pageInfo: { readonly endCursor: string | null } };
    }
    const { statements } = await ask<Answer>('NewAboutBiden');
    expect(statements.nodes).toHaveLength(10);
    const query = queryOf('NewAboutBiden').replace(
      'first: 100',
      `after: ${JSON.stringify(statements.pageInfo.endCursor)}, $&`,
    );
    const again = await answer<Answer>(query);
    expect(again.statements.nodes).toEqual([]);
  });

  test('MarkedPlaces: the offsets cut the very words out of the text', async () => {
    interface Place extends Span {
      readonly role: string;
      readonly startUtf16: number;
      readonly endUtf16: number;
      readonly verdict: string;
    }
    interface Marked {
      readonly text: string;
      readonly statements: Nodes<Saying & { readonly evidence: readonly Place[] }>;
    }
    const { articles } = await ask<{ articles: Nodes<Marked> }>('MarkedPlaces');
    const [{ text, statements } = { text: '', statements: { nodes: [] } }] = articles.nodes;
    const points = [...text];
    const places = statements.nodes.flatMap(({ evidence }) => evidence);
    for (const { exact, start, end, startUtf16, endUtf16, verdict } of places) {
      expect(points.slice(start, end).join('')).toBe(exact);
      expect(text.slice(startUtf16, endUtf16)).toBe(exact);
      expect(verdict).toBe('EXACT');
    }
    const count = (role: string) => places.filter((place) => place.role === role).length;
    expect(statements.nodes).toHaveLength(16);
    // One had nothing to say, and three have no addressee.
    expect([count('SOURCE'), count('CUE'), count('CONTENT'), count('ADDRESSEE')]).toEqual([16, 16, 15, 13]);
  });

  test('none is without a test above, or in the other files', () => {
    const elsewhere = [...OF_THE_WORLD, ...SEARCHING];
    expect([...asked]).toEqual(EXAMPLES.map(({ name }) => name).filter((name) => !elsewhere.includes(name)));
  });
});
