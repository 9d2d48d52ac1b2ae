import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when standard output has the words. */
  says(words: string): Promise<void>;
}

/** Starts the built command with these settings and no others; its standard input is open. */
export function startOnrecord(
  args: readonly string[],
  settings: Record<string, string> = {},
  command = CLI,
): Running {
  const { PATH = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [command, ...args], { env: { PATH, SystemRoot, ...settings } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A command that ends early leaves nobody to write to.
  child.stdin.on('error', () => {});
  return {
    child,
    ended: once(child, 'close').then(([status]) => ({ status, stdout, stderr })),
    async says(words) {
      while (!stdout.includes(words)) await once(child.stdout, 'data');
    },
  };
}

/** Runs it to its end; standard input has the text. */
export function onrecord(
  args: readonly string[],
  settings: Record<string, string> = {},
  { command = CLI, stdin = '' }: { readonly command?: string; readonly stdin?: string } = {},
): Promise<Ended> {
  const { child, ended } = startOnrecord(args, settings, command);
  child.stdin?.end(stdin);
  return ended;
}
