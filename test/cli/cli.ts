import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built command with these settings and no others. */
export async function onrecord(
  args: readonly string[],
  settings: Record<string, string> = {},
  command = CLI,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
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
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}
