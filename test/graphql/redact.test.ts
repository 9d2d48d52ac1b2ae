import { expect, test } from 'vitest';
import type { Actor } from '../../src/access/role.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer, failureOf } from '../support/graphql.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';

const ADMIN: Actor = { name: 'root', role: 'admin' };
const REDACT = `mutation ($input: RedactArticleInput!) { redactArticle(input: $input) {
  __typename
  ... on Problem { code message }
  ... on RedactSuccess {
    article { title textAvailable statements(first: 1) { nodes { content } } }
    decision { kind actor keepLength reason undoneBy { id } entities { id } statement { id } article { title } }
    keepLength
  }
} }`;

describeEngines('redactArticle', (open) => {
  test('takes the text away, once, and tells who decided', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    const redact = (keep?: number) =>
      answer<{ redactArticle: object }>(
        db,
        REDACT,
        { input: { article: { url: SAMPLE.url }, reason: 'Licence.', ...(keep !== undefined && { keep }) } },
        ADMIN,
      );
    const article = { title: SAMPLE.title, textAvailable: false, statements: { nodes: [{ content: null }] } };
    expect(await redact()).toEqual({
      redactArticle: {
        __typename: 'RedactSuccess',
        article,
        decision: {
          kind: 'REDACT',
          actor: 'root',
          keepLength: 300,
          reason: 'Licence.',
          undoneBy: null,
          entities: [],
          statement: null,
          article: { title: SAMPLE.title },
        },
        keepLength: 300,
      },
    });
    expect(await redact(400)).toMatchObject({ redactArticle: { decision: null, keepLength: 300 } });
    expect(await redact(0)).toMatchObject({ redactArticle: { decision: { keepLength: 0 }, keepLength: 0 } });
  });

  test('says what it cannot do', async () => {
    const db = await open();
    await ingestDocument(db, documentOf({ text: 'News.', key: 'a' }));
    await ingestDocument(db, documentOf({ text: 'News.', key: 'b' }));
    const sha256 = '5a9f6d5f5e2d3f4a6c7b8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c';
    const input = { article: { sha256 }, reason: 'So.' };
    expect(await answer(db, REDACT, { input }, ADMIN)).toMatchObject({
      redactArticle: { __typename: 'NotFound', code: 'NOT_FOUND' },
    });
    const found = await answer<{ articles: { nodes: readonly { sha256: string; id: string }[] } }>(
      db,
      '{ articles { nodes { sha256 id } } }',
    );
    const [one] = found.articles.nodes;
    const both = { article: { sha256: one?.sha256 }, reason: 'So.' };
    const failure = await failureOf(db, REDACT, { input: both }, ADMIN);
    expect(failure).toMatchObject({ code: 'AMBIGUOUS' });
    expect(failure.extensions).toMatchObject({ ids: found.articles.nodes.map(({ id }) => id).toSorted() });
    const wrong = { article: { id: one?.id }, reason: 'So.', keep: -1 };
    expect(await failureOf(db, REDACT, { input: wrong }, ADMIN)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
