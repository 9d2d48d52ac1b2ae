import type { Query } from '../graph/database.ts';

/** The latest run of a tool over a version with the same parameters. */
export const LATEST_RUN_OF_TOOL: Query = {
  name: 'ingest.latestRunOfTool',
  text: `
MATCH (:ArticleVersion {id: $versionId})<-[:ANNOTATES]-(run:ExtractionRun)
WHERE run.method = 'TOOL' AND run.tool = $tool AND run.version = $version AND run.parameters = $parameters
RETURN run.id AS id, run.startedAt AS startedAt, run.documentSha256 AS documentSha256
ORDER BY startedAt DESC, id DESC
LIMIT 1`,
};

/** The latest run of any tool over a version. */
export const LATEST_RUN_OF_TOOLS: Query = {
  name: 'ingest.latestRunOfTools',
  text: `
MATCH (:ArticleVersion {id: $versionId})<-[:ANNOTATES]-(run:ExtractionRun)
WHERE run.method = 'TOOL'
RETURN run.id AS id, run.startedAt AS startedAt
ORDER BY startedAt DESC, id DESC
LIMIT 1`,
};
