import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import { ingestDocument, ingestDocuments } from '../../src/ingest/pipeline.ts';
import { type RedactedArticle, redactArticle } from '../../src/ingest/redact.ts';
import { foldWords } from '../../src/text/fold.ts';
import { errorOf, read } from '../graph/queries.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { dumpOfBoth, exportOf, importAll } from './exporting.ts';
import { dump, dumpApartFromTimes } from './graph.ts';
import { found } from './redacting.ts';

const ANN = { actor: 'ann', now: () => new Date('2024-07-01T12:00:00Z') };
const KEY: RedactedArticle = { url: SAMPLE.url };

const redact = (db: Database, keep: number, article: RedactedArticle = KEY) =>
  redactArticle(db, { article, keep, reason: 'The licence has ended.' }, ANN);

const ARTICLE = `query ($sha256: String!) { article(by: { sha256: $sha256 }) {
  id title text textAvailable sha256
  versions { text sha256 }
  decisions { kind actor at reason keepLength article { title } }
  mentions(first: 100) { nodes { exact start end startUtf16 endUtf16 } }
  statements(first: 100, orderBy: TEXT_POSITION) { nodes {
    kind quote content addressee { state text } saidBy { cue speakers { name } }
    evidence { role exact prefix suffix start end startUtf16 endUtf16 }
  } }
} }`;

interface Span {
  readonly exact: string | null;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
}
interface Answered {
  readonly article: {
    readonly id: string;
    readonly mentions: { readonly nodes: readonly Span[] };
    readonly statements: {
      readonly nodes: readonly {
        readonly kind: string;
        readonly quote: string | null;
        readonly content: string | null;
        readonly evidence: readonly (Span & {
          readonly role: string;
          readonly prefix: string | null;
          readonly suffix: string | null;
        })[];
      }[];
    };
  };
}

const sha256Of = (given: string) => createHash('sha256').update(given, 'utf8').digest('hex');
const sha256 = sha256Of(SAMPLE.text);
const ask = (db: Database) => answer<Answered>(db, ARTICLE, { sha256 });

