import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { run } from '../test/support/command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The server as `npm start` runs it, in a process of its own. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the banner, which comes when the port is open and the articles are loaded. */
  readonly readyMs: number;
  readonly stop: () => Promise<void>;
}

/** What is measured is the code as it stands, not what was built before. */
export async function build(): Promise<void> {
  await run('npm', ['run', 'build'], ROOT);
}

/** With these settings and no others, on any free port. */
export async function launch(settings: Readonly<Record<string, string>>): Promise<Server> {
  const { PATH = '', SystemRoot = '' } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: ROOT,
    env: { PATH, SystemRoot, PORT: '0', ...settings },
  });
  const exited = once(child, 'exit');
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const [found] = /http:\/\/\S+\/graphql(?= )/.exec(stdout) ?? [];
      if (found !== undefined && stdout.includes('loaded')) resolve(found);
    });
    exited.then(([code]) => reject(new Error(`The server ended with ${code}: ${stderr}`)), reject);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { url, pid: child.pid ?? 0, readyMs: performance.now() - start, stop };
}

/** The data of a request. Throws for an answer with errors: an error is quick, and no answer. */
export async function ask<T>(url: string, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: readonly { message: string }[] };
  if (data === undefined || errors !== undefined)
    throw new Error(`${query} ${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
  return data;
}
