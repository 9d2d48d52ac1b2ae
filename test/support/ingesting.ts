import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ProcessStore } from './process-store.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** What an ingest came to. `signal` is what it was ended by from outside; then `status` is null. */
export interface IngestEnd {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Lines printed, and what `ProcessStore.follow` tells. */
  readonly steps: number;
}

export interface Ingesting {
  readonly kill: () => void;
  /** Resolves once what is printed on the two streams is like this; rejects when it ends otherwise. */
  readonly tells: (pattern: RegExp) => Promise<void>;
  /** Resolves after so many further steps, or when it ends before. */
  readonly takes: (steps: number) => Promise<void>;
  readonly ended: Promise<IngestEnd>;
}

/** The built command in a process of its own, as on a command line. */
export function startIngest(store: ProcessStore, path: string): Ingesting {
  const { PATH = '', SystemRoot = '' } = process.env;
  const events = new EventEmitter();
  let steps = 0;
  const step = () => {
    steps += 1;
    events.emit('step');
  };
  const following = store.follow(step);
  const [command = '', ...args] = [...(store.through ?? []), process.execPath, CLI, 'ingest', path];
  const child = spawn(command, args, {
    env: { PATH, SystemRoot, ...store.settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (let line = text.split('\n').length; line > 1; line -= 1) step();
    events.emit('text');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    events.emit('text');
  });
  const ended = once(child, 'close').then(([status, signal]): IngestEnd => {
    following.stop();
    return { status, signal, stdout, stderr, steps };
  });
  const tells = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(stdout + stderr) && resolve();
      events.on('text', look);
      ended.then(() => reject(new Error(`It ended without ${pattern}: ${stdout}${stderr}`)), reject);
      look();
    });
  const takes = (more: number) =>
    new Promise<void>((resolve, reject) => {
      const end = steps + more;
      events.on('step', () => steps >= end && resolve());
      ended.then(() => resolve(), reject);
    });
  return { kill: () => child.kill('SIGKILL'), tells, takes, ended };
}

/** An ingest that is killed at its `step`-th step, or comes to its own end before. */
export async function ingestUntil(store: ProcessStore, path: string, step: number): Promise<IngestEnd> {
  const ingesting = startIngest(store, path);
  await ingesting.takes(step);
  ingesting.kill();
  return ingesting.ended;
}

/** The ids of the articles that the output says are written, in its order. A line that was cut off says nothing. */
export function acknowledged({ stdout }: IngestEnd): string[] {
  const lines = stdout.split('\n').slice(0, -1);
  return lines.flatMap((line) => /^(?:created|unchanged) .*\((art_[0-9a-f]{32})\)$/.exec(line)?.[1] ?? []);
}
