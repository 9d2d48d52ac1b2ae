import type { Transaction } from '../graph/database.ts';
import type { LongNode } from './articles-in-graph.ts';
import { DOCUMENTS, TEXTS } from './cypher-records.ts';
import { checkText, type ReadRun, type RunInGraph, readDocument } from './documents.ts';
import { textIn } from './read.ts';
import type { Finding } from './rules.ts';
import type { SizedRun } from './run-batches.ts';

export interface ReadDocuments {
  readonly read: readonly ReadRun[];
  readonly unread: readonly RunInGraph[];
  /** By version, null where it has none; without those that are not what they were. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Versions over whose text a document says what it says. */
  readonly needed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** The documents of some runs over the texts of their versions. Those over a text that is not what it was are not read. */
export async function readDocuments(tx: Transaction, batch: readonly SizedRun[]): Promise<ReadDocuments> {
  const versions = new Map(batch.map(({ run, version }) => [run.versionId, version]));
  const against = new Map(
    batch.flatMap(({ current }) => (current?.id == null ? [] : [[current.id, current]])),
  );
  const texts = await readTexts(tx, [...new Set([...versions.keys(), ...against.keys()])]);
  const packed = await readPacked(tx, batch);
  const findings: Finding[] = [];
  for (const [id, version] of versions) {
    const found = checkVersion(id, texts, version);
    if (found.length > 0) texts.delete(id);
    findings.push(...found);
  }
  // Those are told of where their own runs are read.
  for (const [id, version] of against) if (checkVersion(id, texts, version).length > 0) texts.delete(id);
  const read: ReadRun[] = [];
  const unread: RunInGraph[] = [];
  const needed = new Set<string>();
  for (const { run } of batch) {
    const found = readDocument(run, packed.get(run.id) ?? null, texts);
    findings.push(...found.findings);
    if (found.needsText) needed.add(run.versionId);
    if (found.read === null) unread.push(run);
    else read.push(found.read);
  }
  return { read, unread, texts, needed, findings };
}

/** A version without a text has none that is wrong. */
function checkVersion(
  id: string,
  texts: ReadonlyMap<string, string | null>,
  version: LongNode | undefined,
): Finding[] {
  const text = texts.get(id) ?? null;
  return text === null ? [] : checkText(id, text, version?.properties ?? {});
}

async function readTexts(tx: Transaction, ids: readonly string[]): Promise<Map<string, string | null>> {
  const texts = new Map<string, string | null>();
  for (const row of await tx.run(TEXTS, { ids })) {
    const [id, text] = [textIn(row, 'id'), textIn(row, 'text')];
    if (id !== null) texts.set(id, text);
  }
  return texts;
}

async function readPacked(tx: Transaction, batch: readonly SizedRun[]): Promise<Map<string, string | null>> {
  const rows = await tx.run(DOCUMENTS, { ids: batch.map(({ run }) => run.id) });
  return new Map(rows.map((row) => [textIn(row, 'id') ?? '', textIn(row, 'document')]));
}
