import type { Transaction } from '../graph/database.ts';
import { GRAPH_PLAN } from '../graph/plan.ts';
import { GRAPH_MODELS } from './cypher-store.ts';
import { nodeIn } from './read.ts';
import type { Finding } from './rules.ts';

/**
 * Whether the graph is of this program's model, and says so once. Where it is of another, no other rule can be told from it. A graph
 * without a model has nothing in it, or was written by no version that says.
 */
export async function checkModel(
  tx: Transaction,
  isEmpty: boolean,
): Promise<{ readonly findings: readonly Finding[]; readonly isReadable: boolean }> {
  const models = (await tx.run(GRAPH_MODELS, { limit: 10 })).map(nodeIn);
  const wanted = GRAPH_PLAN.version;
  const [first] = models;
  const tell = (id: string | null, detail: string): Finding => ({ rule: 'model-version', id, detail });
  if (first === undefined) {
    if (isEmpty) return { findings: [], isReadable: true };
    const detail = `the graph does not say which version of the graph model it has, and this program has version ${wanted}; nothing else was checked`;
    return { findings: [tell(null, detail)], isReadable: false };
  }
  const others = models.filter(({ properties }) => properties['version'] !== wanted);
  const [other] = others;
  if (other !== undefined) {
    const detail = `the graph was written for version ${String(other.properties['version'] ?? 'unknown')} of the graph model, and this program has version ${wanted}; nothing else was checked`;
    return { findings: [tell(other.id, detail)], isReadable: false };
  }
  if (models.length === 1) return { findings: [], isReadable: true };
  return { findings: [tell(first.id, 'there is more than one GraphModel')], isReadable: true };
}
