import type { Database } from '../graph/database.ts';
import type { Log } from '../observability/log.ts';
import { type Page, type Pages, sendJson } from './pages.ts';

/** `/health`: the process lives. `/ready`: the graph answers too; why it does not is for the log alone. */
export function probes(db: Pick<Database, 'ping'>, log: Log): Pages {
  const health: Page = (_request, response) => sendJson(response, 200, { alive: true });
  const ready: Page = async (_request, response) => {
    try {
      await db.ping();
      sendJson(response, 200, { ready: true });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      sendJson(response, 503, { ready: false });
    }
  };
  return new Map([
    ['/health', health],
    ['/ready', ready],
  ]);
}
