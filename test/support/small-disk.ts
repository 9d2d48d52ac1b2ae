import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A way to run a command where what is written soon finds no room. */
export interface SmallDisk {
  readonly name: string;
  /** What the operating system says then. */
  readonly reason: string;
  /** Why it cannot be had here; null where it can. */
  readonly missing: string | null;
  /**
   * What to put before a command so that `small` has little room. It begins with what is in `before`; what it holds in the end is
   * copied to `after`, as the file system may be gone by then. Both are folders that are there.
   */
  readonly through: (small: string, before: string, after: string) => readonly string[];
}

const WAYS = [
  {
    name: 'a full disk',
    reason: 'No space left on device',
    shell: ['unshare', '-Urm', 'sh'],
    before: 'mount -t tmpfs -o size=2m tmpfs "$small"',
    within: 'true',
  },
  {
    name: 'a limit of file sizes',
    reason: 'File too large',
    shell: ['sh'],
    before: 'true',
    // Blocks of 512 bytes, in some shells of 1,024.
    within: 'ulimit -f 1500',
  },
] as const;

export const SMALL_DISKS: readonly SmallDisk[] = WAYS.map(({ name, reason, shell, before, within }) => {
  const script = `small=$1; before=$2; after=$3; shift 3
    ${before} && cp -R "$before/." "$small" || exit 99
    (${within} && "$@"); status=$?
    cp -R "$small/." "$after" || exit 98
    exit $status`;
  const through = (...folders: readonly string[]) => [...shell, '-c', script, 'sh', ...folders];
  return { name, reason, missing: whyNot(through), through };
});

/** Tries it on nothing. */
function whyNot(through: (...folders: readonly string[]) => readonly string[]): string | null {
  const folders = [1, 2, 3].map(() => mkdtempSync(join(tmpdir(), 'onrecord-disk-')));
  const [command = '', ...args] = [...through(...folders), 'true'];
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  for (const folder of folders) rmdirSync(folder);
  return status === 0 ? null : (error?.message ?? stderr).trim();
}
