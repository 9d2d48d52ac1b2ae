import { GrafeoDB } from '@grafeo-db/js';
import { describe, expect, inject, test } from 'vitest';
import type { Database, Params, Query, Transaction } from '../../src/graph/database.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { fromEngine, toEngine } from '../../src/graph/values.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';
import { SAMPLE } from '../support/sample.ts';

/** Two versions and a run of a tool, so that every query of ingest has something to do. */
const DOCUMENTS = [
  documentOf(SAMPLE),
  documentOf({
    ...SAMPLE,
    text: `Updated. ${SAMPLE.text}`,
    retrievedAt: '2024-03-06T10:00:00Z',
    outlet: null,
  }),
  documentOf({ ...SAMPLE, run: { method: 'TOOL' } }),
];

/** Many articles with nothing in common with the sample. */
const OTHERS = Array.from({ length: 40 }, (_, index) => {
  const text = `Speaker ${index} of Land ${index} said that City ${index} is his.`;
  return documentOf({
    text,
    key: `other-${index}`,
    entities: {
      speaker: { type: 'PERSON', name: `Speaker ${index}`, qid: `Q1${index}` },
      land: { type: 'COUNTRY', name: `Land ${index}` },
      city: { type: 'PLACE', name: `City ${index}` },
      office: { type: 'POSITION', name: `Office ${index}`, of: 'land', accreditedTo: 'land' },
    },
    mentions: {
      speaker: { at: `Speaker ${index}`, of: 'speaker' },
      city: { at: `City ${index}`, of: 'city' },
    },
    statements: {
      said: { by: 'speaker', source: `Speaker ${index}`, cue: 'said', content: `that City ${index} is his` },
    },
    relations: {
      citizen: { type: 'CITIZEN_OF', from: 'speaker', to: 'land', at: `Speaker ${index} of Land ${index}` },
    },
  });
});

/** What each query reads: nodes that scans and look-ups find, and edges, whether they are of use or not. */
class CountingStore {
  readonly reads = new Map<string, number>();
  readonly #store = GrafeoDB.create();

  async prepare(): Promise<void> {
    for (const { name, label, property } of [...GRAPH_PLAN.unique, ...GRAPH_PLAN.indexes]) {
      await this.#store.executeCypher(`CREATE INDEX ${name}_index FOR (n:${label}) ON (n.${property})`);
    }
  }

  async ingest(documents: readonly unknown[]): Promise<void> {
    const transact: Database['write'] = (work) => work(this.#transaction());
    const db = { write: transact, readTransaction: transact } as Database;
    for (const document of documents) await ingestDocument(db, document);
  }

  #transaction(): Transaction {
    const runOne = async ({ name, text }: Query, params: Params) => {
      const result = await this.#store.executeCypher(text, toEngine(params));
      this.reads.set(name, (this.reads.get(name) ?? 0) + (result.rowsScanned ?? 0));
      return result.toArray().map(fromEngine);
    };
    let last: Promise<unknown> = Promise.resolve();
    return {
      run: (query, params = {}) => {
        const rows = last.then(() => runOne(query, params));
        last = rows;
        return rows;
      },
    };
  }
}

// The other engine does not tell what it reads; its plans were looked at by hand.
describe.runIf(inject('engine') === 'grafeo')('an ingest', () => {
  test('reads no more of a full graph than of an empty one', async () => {
    const empty = new CountingStore();
    await empty.prepare();
    await empty.ingest(DOCUMENTS);

    const full = new CountingStore();
    await full.prepare();
    await full.ingest(OTHERS);
    full.reads.clear();
    await full.ingest(DOCUMENTS);

    expect(Object.fromEntries(full.reads)).toEqual(Object.fromEntries(empty.reads));
    expect(full.reads.size).toBeGreaterThan(40);
  });
});
