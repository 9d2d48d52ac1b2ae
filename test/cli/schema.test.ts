import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { onrecord } from './cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built package in a folder of its own, as the command writes beside its own code. */
async function newPackage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-schema-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

describe('onrecord schema', () => {
  test('writes all contracts, and then finds them current', async () => {
    const folder = await newPackage();
    const command = join(folder, 'dist', 'cli.js');
    const written = await onrecord(['schema', '--write'], {}, { command });
    expect(written).toMatchObject({ status: 0, stderr: '' });
    expect(await onrecord(['schema', '--check'], {}, { command })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });

    const sdl = await readFile(join(folder, 'schema', 'schema.graphql'), 'utf8');
    expect(buildSchema(sdl).getQueryType()?.name).toBe('Query');
    const annotation = await readFile(join(folder, 'schema', 'annotation.schema.json'), 'utf8');
    expect(JSON.parse(annotation)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['format', 'article', 'run'],
    });
    expect(annotation.endsWith('}\n')).toBe(true);
    const loose = await readFile(join(folder, 'schema', 'loose-extraction.schema.json'), 'utf8');
    expect(JSON.parse(loose)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['statements'],
    });
  });

  test('names the file that differs from the code, or is missing', async () => {
    const folder = await newPackage();
    const command = join(folder, 'dist', 'cli.js');
    await onrecord(['schema', '--write'], {}, { command });
    await writeFile(join(folder, 'schema', 'schema.graphql'), 'type Query { other: String }\n');
    const drifted = await onrecord(['schema', '--check'], {}, { command });
    expect(drifted.status).toBe(1);
    expect(drifted.stderr).toMatch(
      /^onrecord: schema\/schema\.graphql differs from the code\. .*npm run schema.*\n$/,
    );
    await rm(join(folder, 'schema', 'annotation.schema.json'));
    const both = await onrecord(['schema', '--check'], {}, { command });
    expect(both.stderr).toContain('schema/schema.graphql and schema/annotation.schema.json differ');
  });

  test('wants to know whether to write or to check', async () => {
    for (const args of [['schema'], ['schema', '--write', '--check']]) {
      const { status, stdout } = await onrecord(args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    }
  });
});
