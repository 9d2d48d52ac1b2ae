import type { Query } from '../graph/database.ts';
import { changeOfStatements } from './cypher-places.ts';

/* Where evidence of earlier versions of an article stands in its current one. */

export const RUNS_OF_VERSIONS: Query = {
  name: 'ingest.runsOfVersions',
  text: `
UNWIND $ids AS versionId
MATCH (:ArticleVersion {id: versionId})<-[:ANNOTATES]-(run:ExtractionRun)
RETURN versionId, run.id AS id, run.document AS document
ORDER BY versionId, id`,
};

export const READ_VERSION_TEXTS: Query = {
  name: 'ingest.readVersionTexts',
  text: `
UNWIND $ids AS id
MATCH (v:ArticleVersion {id: id})
RETURN id, v.text AS text, v.recordedAt AS recordedAt
ORDER BY id`,
};

export const SET_ANCHORS: Query = {
  name: 'ingest.setAnchors',
  text: `
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
SET e += row`,
};

export const SET_LAPSED: Query = changeOfStatements(
  'ingest.setLapsed',
  `
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s.lapsedAt = row.lapsedAt, s.lapsedReason = row.lapsedReason`,
);
