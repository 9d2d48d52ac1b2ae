import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/access/role.ts';
import type { Database } from '../../src/graph/database.ts';
import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import { MAX_TEXT_LENGTH } from '../../src/ingest/annotation.ts';
import type { Extractor } from '../../src/ingest/extractor.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { sayingExtractor } from '../support/extracting.ts';
import { answer } from '../support/graphql.ts';
import { dump } from './graph.ts';

const ANN: Actor = { name: 'ann', role: 'write' };
const TEXT = 'Anna Berg said that the talks went well.\n\nNomen Nescio said that they did not.\n';
const URL = 'https://daily.example/talks';

const COUNTS = '{ entities statements mentions relations }';
const INGEST = `mutation ($input: IngestArticleInput!) { result: ingestArticle(input: $input) {
  __typename
  ... on Problem { message code }
  ... on IngestSuccess {
    article { id title url publishedAt language outlet { name qid ... on Organization { isOutlet } } }
    status document created ${COUNTS} unchanged ${COUNTS} refused { pointer reason }
  }
  ... on InvalidAnnotation { at { pointer reason } }
} }`;

interface Result {
  readonly __typename: string;
  readonly status: string;
  readonly document: string;
  readonly article: { readonly id: string };
}

async function ingest(
  db: Database,
  input: object,
  extractor: Extractor = sayingExtractor(),
): Promise<Result> {
  return (await answer<{ result: Result }>(db, INGEST, { input }, ANN, extractor)).result;
}

/** What is said in the graph and by which version of which tool it was found; of superseded runs, too, where asked for. */
async function said(db: Database, include: readonly string[] = []) {
  const source = `query ($include: [Include!]) { statements(orderBy: TEXT_POSITION, include: $include) { nodes {
    content extractedBy { tool version recordedBy }
  } } }`;
  interface Data {
    readonly statements: { readonly nodes: readonly { readonly content: string }[] };
  }
  return (await answer<Data>(db, source, { include })).statements.nodes;
}

function organization(name: string, key: string, qid: string | null = null): AnnotationInput {
  return documentOf({ text: name, key, entities: { it: { type: 'ORGANIZATION', name, qid } } });
}

