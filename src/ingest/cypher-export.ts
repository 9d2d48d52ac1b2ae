import type { Query } from '../graph/database.ts';

/* What an export reads: runs in the order of their ids, a page at a time. */

/** With about how many characters each takes, so that their documents are read few at a time where they are long. */
export const RUNS_AFTER: Query = {
  name: 'ingest.runsAfter',
  text: `
MATCH (run:ExtractionRun)
WHERE run.id > $after
WITH run
ORDER BY run.id
LIMIT $limit
RETURN run.id AS id, size(run.document) AS packed, head([(run)-[:ANNOTATES]->(v:ArticleVersion) | v.length]) AS length
ORDER BY id`,
};

export const RECORDED_DOCUMENTS: Query = {
  name: 'ingest.recordedDocuments',
  text: `
UNWIND $ids AS id
MATCH (run:ExtractionRun {id: id})-[:ANNOTATES]->(v:ArticleVersion)
RETURN id, run.document AS document, v.text AS text, run.recordedAt AS recordedAt, run.recordedBy AS recordedBy
ORDER BY id`,
};

export const COUNT_RUNS: Query = {
  name: 'ingest.countRuns',
  text: 'MATCH (run:ExtractionRun) RETURN count(run) AS runs ORDER BY runs LIMIT 1',
};
