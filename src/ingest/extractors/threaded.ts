import { extname } from 'node:path';
import { Tinypool } from 'tinypool';
import { OnrecordError } from '../../errors.ts';
import type { Extractor } from '../extractor.ts';
import type { ThreadAnswer, ThreadTask } from './thread.ts';

/** Milliseconds that the thread stays when nothing is to be done: what it has loaded takes memory. */
const IDLE_MS = 60_000;

/** Where a thread finds an extractor: a module, and the name that it exports it under. */
export interface ExtractorModule {
  readonly url: URL;
  readonly name: string;
}

export interface ThreadedExtractor extends Extractor {
  /** Ends the thread, and what it is at. */
  close(): Promise<void>;
}

/**
 * An extractor at work in a thread of its own, one article after the other, so that a long text keeps nobody else waiting. The signal of an
 * article ends the work on it at once.
 */
export function threaded(
  { tool, version, parameters }: Extractor,
  { url, name }: ExtractorModule,
): ThreadedExtractor {
  const pool = new Tinypool({
    filename: moduleBeside('./thread', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    ...loadingSources(),
  });
  return {
    tool,
    version,
    parameters,
    async extract(article, { startedAt, signal } = {}) {
      signal?.throwIfAborted();
      const task: ThreadTask = { url: url.href, name, article, startedAt };
      const answer: ThreadAnswer = await pool.run(task, signal === undefined ? {} : { signal });
      if ('extraction' in answer) return answer.extraction;
      const { code, message, details } = answer.failure;
      throw new OnrecordError(code, message, { details });
    },
    close: () => pool.destroy(),
  };
}

/** The address of a module, named without ending, by the module that names it: both are sources, or both are built. */
export function moduleBeside(name: string, base: string): URL {
  return new URL(`${name}${extname(base)}`, base);
}

/** A thread does not load TypeScript by itself, whatever loads it in this one. */
function loadingSources(): { readonly execArgv?: string[] } {
  if (extname(import.meta.url) !== '.ts') return {};
  const code = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
  return { execArgv: ['--import', `data:text/javascript,${encodeURIComponent(code)}`] };
}
