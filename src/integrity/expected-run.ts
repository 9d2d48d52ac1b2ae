import type { Row } from '../graph/database.ts';
import { type Changes, nodesOf } from '../ingest/changes.ts';
import type { EntityKey } from '../ingest/entity-keys.ts';
import type { KeptApart } from '../ingest/resolution.ts';
import { sayingsOf } from '../ingest/settle-runs.ts';
import type { Way } from './compare-ways.ts';
import type { ReadRun } from './documents.ts';
import { textIn } from './read.ts';

/** The properties of a run's node. Its document, and when and by whom it was recorded, are as they are. */
export function expectedRun({ run, checked, identity }: ReadRun, { outletId }: Changes): Row {
  const recording = { recordedAt: textIn(run.properties, 'recordedAt') ?? '', recordedBy: null };
  return { ...nodesOf(checked, identity, recording).run, current: run.current, outletId };
}

/** What leads from a run: to its version, the keys of its entities, and its relations. */
export function expectedWaysOfRun(
  { run, checked }: ReadRun,
  { relations }: Changes,
  keys: ReadonlyMap<string, EntityKey>,
  apart: readonly KeptApart[],
): Way[] {
  const { id: runId, articleId, versionId, current } = run;
  const { document } = checked;
  const way = (type: string, label: Way['label'], to: string, properties: Row): Way => ({
    from: runId,
    type,
    label,
    to,
    properties,
  });
  return [
    way('ANNOTATES', 'ArticleVersion', versionId, {}),
    ...sayingsOf({ runId, articleId, current, document, keys }, apart).map(({ keyId, description }) =>
      way('DESCRIBES', 'EntityKey', keyId, { ...description }),
    ),
    ...relations.asserts.map(({ to, local, reference }) =>
      way('ASSERTS', 'Relation', to, { local, reference }),
    ),
  ];
}
