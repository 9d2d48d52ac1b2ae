import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureCode } from '../support/graphql.ts';
import { SAMPLE } from '../support/sample.ts';

/** The sample, after a character that UTF-16 writes in two units. */
const TEXT = `😀 ${SAMPLE.text}`;
const RECORDED_AT = '2024-03-06T07:08:09.123Z';

interface Span {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
}

describeEngines('the sample article', (open) => {
  let db: Database;
  let ids: { readonly articleId: string; readonly versionId: string };
  beforeAll(async () => {
    db = await open();
    ids = await ingestDocument(db, documentOf({ ...SAMPLE, text: TEXT }), {
      now: () => new Date(RECORDED_AT),
    });
  });

  /** Its statements in the order of the text: plan, ready, welcome, mistake, silence. */
  async function statements<T>(fields: string): Promise<T[]> {
    const source = `{ article(by: {url: "${SAMPLE.url}"}) { statements { nodes { ${fields} } } } }`;
    return (await answer<{ article: { statements: { nodes: T[] } } }>(db, source)).article.statements.nodes;
  }

  test('statements have their kind, acts and words', async () => {
    expect(await statements('kind acts quote content saidBy { cue } confidence')).toEqual([
      {
        kind: 'INDIRECT',
        acts: ['ASSERT'],
        quote: null,
        content: 'that Oslund would sign the Delta Treaty',
        saidBy: { cue: 'told' },
        confidence: 1,
      },
      {
        kind: 'DIRECT',
        acts: ['ASSERT'],
        quote:
          'We are ready, The talks in Oslund went well, and President Carl Ek told me that he ‘welcomes it’.',
        content:
          'We are ready, The talks in Oslund went well, and President Carl Ek told me that he ‘welcomes it’.',
        saidBy: { cue: 'said' },
        confidence: 1,
      },
      {
        kind: 'MIXED',
        acts: ['ASSERT'],
        quote: 'welcomes it',
        content: 'that he ‘welcomes it’',
        saidBy: { cue: 'told' },
        confidence: 1,
      },
      {
        kind: 'MIXED',
        acts: ['CRITICIZE'],
        quote: 'a mistake',
        content: 'that the treaty was “a mistake”',
        saidBy: { cue: 'said' },
        confidence: 1,
      },
      {
        kind: 'INDIRECT',
        acts: ['NO_RESPONSE'],
        quote: null,
        content: null,
        saidBy: { cue: 'did not respond' },
        confidence: 1,
      },
    ]);
  });

  test('statements have who said them, in what office and for whom', async () => {
    const fields =
      'saidBy { speakers { __typename name } speakingAs { name } onBehalfOf { name } mention { exact kind } }';
    expect(await statements(fields)).toEqual([
      {
        saidBy: {
          speakers: [{ __typename: 'Person', name: 'Anna Berg' }],
          speakingAs: { name: 'Finance Minister' },
          onBehalfOf: { name: 'Norland' },
          mention: { exact: 'Anna Berg', kind: 'NAME' },
        },
      },
      {
        saidBy: {
          speakers: [{ __typename: 'Person', name: 'Anna Berg' }],
          speakingAs: null,
          onBehalfOf: null,
          mention: { exact: 'she', kind: 'PRONOUN' },
        },
      },
      {
        saidBy: {
          speakers: [{ __typename: 'Person', name: 'Carl Ek' }],
          speakingAs: null,
          onBehalfOf: null,
          mention: { exact: 'Carl Ek', kind: 'NAME' },
        },
      },
      {
        saidBy: {
          speakers: [{ __typename: 'UnnamedSource', name: 'Two officials' }],
          speakingAs: null,
          onBehalfOf: null,
          mention: { exact: 'Two officials', kind: 'NOMINAL' },
        },
      },
      {
        saidBy: {
          speakers: [{ __typename: 'Person', name: 'Carl Ek' }],
          speakingAs: null,
          onBehalfOf: null,
          mention: { exact: 'Ek', kind: 'NAME' },
        },
      },
    ]);
  });

  test('statements have whom they were told to', async () => {
    const reporters = { state: 'KNOWN', entities: [{ name: 'reporters' }], text: 'reporters' };
    const nobody = { addressee: { state: 'UNKNOWN', entities: [], text: null, carried: false } };
    expect(await statements('addressee { state entities { name } text carried }')).toEqual([
      { addressee: { ...reporters, carried: false } },
      { addressee: { ...reporters, carried: true } },
      { addressee: { state: 'KNOWN', entities: [{ name: 'Anna Berg' }], text: null, carried: false } },
      nobody,
      nobody,
    ]);
  });

  test('statements have what they are about, and what they stand in', async () => {
    const fields =
      'about { name } aboutStatements { saidAt } nested { quote } within { kind } chain { kind } decisions { id }';
    expect(await statements(fields)).toEqual([
      {
        about: [{ name: 'Norland' }, { name: 'Delta Treaty' }],
        aboutStatements: [],
        nested: [],
        within: null,
        chain: [{ kind: 'INDIRECT' }],
        decisions: [],
      },
      {
        about: [{ name: 'Oslund talks' }],
        aboutStatements: [{ saidAt: '2024-03-04' }],
        nested: [{ quote: 'welcomes it' }],
        within: null,
        chain: [{ kind: 'DIRECT' }],
        decisions: [],
      },
      {
        about: [],
        aboutStatements: [],
        nested: [],
        within: { kind: 'DIRECT' },
        chain: [{ kind: 'DIRECT' }, { kind: 'MIXED' }],
        decisions: [],
      },
      {
        about: [{ name: 'Delta Treaty' }],
        aboutStatements: [],
        nested: [],
        within: null,
        chain: [{ kind: 'MIXED' }],
        decisions: [],
      },
      {
        about: [],
        aboutStatements: [],
        nested: [],
        within: null,
        chain: [{ kind: 'INDIRECT' }],
        decisions: [],
      },
    ]);
  });

  test('statements have their times and where they come from', async () => {
    const fields =
      'saidAt publishedAt recordedAt withdrawnAt article { id } articleVersion { id } extractedBy { tool version startedAt }';
    const alike = {
      publishedAt: '2024-03-05',
      recordedAt: RECORDED_AT,
      withdrawnAt: null,
      article: { id: ids.articleId },
      articleVersion: { id: ids.versionId },
      extractedBy: { tool: 'test', version: '1', startedAt: '2024-01-01T00:00:00.000Z' },
    };
    const saidAt = ['2024-03-04', null, null, null, null];
    expect(await statements(fields)).toEqual(saidAt.map((date) => ({ ...alike, saidAt: date })));
  });

  describe('evidence', () => {
    test('is all words of a statement in the order of the text', async () => {
      const [, ready] = await statements<{ evidence: object[] }>('evidence { role order exact verdict }');
      const verdict = 'EXACT';
      expect(ready?.evidence).toEqual([
        { role: 'ADDRESSEE', order: 0, exact: 'reporters', verdict },
        { role: 'CONTENT', order: 0, exact: 'We are ready,', verdict },
        { role: 'SOURCE', order: 0, exact: 'she', verdict },
        { role: 'CUE', order: 0, exact: 'said', verdict },
        {
          role: 'CONTENT',
          order: 1,
          exact: 'The talks in Oslund went well, and President Carl Ek told me that he ‘welcomes it’.',
          verdict,
        },
      ]);
    });

    test.each([
      ['[CONTENT]', ['that Oslund would sign the Delta Treaty']],
      ['[CUE, SOURCE]', ['Anna Berg, the finance minister of Norland,', 'told']],
      ['[RELATION]', []],
      [
        'null',
        [
          'Anna Berg, the finance minister of Norland,',
          'told',
          'reporters',
          'that Oslund would sign the Delta Treaty',
        ],
      ],
    ])('of the roles %s', async (roles, expected) => {
      const [plan] = await statements<{ evidence: { exact: string }[] }>(
        `evidence(roles: ${roles}) { exact }`,
      );
      expect(plan?.evidence.map(({ exact }) => exact)).toEqual(expected);
    });

    test('of no role is refused', async () => {
      expect(await failureCode(db, '{ statements(first: 1) { nodes { evidence(roles: []) { id } } } }')).toBe(
        'INVALID_INPUT',
      );
    });

    test('has its words, and those around them, at its offsets', async () => {
      const found = await statements<{
        evidence: (Span & { prefix: string; suffix: string; articleVersion: object })[];
      }>('evidence { exact start end startUtf16 endUtf16 prefix suffix articleVersion { id text } }');
      const spans = found.flatMap(({ evidence }) => evidence);
      expect(spans).toHaveLength(4 + 5 + 4 + 3 + 2);
      for (const span of spans) {
        expectPlace(span);
        const letters = [...TEXT];
        expect(span.prefix).toBe(letters.slice(Math.max(0, span.start - 32), span.start).join(''));
        expect(span.suffix).toBe(letters.slice(span.end, span.end + 32).join(''));
        expect(span.articleVersion).toEqual({ id: ids.versionId, text: TEXT });
      }
    });
  });

  test('mentions have what they stand for and point back to', async () => {
    interface Found extends Span {
      readonly kind: string;
      readonly reading: string;
      readonly entities: readonly { readonly name: string }[];
      readonly literally: { readonly name: string } | null;
      readonly antecedent: { readonly exact: string } | null;
    }
    const fields = `kind reading exact start end startUtf16 endUtf16 entities { name } literally { name } antecedent { exact }
      article { id } articleVersion { id }`;
    const { article } = await answer<{ article: { mentions: { nodes: Found[]; totalCount: number } } }>(
      db,
      `{ article(by: {id: "${ids.articleId}"}) { mentions { nodes { ${fields} } totalCount } } }`,
    );
    for (const mention of article.mentions.nodes) {
      expectPlace(mention);
      expect(mention).toMatchObject({
        article: { id: ids.articleId },
        articleVersion: { id: ids.versionId },
      });
    }
    const written = article.mentions.nodes.map(({ kind, exact, entities, literally, antecedent }) =>
      [
        kind,
        exact,
        '=',
        ...entities.map(({ name }) => name),
        literally && `(${literally.name})`,
        antecedent && `< ${antecedent.exact}`,
      ]
        .filter((part) => part !== null)
        .join(' '),
    );
    expect(written).toEqual([
      'NAME Anna Berg = Anna Berg',
      'NOMINAL the finance minister of Norland = Anna Berg < Anna Berg',
      'NAME Norland = Norland',
      'NOMINAL reporters = reporters',
      'NAME Oslund = Norland (Oslund)',
      'NAME Delta Treaty = Delta Treaty',
      'PRONOUN she = Anna Berg < the finance minister of Norland',
      'NAME Oslund = Oslund',
      'NAME Carl Ek = Carl Ek',
      'PRONOUN he = Carl Ek < Carl Ek',
      'NOMINAL Two officials = Two officials',
      'NOMINAL the treaty = Delta Treaty < Delta Treaty',
      'NAME Ek = Carl Ek',
    ]);
    const metonyms = article.mentions.nodes.filter(({ reading }) => reading === 'METONYMIC');
    expect(metonyms.map(({ exact }) => exact)).toEqual(['Oslund']);
    expect(article.mentions.totalCount).toBe(13);
  });

  test('the article has its properties, its version and its entities', async () => {
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    const fields = `title url language publishedAt outlet { name } text textAvailable sha256
      versions { id number text sha256 recordedAt current article { id } }
      entities { nodes { name } totalCount }`;
    const { article } = await answer<{ article: { sha256: string; versions: { sha256: string }[] } }>(
      db,
      `{ article(by: {id: "${ids.articleId}"}) { ${fields} } }`,
    );
    const names = [
      'Anna Berg',
      'Carl Ek',
      'Delta Treaty',
      'Finance Minister',
      'Norland',
      'Oslund',
      'Oslund talks',
      'reporters',
      'Two officials',
    ];
    expect(article).toEqual({
      title: 'Norland to sign',
      url: SAMPLE.url,
      language: 'en',
      publishedAt: '2024-03-05',
      outlet: { name: 'The Daily' },
      text: TEXT,
      textAvailable: true,
      sha256,
      versions: [
        {
          id: ids.versionId,
          number: 1,
          text: TEXT,
          sha256,
          recordedAt: RECORDED_AT,
          current: true,
          article: { id: ids.articleId },
        },
      ],
      entities: { nodes: names.map((name) => ({ name })), totalCount: 9 },
    });
    expect(article.versions[0]?.sha256).toBe(article.sha256);
  });

  test('stats count it', async () => {
    const { stats } = await answer<{ stats: object }>(
      db,
      '{ stats { engine articles statements entities mentions relations } }',
    );
    expect(stats).toEqual({
      engine: db.engine,
      articles: 1,
      statements: 5,
      entities: 10,
      mentions: 13,
      relations: 3,
    });
  });

  function expectPlace({ exact, start, end, startUtf16, endUtf16 }: Span): void {
    expect([...TEXT].slice(start, end).join('')).toBe(exact);
    expect(TEXT.slice(startUtf16, endUtf16)).toBe(exact);
    expect(startUtf16).toBe(start + 1);
  }
});
