import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Actor } from '../src/access/role.ts';
import { ingestFiles } from '../src/ingest/files.ts';
import { describeEngines } from './support/engines.ts';
import { sayingExtractor } from './support/extracting.ts';
import { answer } from './support/graphql.ts';

const DATA = fileURLToPath(new URL('../data', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The first group of the one place where `pattern` stands. */
function only(pattern: RegExp): string {
  const found = [...readme.matchAll(pattern)];
  expect(found, String(pattern)).toHaveLength(1);
  return found[0]?.[1] ?? '';
}

describeEngines('the README', (open) => {
  test('shows the answer that its query gives', async () => {
    const query = only(/```sh\ncurl [^\n]* --data-urlencode 'query=([^']+)'\n```/g);
    const shown: unknown = JSON.parse(only(/<!-- answer -->\n```json\n([^`]+)```\n<!-- answer -->/g));
    const db = await open();
    await ingestFiles(db, [DATA]);
    expect(shown).toEqual({ data: await answer(db, query) });
  });

  test('shows a mutation that takes the file which it names', async () => {
    const mutation = only(/query: `(mutation [^`]+)`/g);
    const file = only(/readFileSync\("([^"]+)", "utf8"\)/g);
    const document = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    const actor: Actor = { name: 'ann', role: 'write' };
    expect(await answer(await open(), mutation, { document }, actor)).toMatchObject({
      ingestAnnotation: { __typename: 'IngestSuccess', unchanged: { statements: 0 } },
    });
  });

  test('shows a correction that a reviewer can make', async () => {
    const mutation = only(/```graphql\n(mutation \(\$statement[^`]+)```/g);
    const db = await open();
    await ingestFiles(db, [DATA]);
    const first = '{ statements(where: {about: [{name: "Joe Biden"}]}, first: 1) { nodes { id } } }';
    interface Data {
      readonly statements: { readonly nodes: readonly { readonly id: string }[] };
    }
    const [found] = (await answer<Data>(db, first)).statements.nodes;
    const actor: Actor = { name: 'rita', role: 'review' };
    expect(await answer(db, mutation, { statement: found?.id }, actor)).toMatchObject({
      correctStatement: {
        about: [{ name: 'Vladimir Putin' }],
        decisions: [{ kind: 'CORRECT', actor: 'rita' }],
      },
    });
  });

  test('shows how a plain text is tried', async () => {
    const mutation = only(/```graphql\n(mutation \(\$text[^`]+)```/g);
    const actor: Actor = { name: 'ann', role: 'write' };
    const text = 'Anna Berg said that the talks went well.';
    expect(await answer(await open(), mutation, { text }, actor, sayingExtractor())).toMatchObject({
      ingestArticle: { created: { statements: 1 }, refused: [] },
    });
  });
});
