import { Kind, parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { EXAMPLES } from '../../src/http/examples.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { openBundled, queryOf, SEARCHING } from './example-answers.ts';

interface Named {
  readonly name: string;
}
interface Saying {
  readonly saidBy: { readonly speakers: readonly Named[]; readonly speakingAs?: Named | null };
  readonly content: string | null;
}
interface Nodes<T> {
  readonly nodes: readonly T[];
}
interface Counted {
  readonly totalCount: number;
}
interface Span {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

const named = (name: string): Named => ({ name });
/** A stretch of the text as the API has it; the words must have no character beyond one UTF-16 unit. */
const spanOf = (exact: string, start: number): Span => ({ exact, start, end: start + exact.length });
const names = (entities: readonly Named[]): string => entities.map(({ name }) => name).join(', ');
const speakers = ({ saidBy }: Pick<Saying, 'saidBy'>): string => names(saidBy.speakers);

describe('the examples', () => {
  test('have names of their own', () => {
    expect(new Set(EXAMPLES.map(({ name }) => name)).size).toBe(EXAMPLES.length);
  });

  test.each(EXAMPLES)('$name is one valid operation of that name, under a comment', ({ name, query }) => {
    expect(name).toMatch(/^(?:[A-Z][a-z]+)+$/);
    expect(query).toMatch(/^# [A-Z].*[.?]\nquery /);
    expect(query).toMatch(/[^\n]\n$/);
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toMatchObject([{ operation: 'query', name: { value: name } }]);
  });
});

describeEngines('the examples on the bundled article', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await openBundled(open);
  });

  const asked = new Set<string>();
  function ask<T>(name: string): Promise<T> {
    asked.add(name);
    return answer<T>(db, queryOf(name));
  }

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

  test('WhoSpeaksAboutWhom: the totals of each speaker', async () => {
    const columns = ['all', 'quoted', 'aboutPutin', 'aboutBiden', 'aboutRussia', 'aboutTheUS'] as const;
    type Row = Named & Record<(typeof columns)[number], Counted>;
    const { entities } = await ask<{ entities: Nodes<Row> }>('WhoSpeaksAboutWhom');
    const lines = entities.nodes
      .map((row) => [row.all, row.quoted, row.aboutPutin, row.aboutBiden, row.aboutRussia, row.aboutTheUS])
      .map((counts, index) => [entities.nodes[index]?.name, ...counts.map(({ totalCount }) => totalCount)]);
    expect(lines).toEqual([
      ['Afghanistan', 0, 0, 0, 0, 0, 0],
      ['Anatoly Antonov', 0, 0, 0, 0, 0, 0],
      ['Iran', 0, 0, 0, 0, 0, 0],
      ['Joe Biden', 2, 0, 1, 1, 0, 0],
      ['North Korea', 0, 0, 0, 0, 0, 0],
      ['politicians and experts', 1, 0, 1, 1, 1, 1],
      ['Richard Weitz', 4, 0, 2, 2, 2, 3],
      ['Russia', 0, 0, 0, 0, 0, 0],
      ['United States', 1, 0, 0, 0, 1, 1],
      ['Vladimir Dzhabarov', 5, 1, 2, 3, 2, 2],
      ['Vladimir Putin', 3, 0, 3, 3, 0, 0],
    ]);
  });

  test('WhoHeldWhichOffice: five holders on the day of the article, and none that nobody attests', async () => {
    interface Office extends Named {
      readonly of: Named;
      readonly onTheDay: readonly { readonly holder: Named; readonly relation: object }[];
      readonly aYearLater: readonly object[];
    }
    const { entities } = await ask<{ entities: Nodes<Office> }>('WhoHeldWhichOffice');
    const held = entities.nodes.map(({ name, onTheDay }) => [
      name,
      names(onTheDay.map(({ holder }) => holder)),
    ]);
    expect(held).toEqual([
      ['Ambassador of Russia to the United States', 'Anatoly Antonov'],
      ['First Deputy Chairman of the Federation Council Committee on Foreign Affairs', 'Vladimir Dzhabarov'],
      ['President of Russia', 'Vladimir Putin'],
      ['President of the United States', 'Joe Biden'],
      ['Senior Fellow at the Hudson Institute', 'Richard Weitz'],
    ]);
    const attested = { attestedFrom: '2021-03-22', attestedUntil: '2021-03-22' };
    for (const { onTheDay, aYearLater } of entities.nodes) {
      expect(onTheDay).toMatchObject([{ relation: attested }]);
      expect(aYearLater).toEqual([]);
    }
  });

  test('CityOrState: where each capital is the city, and where its name is the state', async () => {
    const { moscow, washington } = await ask<Record<'moscow' | 'washington', object>>('CityOrState');
    const silent = { totalCount: 0 };
    const standsFor = (name: string) => ({ entities: [named(name)] });
    expect(moscow).toMatchObject({
      name: 'Moscow',
      asTheCity: { totalCount: 2, nodes: [spanOf('Moscow', 592), spanOf('Moscow', 2415)] },
      asTheState: { totalCount: 1, nodes: [{ ...spanOf('Moscow', 733), ...standsFor('Russia') }] },
      statements: silent,
      country: { name: 'Russia', statements: silent },
    });
    const interest = {
      content: expect.stringMatching(/^considerable interest in dialogue with Russia/),
      within: { saidBy: { speakers: [named('Richard Weitz')] } },
    };
    expect(washington).toMatchObject({
      name: 'Washington, D.C.',
      asTheCity: { totalCount: 1, nodes: [spanOf('Washington', 604)] },
      asTheState: {
        totalCount: 2,
        nodes: [744, 1708].map((start) => ({
          ...spanOf('Washington', start),
          ...standsFor('United States'),
        })),
      },
      statements: silent,
      country: { name: 'United States', statements: { totalCount: 1, nodes: [interest] } },
    });
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
    const again = await answer<Answer>(db, query);
    expect(again.statements.nodes).toEqual([]);
  });

  test('AntonovsOffices: ambassador to the United States, recalled from Washington to Moscow', async () => {
    const { entity } = await ask<{ entity: Named & { positions: object; relations: object } }>(
      'AntonovsOffices',
    );
    expect(entity.name).toBe('Anatoly Antonov');
    const office = 'Ambassador of Russia to the United States';
    expect(entity.positions).toEqual([
      {
        position: { name: office, of: named('Russia'), accreditedTo: named('United States') },
        from: null,
        until: null,
        relation: { evidence: [spanOf('Russian Ambassador to the US Anatoly Antonov', 528)] },
      },
    ]);
    const recall = (type: string, to: string, exact: string) => {
      return { type, to: named(to), evidence: [spanOf(exact, 557)], claimedIn: [] };
    };
    const words = 'Anatoly Antonov was called back to Moscow';
    expect(entity.relations).toEqual({
      nodes: [
        recall('RECALLED_FROM', 'Washington, D.C.', `${words} from Washington`),
        recall('RECALLED_TO', 'Moscow', words),
      ],
    });
  });

  test('TreatyAndItsParties: both presidents, and Weitz in other words only', async () => {
    const prolonged = {
      saidBy: { speakers: [named('Richard Weitz')], speakingAs: { of: named('Hudson Institute') } },
      content: expect.stringContaining('has already been prolonged'),
      addressee: { entities: [named('Izvestia')] },
    };
    const { entity } = await ask<{ entity: object }>('TreatyAndItsParties');
    expect(entity).toMatchObject({
      name: 'New Strategic Arms Reduction Treaty',
      aliases: ['New START'],
      parties: [
        { name: 'Russia', headsOfState: [named('Vladimir Putin')] },
        { name: 'United States', headsOfState: [named('Joe Biden')] },
      ],
      quoted: { totalCount: 0, nodes: [] },
      paraphrased: { totalCount: 1, nodes: [prolonged] },
    });
  });

  test('FromSenatorToTreaty: over the committee and over the chamber to Weitz', async () => {
    const fellow = named('Senior Fellow at the Hudson Institute');
    const prolonged = {
      saidBy: { speakers: [named('Richard Weitz')], speakingAs: fellow },
      content: expect.stringContaining('New START'),
    };
    const treaty = {
      name: 'New Strategic Arms Reduction Treaty',
      parties: [named('Russia'), named('United States')],
      statementsAbout: { nodes: [prolonged] },
    };
    const seat = (name: string, partOf: string) =>
      expect.objectContaining({
        type: 'MEMBER_OF',
        to: { name, partOf: named(partOf), country: { name: 'Russia', treaties: [treaty] } },
      });
    const { entity } = await ask<{ entity: Named & { relations: Nodes<object> } }>('FromSenatorToTreaty');
    expect(entity.name).toBe('Vladimir Dzhabarov');
    expect(entity.relations.nodes).toHaveLength(2);
    expect(entity.relations.nodes).toEqual(
      expect.arrayContaining([
        seat('Federation Council Committee on Foreign Affairs', 'Federation Council'),
        seat('Federation Council', 'Federal Assembly of Russia'),
      ]),
    );
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

  test('none is without a test above, or in the other file', () => {
    const others = EXAMPLES.map(({ name }) => name).filter((name) => !SEARCHING.includes(name));
    expect([...asked]).toEqual(others);
  });
});
