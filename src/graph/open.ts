import type { Database, DatabaseTarget } from './database.ts';

/** Loads only the adapter that the target needs. Does not apply the plan. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  if (target.engine === 'grafeo') return (await import('./grafeo.ts')).openGrafeo(target);
  return (await import('./neo4j.ts')).openNeo4j(target);
}
