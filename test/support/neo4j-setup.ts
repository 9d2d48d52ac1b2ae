import type { TestProject } from 'vitest/node';
import type { DatabaseTarget } from '../../src/graph/database.ts';
import { startNeo4j } from './neo4j-server.ts';

/** Where the Neo4j suites run, or why they cannot. */
export type Neo4jSource =
  | { readonly target: Extract<DatabaseTarget, { engine: 'neo4j' }>; readonly missing?: undefined }
  | { readonly missing: string; readonly required: boolean };

/**
 * Once a run: the server at NEO4J_TEST_URI (with NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD), WHOSE DATABASE IS EMPTIED;
 * else one started from Maven Central's jars, in the version NEO4J_TEST_VERSION. Without either the suites are skipped,
 * and with CI=true fail.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USERNAME: username, NEO4J_TEST_PASSWORD: password } = process.env;
  const { CI } = process.env;
  if (uri !== undefined) {
    const credentials = username === undefined ? {} : { username, password: password ?? '' };
    project.provide('neo4j', { target: { engine: 'neo4j', uri, ...credentials } });
    return undefined;
  }
  try {
    const server = await startNeo4j();
    project.provide('neo4j', { target: { engine: 'neo4j', uri: server.uri } });
    return server.stop;
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    console.warn('The Neo4j suites cannot run:', error);
    project.provide('neo4j', { missing, required: CI === 'true' });
    return undefined;
  }
}
