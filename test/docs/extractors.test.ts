import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { checkAnnotation } from '../../src/ingest/check.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = join(ROOT, 'docs', 'examples', 'model-extractor.ts');
const page = readFileSync(join(ROOT, 'docs', 'extractors.md'), 'utf8');

/** The block between two marks of a name. */
function block(name: string): string {
  const found = page.split(`<!-- ${name} -->`);
  expect(found, name).toHaveLength(3);
  return /^\n```\w+\n([\s\S]*)```\n$/.exec(found[1] ?? '')?.[1] ?? '';
}

/** A server of models that always gives one answer, and keeps what it was asked. */
async function startModel(answer: string) {
  const asked: unknown[] = [];
  const server = createServer(async (request, response) => {
    asked.push(JSON.parse(await text(request)));
    response.end(JSON.stringify({ choices: [{ message: { content: answer } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

test('the page shows the example as it is', () => {
  expect(block('example')).toBe(readFileSync(EXAMPLE, 'utf8'));
});

test('the example makes a document of the answer that the page shows, and tells what the page says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-extractor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const article = join(folder, 'article.txt');
  await writeFile(article, block('article'));
  const { url, asked } = await startModel(`Here it is:\n\`\`\`json\n${block('answer')}\`\`\`\n`);
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', EXAMPLE, article, url, 'small-model'],
    { cwd: ROOT },
  );
  expect(stderr).toBe(block('told'));
  expect(asked).toMatchObject([{ model: 'small-model', temperature: 0, messages: { length: 2 } }]);
  const { document } = checkAnnotation(JSON.parse(stdout));
  expect(document.run).toMatchObject({ method: 'TOOL', tool: 'model-extractor', version: '1' });
  expect(document.statements).toMatchObject([
    { kind: 'INDIRECT', cue: { lemma: null }, addressee: { state: 'KNOWN', text: 'reporters' } },
    { kind: 'DIRECT', content: [{ exact: 'We are ready' }, { exact: 'The rest is detail.' }] },
  ]);
});
