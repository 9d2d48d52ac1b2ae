import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { read } from '../graph/queries.ts';
import { at, documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { census, readOne } from './graph.ts';

/** Pairs of what a relationship type joins, each end shown by the first of these properties that it has. */
async function joined(db: Database, type: string): Promise<string[]> {
  const show = (node: string) =>
    `coalesce(${node}.name, ${node}.folded, ${node}.content, ${node}.cue, ${node}.exact)`;
  const rows = await read(
    db,
    `MATCH (a)-[edge:${type}]->(b)
     RETURN ${show('a')} AS start, edge.order AS order, ${show('b')} AS end`,
  );
  return rows
    .map(({ start, order, end }) => `${start} >${order === null ? '' : ` ${order}`} ${end}`)
    .toSorted();
}

const PLAN = 'that Oslund would sign the Delta Treaty';
const READY =
  'We are ready, The talks in Oslund went well, and President Carl Ek told me that he ‘welcomes it’.';
const WELCOME = 'that he ‘welcomes it’';
const MISTAKE = 'that the treaty was “a mistake”';
const SILENCE = 'did not respond';

describeEngines('an ingested document', (open) => {
  let db: Database;
  let outcome: Awaited<ReturnType<typeof ingestDocument>>;
  beforeAll(async () => {
    db = await open();
    outcome = await ingestDocument(db, sampleDocument(), { now: () => new Date('2024-06-01T12:00:00Z') });
  });

  test('is told as created, with what it brought', () => {
    expect(outcome.status).toBe('created');
    expect(outcome.created).toEqual({ entities: 10, statements: 5, mentions: 13, relations: 3 });
  });

  test('makes each node once and each relationship that the model names', async () => {
    expect(await census(db)).toEqual({
      Article: 1,
      ArticleVersion: 1,
      ExtractionRun: 1,
      Name: 12,
      EntityKey: 10,
      KeyName: 10,
      Entity: 10,
      Country: 1,
      Event: 1,
      Organization: 1,
      Person: 2,
      Place: 1,
      Position: 1,
      Treaty: 1,
      UnnamedSource: 2,
      Word: 47,
      Mention: 13,
      Statement: 5,
      Evidence: 20,
      Relation: 3,
      NAMED: 12,
      KEY_OF: 10,
      CALLED: 10,
      DESCRIBES: 10,
      ASSERTS: 3,
      OFFICE_OF: 1,
      PUBLISHED_BY: 1,
      HAS_VERSION: 1,
      ANNOTATES: 1,
      FOUND_IN: 13,
      REPORTED_IN: 5,
      REFERS_TO: 13,
      LITERALLY: 1,
      ANTECEDENT: 4,
      GENERATED_BY: 7,
      SAID_BY: 5,
      SPEAKING_AS: 1,
      ON_BEHALF_OF: 1,
      NAMED_AS: 5,
      TOLD_TO: 3,
      ABOUT: 5,
      MENTIONS: 6,
      NESTED_IN: 1,
      EVIDENCED_BY: 20,
      CLAIMED_IN: 1,
      FROM_ENTITY: 3,
      TO_ENTITY: 3,
      CAPITAL_OF: 1,
      HELD_IN: 1,
      HOLDS_POSITION: 1,
    });
  });

  test('is an article with its version and run', async () => {
    const { articleId, versionId } = outcome;
    expect(
      await readOne(
        db,
        `MATCH (o:Organization)<-[:PUBLISHED_BY]-(a:Article)-[:HAS_VERSION]->(v:ArticleVersion)<-[:ANNOTATES]-(r:ExtractionRun)
         RETURN properties(a) AS article, properties(v) AS version, r.versionId AS runVersionId, r.method AS method,
           r.tool AS tool, r.startedAt AS startedAt, r.parameters AS parameters, r.current AS current, o.name AS outlet,
           o.isOutlet AS isOutlet`,
      ),
    ).toEqual({
      article: {
        id: articleId,
        key: SAMPLE.key,
        title: SAMPLE.title,
        words: expect.stringMatching(/^ norland to sign \n anna berg the .* comment $/),
        url: SAMPLE.url,
        language: 'en',
        publishedAt: '2024-03-05',
        dateKey: '2024-03-05/2024-03-05',
        currentVersionId: versionId,
      },
      version: {
        id: versionId,
        articleId,
        number: 1,
        current: true,
        text: SAMPLE.text,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        length: [...SAMPLE.text].length,
        recordedAt: '2024-06-01T12:00:00.000Z',
      },
      runVersionId: versionId,
      method: 'HAND',
      tool: 'test',
      startedAt: '2024-01-01T00:00:00.000Z',
      parameters: '{}',
      current: true,
      outlet: 'The Daily',
      isOutlet: true,
    });
  });

  test('has its statements with their words, dates and places', async () => {
    const rows = await read(
      db,
      `MATCH (s:Statement)
       RETURN s.kind AS kind, s.acts AS acts, s.quote AS quote, s.content AS content, s.cue AS cue,
         s.cueLemma AS cueLemma, s.sourceState AS sourceState, s.addresseeState AS addresseeState,
         s.addresseeText AS addresseeText, s.addresseeCarried AS carried, s.saidAt AS saidAt, s.dateKey AS dateKey,
         s.depth AS depth, s.confidence AS confidence
       ORDER BY s.textKey`,
    );
    const common = {
      kind: 'INDIRECT',
      acts: ['ASSERT'],
      quote: null,
      cue: 'said',
      cueLemma: 'say',
      sourceState: 'NAMED',
      addresseeState: 'KNOWN',
      addresseeText: null,
      carried: false,
      saidAt: null,
      dateKey: '2024-03-05/2024-03-05',
      depth: 0,
      confidence: 1,
    };
    expect(rows).toEqual([
      {
        ...common,
        content: PLAN,
        cue: 'told',
        cueLemma: 'tell',
        addresseeText: 'reporters',
        saidAt: '2024-03-04',
        dateKey: '2024-03-04/2024-03-04',
      },
      { ...common, kind: 'DIRECT', quote: READY, content: READY, addresseeText: 'reporters', carried: true },
      {
        ...common,
        kind: 'MIXED',
        quote: 'welcomes it',
        content: WELCOME,
        cue: 'told',
        cueLemma: 'tell',
        depth: 1,
      },
      {
        ...common,
        kind: 'MIXED',
        acts: ['CRITICIZE'],
        quote: 'a mistake',
        content: MISTAKE,
        sourceState: 'UNNAMED',
        addresseeState: 'UNKNOWN',
      },
      {
        ...common,
        acts: ['NO_RESPONSE'],
        content: null,
        cue: SILENCE,
        cueLemma: 'respond',
        addresseeState: 'UNKNOWN',
      },
    ]);
  });

  test('counts the words of each content', async () => {
    const rows = await read(db, 'MATCH (s:Statement) RETURN s.wordCount AS words ORDER BY words');
    expect(rows.map(({ words }) => words)).toEqual([0, 4, 6, 7, 19]);
  });

  test('places statements and mentions in the text', async () => {
    const { versionId } = outcome;
    const first = async (label: string) => {
      const rows = await read(db, `MATCH (n:${label}) RETURN n.textKey AS textKey ORDER BY textKey`);
      return rows.map(({ textKey }) => textKey);
    };
    const place = (point: number) => `${versionId}:${String(point).padStart(8, '0')}`;
    const { text } = SAMPLE;
    const starts = ['Anna', 'We are', 'Carl Ek told', 'Two officials', 'Ek did'].map((words) =>
      text.indexOf(words),
    );
    // The statement within another has depth 1.
    const depths = [0, 0, 1, 0, 0];
    expect(await first('Statement')).toEqual(starts.map((start, at) => `${place(start)}:${depths[at]}`));
    const mentions = sampleDocument().mentions ?? [];
    expect(await first('Mention')).toEqual(mentions.map(({ start }) => place(start)));
  });

  test('joins statements with who spoke, to whom, about what and in what', async () => {
    const [berg, ek, officials] = ['Anna Berg', 'Carl Ek', 'Two officials'];
    expect(await joined(db, 'SAID_BY')).toEqual(
      [
        `${PLAN} > 0 ${berg}`,
        `${READY} > 0 ${berg}`,
        `${WELCOME} > 0 ${ek}`,
        `${MISTAKE} > 0 ${officials}`,
        `${SILENCE} > 0 ${ek}`,
      ].toSorted(),
    );
    expect(await joined(db, 'SPEAKING_AS')).toEqual([`${PLAN} > Finance Minister`]);
    expect(await joined(db, 'ON_BEHALF_OF')).toEqual([`${PLAN} > Norland`]);
    expect(await joined(db, 'NAMED_AS')).toContain(`${READY} > she`);
    expect(await joined(db, 'TOLD_TO')).toEqual(
      [`${PLAN} > 0 reporters`, `${READY} > 0 reporters`, `${WELCOME} > 0 ${berg}`].toSorted(),
    );
    expect(await joined(db, 'ABOUT')).toEqual(
      [
        `${PLAN} > 0 Norland`,
        `${PLAN} > 1 Delta Treaty`,
        `${READY} > 0 Oslund talks`,
        `${READY} > 0 ${PLAN}`,
        `${MISTAKE} > 0 Delta Treaty`,
      ].toSorted(),
    );
    expect(await joined(db, 'NESTED_IN')).toEqual([`${WELCOME} > ${READY}`]);
  });

  test('has in each statement the entities that its content mentions, once, inner statements included', async () => {
    expect(await joined(db, 'MENTIONS')).toEqual(
      [
        `${PLAN} > Norland`,
        `${PLAN} > Delta Treaty`,
        `${READY} > Oslund`,
        `${READY} > Carl Ek`,
        `${WELCOME} > Carl Ek`,
        `${MISTAKE} > Delta Treaty`,
      ].toSorted(),
    );
  });

  test('joins mentions with what they mean', async () => {
    expect(await joined(db, 'LITERALLY')).toEqual(['Oslund > Oslund']);
    expect(await joined(db, 'REFERS_TO')).toContain('Oslund > 0 Norland');
    expect(await joined(db, 'ANTECEDENT')).toContain('she > the finance minister of Norland');
  });

  test('has relations as nodes and as edges, and those that a speaker claims', async () => {
    expect(await joined(db, 'CLAIMED_IN')).toEqual([`talks in Oslund > ${READY}`]);
    const edges = await read(
      db,
      `MATCH (r:Relation)-[:FROM_ENTITY]->(f:Entity) MATCH (r)-[:TO_ENTITY]->(t:Entity)
       MATCH (f)-[edge]->(t) WHERE edge.id = r.id
       RETURN r.type AS type, type(edge) AS edge, f.name AS start, t.name AS end, r.reference AS reference,
         r.fromId = f.id AND r.toId = t.id AS agrees
       ORDER BY type`,
    );
    const known = { reference: null, agrees: true };
    expect(edges).toEqual([
      {
        type: 'CAPITAL_OF',
        edge: 'CAPITAL_OF',
        start: 'Oslund',
        end: 'Norland',
        ...known,
        reference: 'https://atlas.example/oslund',
      },
      { type: 'HELD_IN', edge: 'HELD_IN', start: 'Oslund talks', end: 'Oslund', ...known },
      {
        type: 'HOLDS_POSITION',
        edge: 'HOLDS_POSITION',
        start: 'Anna Berg',
        end: 'Finance Minister',
        ...known,
      },
    ]);
  });

  test('has its evidence in order, with the text around it', async () => {
    const rows = await read(
      db,
      `MATCH (s:Statement {kind: 'DIRECT'})-[:EVIDENCED_BY]->(e:Evidence)
       RETURN e.role AS role, e.order AS order, e.exact AS exact, e.prefix AS prefix, e.suffix AS suffix,
         e.verdict AS verdict, e.current AS current
       ORDER BY role, order`,
    );
    expect(rows.map(({ role, order, exact }) => [role, order, exact])).toEqual([
      ['ADDRESSEE', 0, 'reporters'],
      ['CONTENT', 0, 'We are ready,'],
      ['CONTENT', 1, READY.slice('We are ready, '.length)],
      ['CUE', 0, 'said'],
      ['SOURCE', 0, 'she'],
    ]);
    expect(rows[1]).toMatchObject({
      prefix: ' would sign the Delta Treaty.\n\n“',
      suffix: '” she said. “The talks in Oslund',
      verdict: 'EXACT',
      current: true,
    });
  });
});

describeEngines('a text beyond the basic plane', (open) => {
  const TEXT = '👍 𝒳-Corp: שָׁלוֹם said “q\u0323 👨‍👩‍👧 café” 👍';

  test('has offsets in code points and in UTF-16 units, with the words at both', async () => {
    const db = await open();
    await ingestDocument(
      db,
      documentOf({
        text: TEXT,
        entities: {
          shalom: { type: 'PERSON', name: 'שָׁלוֹם' },
          corp: { type: 'ORGANIZATION', name: '𝒳-Corp' },
        },
        mentions: { shalom: { at: 'שָׁלוֹם', of: 'shalom' }, corp: { at: '𝒳-Corp', of: 'corp' } },
        statements: {
          said: {
            kind: 'DIRECT',
            by: 'shalom',
            source: 'שָׁלוֹם',
            cue: 'said',
            content: at('q\u0323 👨‍👩‍👧 café'),
          },
        },
      }),
    );
    const rows = await read(
      db,
      `MATCH (n) WHERE n:Mention OR n:Evidence
       RETURN n.exact AS exact, n.start AS start, n.end AS end, n.startUtf16 AS startUtf16, n.endUtf16 AS endUtf16`,
    );
    expect(rows).toHaveLength(5);
    for (const { exact, start, end, startUtf16, endUtf16 } of rows) {
      expect([...TEXT].slice(Number(start), Number(end)).join('')).toBe(exact);
      expect(TEXT.slice(Number(startUtf16), Number(endUtf16))).toBe(exact);
      expect(Number(startUtf16)).toBeGreaterThan(Number(start));
    }
    const { text, length, quote } = await readOne(
      db,
      'MATCH (s:Statement)-[:REPORTED_IN]->(v:ArticleVersion) RETURN v.text AS text, v.length AS length, s.quote AS quote',
    );
    expect({ text, length, quote }).toEqual({
      text: TEXT,
      length: [...TEXT].length,
      quote: 'q\u0323 👨‍👩‍👧 café',
    });
    const names = await read(db, 'MATCH (n:Name) RETURN n.folded AS folded ORDER BY folded');
    expect(names.map(({ folded }) => folded).toSorted()).toEqual(['x-corp', 'שלום'].toSorted());
  });
});