describeEngines('a redacted article', (open) => {
  test('has its offsets and short words, and nothing else of its text', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    const { article: before } = await ask(db);
    const outcome = await redact(db, 20);
    expect(outcome).toEqual({
      articleId: before.id,
      decisionId: expect.stringMatching(/^dec_/),
      keepLength: 20,
    });
    const { article } = await ask(db);
    expect(article).toMatchObject({
      title: SAMPLE.title,
      text: null,
      textAvailable: false,
      sha256,
      versions: [{ text: null, sha256 }],
      decisions: [
        {
          kind: 'REDACT',
          actor: 'ann',
          at: '2024-07-01T12:00:00.000Z',
          reason: 'The licence has ended.',
          keepLength: 20,
          article: { title: SAMPLE.title },
        },
      ],
    });
    const shortened = (span: Span) => ({ ...span, exact: span.end - span.start <= 20 ? span.exact : null });
    expect(article.mentions.nodes).toEqual(before.mentions.nodes.map(shortened));
    expect(article.statements.nodes).toHaveLength(before.statements.nodes.length);
    for (const [at, statement] of article.statements.nodes.entries()) {
      const was = before.statements.nodes[at];
      expect(statement.content).toBeNull();
      expect(statement.quote).toBe((was?.quote?.length ?? 99) <= 20 ? was?.quote : null);
      expect(statement.evidence).toEqual(
        was?.evidence.map((piece) => {
          const bare = { ...piece, prefix: null, suffix: null };
          return piece.role === 'CONTENT' && statement.kind === 'INDIRECT'
            ? { ...bare, exact: null }
            : { ...bare, ...shortened(piece), prefix: null, suffix: null };
        }),
      );
    }
    // A short quotation is kept with its words, to be found by them.
    expect(article.statements.nodes.map(({ quote }) => quote)).toContain('a mistake');
  });

  test('leaves no word of what is gone in the graph', async () => {
    const db = await open();
    await ingestDocument(db, documentOf({ text: 'Nobody danced. Naïveté – हिन्दी – helps.', key: 'other' }));
    const words = [
      'Anna Berg of the zealous quorum said that zebras would quietly vanish.',
      '“Penguins galore, and walruses!” she exclaimed to four bystanders.',
      '“Never,” she whispered. Meanwhile nobody danced. Naïveté – हिन्दी – कि. Berg was a xylophonist.',
    ];
    const document = documentOf({
      text: words.join(' '),
      key: 'gone',
      title: 'Berg speaks',
      entities: {
        berg: { type: 'PERSON', name: 'Anna Berg', aliases: ['Berg'] },
        guild: { type: 'ORGANIZATION', name: 'Guild' },
      },
      mentions: {
        berg: { at: 'Anna Berg', of: 'berg' },
        whole: { at: 'the zealous quorum', kind: 'NOMINAL' },
      },
      statements: {
        one: { by: 'berg', source: 'Anna Berg', cue: 'said', content: 'that zebras would quietly vanish' },
        two: {
          kind: 'DIRECT',
          by: 'berg',
          cue: 'exclaimed',
          content: 'Penguins galore, and walruses!',
          told: 'four bystanders',
          toldAs: 'four bystanders',
        },
        three: { kind: 'DIRECT', by: 'berg', cue: 'whispered', content: 'Never,' },
      },
      relations: { guild: { type: 'MEMBER_OF', from: 'berg', to: 'guild', at: 'was a xylophonist' } },
    });
    await ingestDocument(db, document);
    const gone = ['zealous', 'quorum', 'zebras', 'quietly', 'vanish', 'penguins', 'galore', 'walruses'];
    gone.push('four', 'bystanders', 'meanwhile', 'xylophonist', 'कि');
    const kept = ['anna', 'berg', 'speaks', 'guild', 'said', 'exclaimed', 'never', 'whispered'];
    expect(await found(db, ...gone)).toEqual(gone);
    await redact(db, 10, { sha256: sha256Of(words.join(' ')) });
    expect(await found(db, ...gone)).toEqual([]);
    expect(await found(db, ...kept)).toEqual(kept);
    // Words that stand elsewhere are still found by their beginnings.
    const left = await read(db, 'MATCH (w:Word) RETURN w.folded AS word ORDER BY word');
    expect(left.map((row) => text(row, 'word'))).toEqual(
      [...new Set(foldWords('Nobody danced naïveté हिन्दी helps Anna Berg speaks Guild never'))].toSorted(),
    );
  });

  test('leaves no word of its earlier versions either', async () => {
    const db = await open();
    const version = (day: number, body: string) => {
      const document = documentOf({ text: body, key: 'edited' });
      return { ...document, article: { ...document.article, retrievedAt: `2024-06-0${day}T00:00:00Z` } };
    };
    await ingestDocument(db, documentOf({ text: 'Nobody danced.', key: 'other' }));
    await ingestDocument(db, version(1, 'Zebras danced quietly.'));
    await ingestDocument(db, version(2, 'Walruses danced.'));
    const { articleId } = await ingestDocument(db, version(3, 'Somebody danced.'));
    expect(await found(db, 'zebras', 'walruses')).toEqual(['zebras', 'walruses']);
    await redact(db, 20, { id: articleId });
    expect(await read(db, 'MATCH (w:Word) RETURN w.folded AS word ORDER BY word')).toEqual([
      { word: 'danced' },
      { word: 'nobody' },
    ]);
  });

  test('is found by what is kept of it only', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    const ask = () =>
      answer(
        db,
        `{
          kept: findQuote(text: "a mistake") { verdict matches { recorded } }
          gone: findQuote(text: "would sign the Delta Treaty") { verdict }
          quote: search(query: "mistake") { nodes { node { __typename } highlights { field snippet } } }
          text: search(query: "reporters on Monday") { nodes { node { __typename } } }
          title: search(query: "norland to sign") { nodes { node { __typename } } }
        }`,
      );
    expect(await ask()).toMatchObject({ gone: { verdict: 'EXACT' }, text: { nodes: [{}] } });
    await redact(db, 20);
    expect(await ask()).toMatchObject({
      kept: { verdict: 'EXACT', matches: [{ recorded: 'a mistake' }] },
      gone: { verdict: 'NOT_FOUND' },
      quote: {
        nodes: [
          {
            node: { __typename: 'Statement' },
            highlights: [{ field: 'quote', snippet: expect.any(String) }],
          },
        ],
      },
      text: { nodes: [] },
      title: { nodes: [{ node: { __typename: 'Article' } }] },
    });
  });

  test('stays redacted, whatever comes of it', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    await redact(db, 20);
    expect(await ingestDocument(db, sampleDocument())).toMatchObject({ status: 'unchanged' });
    const run = { ...sampleDocument().run, tool: 'other' };
    expect(await ingestDocument(db, { ...sampleDocument(), run })).toMatchObject({ status: 'created' });
    const { article } = sampleDocument();
    const later = { ...article, text: `${SAMPLE.text} Zanzibar.`, retrievedAt: '2025-01-01T00:00:00Z' };
    expect(await ingestDocument(db, { ...sampleDocument(), article: later })).toMatchObject({
      status: 'created',
    });
    expect(await found(db, 'zanzibar', 'on monday', 'we are ready,” she', 'treaty was')).toEqual([]);
    expect(await read(db, 'MATCH (v:ArticleVersion) RETURN v.text AS text ORDER BY v.id')).toEqual([
      { text: null },
      { text: null },
    ]);
  });

  test('is redacted further, but gets nothing back', async () => {
    const db = await open();
    await ingestDocument(db, sampleDocument());
    expect(await redact(db, 20)).toMatchObject({ keepLength: 20 });
    const before = await dump(db);
    expect(await redact(db, 300)).toMatchObject({ decisionId: null, keepLength: 20 });
    expect(await redact(db, 20)).toMatchObject({ decisionId: null, keepLength: 20 });
    expect(await dump(db)).toEqual(before);
    expect(await redact(db, 0)).toMatchObject({ decisionId: expect.any(String), keepLength: 0 });
    expect(await found(db, 'a mistake')).toEqual([]);
    expect(
      await read(
        db,
        'MATCH (n) WHERE n.exact IS NOT NULL OR n.quote IS NOT NULL RETURN n.id AS id ORDER BY id',
      ),
    ).toEqual([]);
  });

  test('is exported and imported as it is', async () => {
    const first = await open();
    await ingestDocuments(first, [sampleDocument(), documentOf({ text: 'Other.' })]);
    await redact(first, 20);
    const lines = await exportOf(first);
    const before = await dumpOfBoth(first);
    expect(lines.map((line) => JSON.parse(line).format)).toEqual([
      'onrecord-annotation/1',
      'onrecord-annotation/1',
      'onrecord-decision/1',
    ]);
    const second = await open();
    const clearing = vi.spyOn(second, 'compact');
    await importAll(second, lines);
    // No text was ever there.
    expect(clearing).not.toHaveBeenCalled();
    expect(await exportOf(second)).toEqual(lines);
    expect(await dumpOfBoth(second)).toEqual(before);
    await importAll(second, lines);
    expect(await dumpOfBoth(second)).toEqual(before);
    expect(await ingestDocument(second, sampleDocument())).toMatchObject({ status: 'unchanged' });
  });

  test('is redacted by an import where it was not', async () => {
    const first = await open();
    await ingestDocument(first, sampleDocument(), ANN);
    await redact(first, 20);
    const lines = await exportOf(first);
    const before = await dumpApartFromTimes(first);
    const second = await open();
    await ingestDocument(second, sampleDocument(), ANN);
    const clearing = vi.spyOn(second, 'compact');
    await importAll(second, lines);
    expect(clearing).toHaveBeenCalledOnce();
    expect(await dumpApartFromTimes(second)).toEqual(before);
    expect(await exportOf(second)).toEqual(lines);
  });
});