describeEngines('ingestArticle', (open) => {
  test('stores an article with what the extractor makes of it, and says what it left out', async () => {
    const db = await open();
    const input = {
      text: TEXT,
      title: 'Talks',
      url: URL,
      publishedAt: '2024-03',
      outlet: { name: 'The Daily' },
    };
    const result = await ingest(db, input);
    expect(result).toMatchObject({
      __typename: 'IngestSuccess',
      status: 'CREATED',
      article: {
        title: 'Talks',
        url: URL,
        publishedAt: '2024-03',
        language: 'en',
        outlet: { name: 'The Daily', qid: null, isOutlet: true },
      },
      created: { entities: 2, statements: 1, mentions: 0, relations: 0 },
      refused: [{ pointer: '/text', reason: 'nobody is called Nomen Nescio' }],
    });
    expect(JSON.parse(result.document)).toMatchObject({
      article: { text: TEXT },
      run: { method: 'TOOL', tool: 'sayings' },
    });
    expect(await said(db)).toMatchObject([
      {
        content: 'that the talks went well',
        extractedBy: { tool: 'sayings', version: '1', recordedBy: 'ann' },
      },
    ]);
  });

  test('changes nothing the second time, nor with what it gave as a document', async () => {
    const db = await open();
    const input = { text: TEXT, url: URL };
    const first = await ingest(db, input);
    const written = await dump(db);
    const second = await ingest(db, input);
    expect(second).toMatchObject({ status: 'UNCHANGED', document: first.document, article: first.article });
    const source = `mutation ($document: String!) { ingestAnnotation(input: {document: $document}) {
      ... on IngestSuccess { status }
    } }`;
    expect(await answer(db, source, { document: first.document }, ANN)).toEqual({
      ingestAnnotation: { status: 'UNCHANGED' },
    });
    expect(await dump(db)).toEqual(written);
  });

  test('is one run where the same article comes twice at once', async () => {
    const db = await open();
    const both = await Promise.all([ingest(db, { text: TEXT }), ingest(db, { text: TEXT })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['CREATED', 'UNCHANGED']);
  });

  test('makes a later run of another version, of other parameters and of other metadata', async () => {
    const db = await open();
    const input = { text: TEXT, key: 'talks' };
    await ingest(db, input);
    for (const [change, extractor] of [
      [{}, sayingExtractor('2')],
      [{}, sayingExtractor('2', { strict: true })],
      [{ title: 'Other' }, sayingExtractor('2', { strict: true })],
    ] as const) {
      expect(await ingest(db, { ...input, ...change }, extractor)).toMatchObject({ status: 'CREATED' });
      expect(await ingest(db, { ...input, ...change }, extractor)).toMatchObject({ status: 'UNCHANGED' });
    }
    expect(await said(db, ['SUPERSEDED'])).toHaveLength(4);
    expect(await said(db)).toMatchObject([{ extractedBy: { version: '2' } }]);
  });

  test('supersedes what tools made later by their clocks', async () => {
    const db = await open();
    const { document } = await ingest(db, { text: TEXT, dryRun: true });
    const { article, run, ...rest } = JSON.parse(document);
    await ingestDocument(db, { ...rest, article, run: { ...run, startedAt: '2999-01-01T00:00:00Z' } });
    expect(await ingest(db, { text: TEXT }, sayingExtractor('2'))).toMatchObject({ status: 'CREATED' });
    expect(await said(db)).toMatchObject([{ extractedBy: { version: '2' } }]);
  });

  test('leaves what was annotated by hand as it is', async () => {
    const db = await open();
    const byHand = documentOf({
      text: TEXT,
      key: 'talks',
      entities: { berg: { type: 'PERSON', name: 'Anna Berg' } },
      statements: { said: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'the talks went well' } },
    });
    await ingestDocument(db, byHand);
    expect(await ingest(db, { text: TEXT, key: 'talks' })).toMatchObject({ status: 'CREATED' });
    expect(await said(db)).toMatchObject([{ content: 'the talks went well', extractedBy: { tool: 'test' } }]);
    expect(await ingest(db, { text: TEXT, key: 'talks' })).toMatchObject({ status: 'UNCHANGED' });
  });

  test('takes the text that comes last for the current one of an edited article', async () => {
    const db = await open();
    for (const words of ['First', 'Second', 'Third', 'Fourth', 'Fifth']) {
      await ingest(db, { text: `Anna Berg said that ${words} is current.`, url: URL });
      expect((await said(db)).map(({ content }) => content)).toContain(`that ${words} is current`);
    }
    // What was taken before them is older, though it comes later.
    const retrievedAt = '2020-01-01T00:00:00Z';
    await ingest(db, { text: 'Anna Berg said that it is old.', url: URL, retrievedAt });
    expect((await said(db)).map(({ content }) => content)).toContain('that Fifth is current');
  });

  test('tries an article without writing it', async () => {
    const db = await open();
    const dry = await ingest(db, { text: TEXT, dryRun: true });
    expect(dry).toMatchObject({
      __typename: 'IngestSuccess',
      article: null,
      status: 'CREATED',
      created: { statements: 1 },
    });
    expect(JSON.parse(dry.document)).toMatchObject({ article: { text: TEXT } });
    expect(await dump(db)).toEqual({ nodes: [], edges: [] });
    await ingest(db, { text: TEXT, dryRun: null });
    expect(await ingest(db, { text: TEXT, dryRun: true })).toMatchObject({ status: 'UNCHANGED' });
  });

  test('knows an outlet by id, QID, name and alias, and a new one by name', async () => {
    const db = await open();
    await ingestDocument(db, organization('The Daily', 'a', 'Q900009'));
    const source = '{ entity(by: {qid: "Q900009"}) { id } }';
    const { entity } = await answer<{ entity: { id: string } }>(db, source);
    const known = { name: 'The Daily', qid: 'Q900009' };
    for (const [outlet, expected] of [
      [{ id: entity.id }, known],
      [{ qid: 'Q900009' }, known],
      [{ name: 'the daily' }, known],
      [{ name: 'The Weekly' }, { name: 'The Weekly', qid: null }],
    ] as const) {
      const result = await ingest(db, { text: TEXT, key: JSON.stringify(outlet), outlet });
      expect(result).toMatchObject({ article: { outlet: expected } });
    }
    const monthly = { outlet: { name: 'The Monthly' }, outletQid: 'Q900010' };
    expect(await ingest(db, { text: TEXT, key: 'new', ...monthly })).toMatchObject({
      article: { outlet: { name: 'The Monthly', qid: 'Q900010' } },
    });
  });

  test('takes no outlet that is not there, is another thing, or may be several', async () => {
    const db = await open();
    await ingestDocument(db, organization('The Daily', 'a', 'Q900009'));
    await ingestDocument(db, organization('The Daily', 'b', 'Q900010'));
    const place = { type: 'PLACE' as const, name: 'Oslund', qid: 'Q900011' };
    await ingestDocument(db, documentOf({ text: 'Oslund', entities: { it: place } }));
    const before = await dump(db);
    const send = (outlet: object, more: object = {}) => ingest(db, { text: TEXT, outlet, ...more });
    expect(await send({ qid: 'Q900999' })).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await send({ name: 'The Daily' })).toMatchObject({
      __typename: 'InvalidAnnotation',
      code: 'AMBIGUOUS',
      at: [{ pointer: '/outlet', reason: expect.stringMatching(/^could be org_\w+ .*; org_\w+ /) }],
    });
    expect(await send({ qid: 'Q900011' })).toMatchObject({
      __typename: 'InvalidAnnotation',
      at: [{ pointer: '/outlet', reason: expect.stringContaining('is a PLACE') }],
    });
    expect(await send({ qid: 'Q900009' }, { outletQid: 'Q900010' })).toMatchObject({
      at: [{ pointer: '/outletQid' }],
    });
    expect(await dump(db)).toEqual(before);
    // A paper may have the name of a city.
    expect(await send({ name: 'Oslund' })).toMatchObject({
      article: { outlet: { name: 'Oslund', qid: null } },
    });
  });
});

