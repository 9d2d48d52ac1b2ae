import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../support/documents.ts';
import { folderOf } from '../support/folders.ts';
import { onrecord } from './cli.ts';

function line(key: string, qid: string | null): string {
  const entities = { x: { type: 'PERSON', name: 'Carl Ek', qid } } as const;
  return `${JSON.stringify(documentOf({ key, text: `Article ${key}.`, entities }))}\n`;
}

describe('onrecord review', () => {
  test('lists who may be meant by a name, for people and for programs', async () => {
    const settings = { ONRECORD_DATA: join(await folderOf(), 'store') };
    await onrecord(['ingest', '-'], settings, { stdin: line('a', 'Q1') + line('b', null) });
    expect(await onrecord(['review'], settings)).toEqual({
      status: 0,
      stdout: 'Nothing is open.\n',
      stderr: '',
    });
    await onrecord(['ingest', '-'], settings, { stdin: line('c', 'Q2') });
    const { stdout } = await onrecord(['review'], settings);
    expect(stdout).toMatch(
      /^PERSON "Carl Ek" \(per_\w+\) may be one of 2:\n( {4}PERSON "Carl Ek", Q[12] \(per_\w+\)\n){2}1 open\.\n$/,
    );
    const json = await onrecord(['review', '--json'], settings);
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'NAME', subject: 'carl ek', candidates: [{}, {}] });
  });
});
