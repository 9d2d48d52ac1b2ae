import type { Database, Transaction } from '../graph/database.ts';
import { checkModel } from './check-model.ts';
import { COUNTS_OF_LABELS, HAS_PLACES_ON_WAYS } from './cypher.ts';
import { flagIn, numberIn } from './read.ts';
import type { Finding, RuleName } from './rules.ts';
import { LABELS, type Label } from './shape.ts';
import type { Context, Stage, Unit } from './stage.ts';
import { ARTICLES } from './stage-articles.ts';
import { DECISIONS } from './stage-decisions.ts';
import { ENTITIES } from './stage-entities.ts';
import { KEYS } from './stage-keys.ts';
import { NAMES } from './stage-names.ts';
import { RELATIONS } from './stage-relations.ts';
import { STORE } from './stage-store.ts';
import { KnownWords } from './words.ts';

const STAGES: readonly Stage[] = [STORE, ARTICLES, KEYS, ENTITIES, RELATIONS, DECISIONS, NAMES];

/** Milliseconds for one unit. A scan of all nodes of a label takes as long as there are nodes. */
const UNIT_TIMEOUT_MS = 600_000;
/** Findings that are remembered, so that what several units come upon is told once. */
const MAX_REMEMBERED = 100_000;

export interface CheckOptions {
  readonly onFinding?: (finding: Finding) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the check after the part under way; what was found by then stays told. */
  readonly signal?: AbortSignal;
}

/** How far a stage of the check is. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  /** Of its stage; 0 where that cannot be told before. */
  readonly total: number;
}

export interface CheckResult {
  /** How many findings there are of each rule that is broken. */
  readonly findings: ReadonlyMap<RuleName, number>;
  /** Nodes by label. */
  readonly nodes: ReadonlyMap<Label, number>;
  /** False where it was ended, and for a graph of another model, of which nothing but that was looked at. */
  readonly isComplete: boolean;
}

/**
 * Proves every rule of the graph model over the whole graph, and tells what breaks them as it comes upon it. It only reads, a bounded
 * part at a time. What is found wrong is looked at a second time, so that what somebody is just writing is no finding.
 */
export async function checkIntegrity(
  db: Pick<Database, 'readTransaction'>,
  { onFinding = () => {}, onProgress = () => {}, signal }: CheckOptions = {},
): Promise<CheckResult> {
  const findings = new Map<RuleName, number>();
  const told = new Set<string>();
  const tell = (finding: Finding): void => {
    const key = textOf(finding);
    if (told.has(key)) return;
    if (told.size < MAX_REMEMBERED) told.add(key);
    findings.set(finding.rule, (findings.get(finding.rule) ?? 0) + 1);
    onFinding(finding);
  };
  const options = { timeoutMs: UNIT_TIMEOUT_MS };
  const { nodes, placesOnWays, model } = await db.readTransaction(async (tx) => {
    const counted = await countNodes(tx);
    const [places = {}] = await tx.run(HAS_PLACES_ON_WAYS);
    return {
      nodes: counted,
      placesOnWays: flagIn(places, 'places'),
      model: await checkModel(tx, counted.get('Article') === 0),
    };
  }, options);
  for (const finding of model.findings) tell(finding);
  if (!model.isReadable) return { findings, nodes, isComplete: false };
  const context = { db, ...options, placesOnWays, words: new KnownWords() };
  for (const stage of STAGES) await checkStage(stage, context, { nodes, tell, onProgress, signal });
  return { findings, nodes, isComplete: !isEnded(signal) };
}

interface Telling {
  readonly nodes: ReadonlyMap<Label, number>;
  readonly tell: (finding: Finding) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal | undefined;
}

async function checkStage(
  stage: Stage,
  context: Context,
  { nodes, tell, onProgress, signal }: Telling,
): Promise<void> {
  const total = stage.labels.reduce((sum, label) => sum + (nodes.get(label) ?? 0), 0);
  let done = 0;
  if (isEnded(signal)) return;
  onProgress({ stage: stage.name, done, total });
  for await (const unit of stage.units(context)) {
    for (const finding of await confirmed(unit, context)) tell(finding);
    done += unit.size;
    onProgress({ stage: stage.name, done, total });
    if (isEnded(signal)) return;
  }
}

/** What is wrong twice. On Neo4j others may write between the queries of one look. */
async function confirmed(unit: Unit, { db, timeoutMs }: Context): Promise<readonly Finding[]> {
  const look = () => db.readTransaction((tx) => unit.check(tx), { timeoutMs });
  const first = await look();
  if (first.length === 0) return first;
  const again = new Set((await look()).map(textOf));
  return first.filter((finding) => again.has(textOf(finding)));
}

async function countNodes(tx: Transaction): Promise<ReadonlyMap<Label, number>> {
  const counts = new Map<Label, number>();
  for (const label of LABELS) {
    const [row = {}] = await tx.run(COUNTS_OF_LABELS[label]);
    counts.set(label, numberIn(row, 'nodes'));
  }
  return counts;
}

function textOf({ rule, id, detail }: Finding): string {
  return `${rule} ${id} ${detail}`;
}

function isEnded(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
