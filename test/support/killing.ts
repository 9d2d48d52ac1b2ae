import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { random } from '../../bench/world.ts';
import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { identityOf } from '../../src/ingest/identity.ts';
import type { Dump } from '../ingest/graph.ts';
import { acknowledged, type IngestEnd, ingestUntil, startIngest } from './ingesting.ts';
import type { ProcessStore } from './process-store.ts';
import { comparableDump, documentsIn, expectIntegrity, graphOf } from './wholeness.ts';

/** About as many as it takes to connect to a server and apply the plan. */
export const PLAN_STEPS = 150;

export interface Killing {
  readonly documents: readonly AnnotationInput[];
  readonly kills: number;
  readonly seed: number;
}

/**
 * Ingests documents in a process that is killed at random steps, from the making of the store to the closing of it, and started again
 * until they are all written; then once more on a new store. After each kill every document that was told to be written is there as a
 * whole, none is there in part, and the graph is that of the documents that are there and keeps every rule.
 */
export async function killRepeatedly(
  newStore: () => Promise<ProcessStore>,
  { documents, kills, seed }: Killing,
): Promise<void> {
  const next = random(seed);
  const folder = await writeDocuments(documents);
  const graphs = new Graphs();
  const whole = await startIngest(await newStore(), folder).ended;
  expectWell(whole, documents);

  let killed = 0;
  while (killed < kills) {
    const store = await newStore();
    const written = new Set<AnnotationInput>();
    let end: IngestEnd;
    do {
      // What has nothing left to write has few steps.
      const spared = killed === kills || written.size === documents.length;
      const step = spared ? Number.POSITIVE_INFINITY : 1 + Math.floor(next() * whole.steps);
      end = await ingestUntil(store, folder, step);
      for (const document of documentsOf(acknowledged(end), documents)) written.add(document);
      if (end.signal === null) continue;
      killed += 1;
      await store.look(async (db) => {
        const there = await documentsIn(db, documents);
        expect(there, `after a kill at step ${step}`).toEqual(expect.arrayContaining([...written]));
        expect(await comparableDump(db)).toEqual(await graphs.of(there));
        await expectIntegrity(db, `after a kill at step ${step}`);
      });
    } while (end.signal !== null);
    expectWell(end, documents);
    await store.look(async (db) => {
      expect(await documentsIn(db, documents)).toEqual(documents);
      expect(await comparableDump(db)).toEqual(await graphs.of(documents));
      await expectIntegrity(db);
    });
  }
}

/** A folder with a file for each document, in their order. */
export async function writeDocuments(documents: readonly AnnotationInput[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-documents-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [number, document] of documents.entries()) {
    const name = `${String(number).padStart(6, '0')}.json`;
    await writeFile(join(folder, name), JSON.stringify(document));
  }
  return folder;
}

/** The documents of articles that are told one after the other: of several of one article the first, then the next. */
export function documentsOf(
  articleIds: readonly string[],
  documents: readonly AnnotationInput[],
): AnnotationInput[] {
  const left = documents.map((document) => ({ document, id: articleIdOf(document) }));
  return articleIds.map((id) => {
    const at = left.findIndex((each) => each.id === id);
    const [found] = left.splice(at, 1);
    if (at < 0 || found === undefined) throw new Error(`No document is left of the article ${id}.`);
    return found.document;
  });
}

function articleIdOf(document: AnnotationInput): string {
  return identityOf(checkAnnotation(document).document).articleId;
}

function expectWell(end: IngestEnd, documents: readonly AnnotationInput[]): void {
  expect(end).toMatchObject({ status: 0, signal: null, stderr: '' });
  expect(documentsOf(acknowledged(end), documents)).toHaveLength(documents.length);
}

/** Clean graphs by their documents, each made once. */
class Graphs {
  readonly #made = new Map<string, Promise<Dump>>();

  of(documents: readonly AnnotationInput[]): Promise<Dump> {
    const key = documents.map((document) => JSON.stringify(document.article)).join();
    const made = this.#made.get(key) ?? graphOf(documents);
    this.#made.set(key, made);
    return made;
  }
}