/** Throws whatever it is asked: what is wrong by itself is found without the graph. */
const NO_DATABASE = {} as Database;

describe('ingestArticle without the graph', () => {
  test.each([
    ['', /^The text is empty/],
    [' \n\t\u00a0', /^The text is empty/],
    ['x'.repeat(MAX_TEXT_LENGTH + 1), /1000001 UTF-16 units, and 1000000 is the most/],
    [`e${'\u0301'.repeat(101)}`, /more than 100 combining marks in a row: remove/],
    ['Half \ud83d of it', /half of a surrogate pair at the UTF-16 offset 5/],
  ])('refuses a text that no extractor can work on', async (text, message) => {
    expect(await ingest(NO_DATABASE, { text })).toEqual({
      __typename: 'ExtractionRefused',
      code: 'INVALID_INPUT',
      message: expect.stringMatching(message),
    });
  });

  test('says what the extractor refuses', async () => {
    expect(await ingest(NO_DATABASE, { text: TEXT, language: 'sv' })).toMatchObject({
      __typename: 'ExtractionRefused',
      message: 'The text is in sv: send one in English.',
    });
  });

  test('says everything that is wrong with what is known of it, by pointers into the input', async () => {
    const input = { text: TEXT, title: 'A\u001b[31m', language: 'English!', key: ' ' };
    expect(await ingest(NO_DATABASE, input)).toMatchObject({
      __typename: 'InvalidAnnotation',
      code: 'INVALID_INPUT',
      message: 'The input has 3 problems; nothing was written.',
      at: [{ pointer: '/key' }, { pointer: '/title' }, { pointer: '/language' }],
    });
  });

  test('refuses every text where there is no extractor', async () => {
    expect(await answer(NO_DATABASE, INGEST, { input: { text: TEXT } }, ANN)).toMatchObject({
      result: { __typename: 'ExtractionRefused', message: expect.stringContaining('ingestAnnotation') },
    });
  });

  test('leaves other failures of the extractor errors of the request', async () => {
    const failing: Extractor = {
      ...sayingExtractor(),
      extract: () => Promise.reject(new TypeError('A bug.')),
    };
    await expect(ingest(NO_DATABASE, { text: TEXT }, failing)).rejects.toThrow('A bug.');
  });
});
