import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Database, Transaction } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import { traced } from '../../src/graph/traced.ts';
import { checkIntegrity, type Progress } from '../../src/integrity/check.ts';
import { query, read, write } from '../graph/queries.ts';
import { ingestAll, readOne } from '../ingest/graph.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { openBreakable } from './breakable.ts';
import { findingsAfter, findingsOf, openGraph } from './findings.ts';

/** The document of the sample's run, packed again after a change. */
async function repacked(db: Database, change: (json: string) => string): Promise<string> {
  const row = await readOne(
    db,
    "MATCH (run:ExtractionRun {tool: 'test', title: 'Norland to sign'}) RETURN run.document AS document",
  );
  const json = inflateRawSync(Buffer.from(text(row, 'document'), 'base64')).toString('utf8');
  return deflateRawSync(change(json)).toString('base64');
}

const SET_DOCUMENT =
  "MATCH (run:ExtractionRun {tool: 'test', title: 'Norland to sign'}) SET run.document = $document RETURN run.id AS id";

/** Calls of each query. */
async function callsOf(db: Database): Promise<Map<string, number>> {
  const calls = new Map<string, number>();
  await checkIntegrity(traced(db, ({ query: name }) => calls.set(name, (calls.get(name) ?? 0) + 1)));
  return calls;
}