describeEngines('what is redacted', (open) => {
  test('is named by id, URL or hash', async () => {
    for (const article of [KEY, { sha256 }, { sha256: sha256.toUpperCase() }]) {
      const db = await open();
      const { articleId } = await ingestDocument(db, sampleDocument());
      expect(await redact(db, 5, article)).toMatchObject({ articleId, keepLength: 5 });
      expect(await redact(db, 4, { id: articleId })).toMatchObject({ articleId, keepLength: 4 });
    }
  });

  test('has to be there, and one', async () => {
    const db = await open();
    const copy = (key: string): AnnotationInput => documentOf({ text: 'Agency news.', key });
    const outcomes = await ingestDocuments(db, [copy('a'), copy('b')]);
    const ids = outcomes.map((done) => ('outcome' in done ? done.outcome.articleId : ''));
    const before = await dump(db);
    expect(await errorOf(redact(db, 5, { sha256: sha256Of('Agency news.') }))).toMatchObject({
      code: 'AMBIGUOUS',
      details: { ids: ids.toSorted() },
    });
    expect(await errorOf(redact(db, 5))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await errorOf(redact(db, 5, { id: 'sta_1' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await errorOf(redact(db, 5, { sha256: 'x' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await errorOf(redact(db, -1))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await errorOf(redactArticle(db, { article: KEY, keep: 5, reason: ' ' }, ANN))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await dump(db)).toEqual(before);
  });
});
