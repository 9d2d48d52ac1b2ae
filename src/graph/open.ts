import type { Database, DatabaseTarget } from './database.ts';

/** Loads only the adapter that the target needs. Does not apply the plan. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  if (target.engine === 'grafeo') return (await import('./grafeo.ts')).openGrafeo(target);
  return (await import('./neo4j.ts')).openNeo4j(target);
}

/** Whether opening would make a store that is not there yet. A server is taken to be there. */
export async function isNewStore(target: DatabaseTarget): Promise<boolean> {
  if (target.engine !== 'grafeo' || target.folder === undefined) return false;
  return !(await import('./grafeo.ts')).hasStore(target.folder);
}