describeEngines('the check of a graph', (open) => {
  test('finds a document that says something else than before', async () => {
    const db = await openBreakable(open);
    const document = await repacked(db, (json) => json.replace('"acts":["CRITICIZE"]', '"acts":["PRAISE"]'));
    const { findings, id } = await findingsAfter(db, [SET_DOCUMENT], { document });
    expect(findings).toEqual([
      { rule: 'document-hash', id, detail: expect.stringContaining('documentSha256 is') },
      {
        rule: 'statement-of-document',
        id: expect.stringMatching(/^sta_/),
        detail: expect.stringMatching(/acts is \["CRITICIZE"\], it should be \["PRAISE"\]$/),
      },
    ]);
  });

  test('tells what is wrong with a document that breaks the format, and takes its records as they are', async () => {
    const db = await openBreakable(open);
    const document = await repacked(db, (json) => json.replace('"exact":"Anna Berg"', '"exact":"Anna Borg"'));
    const { findings, id } = await findingsAfter(db, [SET_DOCUMENT], { document });
    expect(findings).toEqual([
      {
        rule: 'document-valid',
        id,
        detail: expect.stringMatching(/its document breaks the format: \/mentions\/0 .*"Anna Borg"/),
      },
    ]);
  });

  test('finds a text that is not in normal form, though it has the hash and the length that its version says', async () => {
    const db = await openGraph(open);
    await ingestAll(db, [documentOf({ text: 'Zoë Ek said nothing.', key: 'zoe' })]);
    const decomposed = 'Zoë Ek said nothing.'.normalize('NFD');
    const sha256 = createHash('sha256').update(decomposed, 'utf8').digest('hex');
    const { findings, id } = await findingsAfter(
      db,
      [
        'MATCH (v:ArticleVersion) SET v.text = $text, v.sha256 = $sha256, v.length = $length RETURN v.id AS id',
      ],
      { text: decomposed, sha256, length: [...decomposed].length },
    );
    expect(findings).toContainEqual({
      rule: 'text-hash',
      id,
      detail: expect.stringMatching(/: its text is not in the normal form NFC/),
    });
  });

  test('ends where somebody wants it to, with what it found by then', async () => {
    const db = await openBreakable(open);
    await write(db, 'MATCH (v:ArticleVersion) SET v.surplus = 1');
    await write(db, 'MATCH (r:Relation) SET r.surplus = 1');
    const controller = new AbortController();
    const rules: string[] = [];
    const { isComplete } = await checkIntegrity(db, {
      signal: controller.signal,
      onFinding: ({ rule }) => rules.push(rule),
      onProgress: ({ stage, done }) => stage === 'articles' && done > 0 && controller.abort(),
    });
    expect(isComplete).toBe(false);
    expect(new Set(rules)).toEqual(new Set(['record-ids']));
  });

  test('tells each finding once, though many documents come upon it', async () => {
    const db = await openGraph(open);
    const keys = ['a', 'b', 'c'];
    await ingestAll(
      db,
      keys.map((key) => documentOf({ ...SAMPLE, key, url: null })),
    );
    await write(db, "MATCH (k:EntityKey {qid: 'Q900001'}) SET k.surplus = true");
    expect(await findingsOf(db)).toEqual([
      {
        rule: 'key-of-document',
        id: expect.stringMatching(/^per_/),
        detail: expect.stringContaining('surplus'),
      },
    ]);
  });

  test('looks twice, so that what is being written is no finding', async () => {
    const db = await openBreakable(open);
    const change = query("MATCH (e:Person {name: 'Eva Holm'}) SET e.words = ' other '");
    const back = query("MATCH (e:Person {name: 'Eva Holm'}) SET e.words = ' eva holm '");
    let looks = 0;
    await db.write((tx) => tx.run(change));
    const disturbed = {
      readTransaction: async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
        let met = false;
        const watching: Transaction = {
          run: (each, params) => {
            if (each.name === 'integrity.entities') met = true;
            return db.readTransaction((tx) => tx.run(each, params));
          },
        };
        const result = await work(watching);
        if (met) looks += 1;
        if (looks === 1) await db.write((tx) => tx.run(back));
        return result;
      },
    };
    expect(await findingsOf(disturbed)).toEqual([]);
    expect(looks).toBe(2);
  });

  test('costs as many queries for many articles as for one', async () => {
    const one = await openGraph(open);
    await ingestAll(one, [sampleDocument()]);
    const calls = await callsOf(one);
    const many = await openGraph(open);
    await ingestAll(
      many,
      [...'abcdefgh'].map((key) => documentOf({ ...SAMPLE, key, url: null })),
    );
    expect(await callsOf(many)).toEqual(calls);
  });

  test('tells how far it is, and what it went through', async () => {
    const db = await openBreakable(open);
    const told: Progress[] = [];
    const { nodes, isComplete, findings } = await checkIntegrity(db, {
      onProgress: (progress) => told.push(progress),
    });
    expect({ isComplete, findings: findings.size }).toEqual({ isComplete: true, findings: 0 });
    for (const label of ['Article', 'Statement', 'Mention'] as const) {
      const [row] = await read(db, `MATCH (n:${label}) RETURN count(n) AS nodes`);
      expect(nodes.get(label)).toBe(row?.['nodes']);
    }
    const last = new Map(told.map((progress) => [progress.stage, progress]));
    expect([...last.keys()]).toEqual([
      'nodes astray',
      'articles',
      'keys',
      'entities',
      'relations',
      'decisions',
      'names and words',
    ]);
    for (const { done, total } of last.values()) expect(done).toBe(total);
  });

  test('finds relationships whose places are not those of what they come from, where relationships have places', async () => {
    const db = await openBreakable(open);
    const [row] = await db.read({
      name: 'test.places',
      text: 'RETURN false AS places',
      indexed: 'RETURN true AS places',
    });
    const { findings } = await findingsAfter(db, [
      "MATCH (s:Statement {current: true})-[way:SAID_BY]->(e:Person {name: 'Anna Berg'}) SET way.latestPlace = 'x' RETURN s.id AS id",
      "MATCH (m:Mention {exact: 'Anna Berg', current: true})-[way:REFERS_TO]->() SET way.textPlace = 'x' RETURN m.id AS id",
    ]);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['list-places']));
    const wanted = row?.['places']
      ? /latestPlace is "x", it should be "per_/
      : /latestPlace is "x", it should be null/;
    expect(findings[0]?.detail).toMatch(/^(?:sta|men)_/);
    expect(findings.map(({ detail }) => detail).join()).toMatch(wanted);
  });
});
