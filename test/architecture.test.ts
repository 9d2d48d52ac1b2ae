import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Module, parseModule } from './support/imports.ts';
import * as rules from './support/rules.ts';

/** The concepts from low to high: one never imports from another that stands after it. A new folder gets its place here. */
const CONCEPTS: readonly string[] = [
  'entity',
  'evidence',
  'relation',
  'country',
  'place',
  'organization',
  'person',
  'treaty',
  'event',
  'position',
  'article',
  'unnamed-source',
  'mention',
  'statement',
  'path',
  'facet',
  'timeline',
  'co-quotation',
  'decision',
  'search',
  'stats',
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function modulesIn(folder: 'src' | 'test'): Module[] {
  const files = readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:tsx?|css|html|java)$/.test(file))
    .toSorted()
    .map((file) => parseModule(file, readFileSync(`${ROOT}${file}`, 'utf8')));
}

describe('the source', () => {
  const source = modulesIn('src').filter(({ file }) => /\.tsx?$/.test(file));

  test.each<readonly [string, rules.Rule]>([
    ['has a place for every file, and in concepts the fixed roles only', rules.placesInLayers],
    ['imports along the layers and roles, never against them', rules.keepsLayers],
    ['imports from lower concepts only', rules.keepsConceptOrder],
    ['names the engines in their adapters only', rules.namesEnginesInAdapters],
    ['names the GraphQL packages at the edge only', rules.keepsGraphqlAtTheEdge],
    ['has its Cypher in one kind of file', rules.keepsCypherTogether],
    ['reads the environment in the roots only', rules.readsSettingsInRoots],
  ])('%s', (_, rule) => {
    expect(rule(source, CONCEPTS)).toEqual([]);
  });

  test('has no import cycles', () => {
    expect(rules.hasNoCycles(source, CONCEPTS)).toEqual([]);
  });

  test('has no file that is too long, and neither have the tests', () => {
    expect(rules.staysShort([...modulesIn('src'), ...modulesIn('test')], CONCEPTS)).toEqual([]);
  });
});

/** Checks made-up files against one rule, with two concepts: `low` and `high`. */
function breaches(rule: rules.Rule, files: Readonly<Record<string, string>>): string[] {
  const modules = Object.entries(files).map(([file, text]) => parseModule(file, text));
  return rule(modules, ['low', 'high']);
}

describe('the rules notice', () => {
  test('every way to write an import', () => {
    const store = '../high/store.ts';
    const text = [
      `import { a } from '${store}';`,
      `import type { B } from '${store}';`,
      `export * from '${store}';`,
      `export type { C } from '${store}';`,
      `type D = import('${store}').D;`,
      `const e = await import('${store}');`,
      `import '${store}';`,
      "// import { f } from '../high/store.ts';",
    ].join('\n');
    const found = breaches(rules.keepsConceptOrder, { 'src/low/store.ts': text });
    expect(found).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map(
        (line) => `src/low/store.ts:${line}: low is lower than high, so it must not import src/high/store.ts`,
      ),
    );
    expect(breaches(rules.keepsConceptOrder, { 'src/high/store.ts': "import '../low/store.ts';" })).toEqual(
      [],
    );
  });

  test.each([
    ['src/low/model.ts', '../graph/rows.ts'],
    ['src/low/cypher.ts', './store.ts'],
    ['src/low/store-rows.ts', './graphql.ts'],
    ['src/low/graphql.ts', '../low/cypher.ts'],
    ['src/low/graphql.ts', '../http/server.ts'],
    ['src/low/store.ts', '../graph/grafeo.ts'],
    ['src/ingest/write.ts', '../low/store.ts'],
    ['src/ingest/write.ts', '../graphql/errors.ts'],
    ['src/ingest/write.ts', './graphql.ts'],
    ['src/ingest/graphql.ts', '../low/store.ts'],
    ['src/low/graphql.ts', '../ingest/pipeline.ts'],
    ['src/low/graphql.ts', '../ingest/graphql.ts'],
    ['src/http/server.ts', '../ingest/graphql.ts'],
    ['src/graph/rows.ts', './neo4j.ts'],
    ['src/graphql/page.ts', '../low/store.ts'],
    ['src/http/server.ts', '../graphql/schema.ts'],
    ['src/ingest/run.ts', '../destination/destination.ts'],
    ['src/ingest/run.ts', '../integrity/check.ts'],
    ['src/integrity/check.ts', '../low/store.ts'],
    ['src/integrity/check.ts', '../destination/graph.ts'],
    ['src/destination/graph.ts', '../graph/open.ts'],
    ['src/errors.ts', './config.ts', true],
    ['src/destination/graph.ts', '../ingest/pipeline.ts', true],
    ['src/cli/ingest.ts', '../destination/destination.ts', true],
    ['src/integrity/check.ts', '../ingest/standing.ts', true],
    ['src/integrity/check.ts', '../low/model.ts', true],
    ['src/cli/integrity.ts', '../integrity/check.ts', true],
    ['src/low/store.ts', './cypher-counts.ts', true],
    ['src/high/store.ts', '../low/cypher.ts', true],
    ['src/graphql/schema.ts', '../low/graphql.ts', true],
    ['src/graphql/schema.ts', '../ingest/graphql.ts', true],
    ['src/ingest/graphql.ts', './pipeline.ts', true],
    ['src/ingest/graphql-shared.ts', '../low/graphql.ts', true],
    ['src/main.ts', './graphql/schema.ts', true],
  ])('whether %s may import %s', (file, specifier, allowed = false) => {
    expect(breaches(rules.keepsLayers, { [file]: `import '${specifier}';` })).toHaveLength(allowed ? 0 : 1);
  });

  test('files and folders without a place', () => {
    const files = {
      'src/low/helpers.ts': '',
      'src/new/model.ts': '',
      'src/low/deep/model.ts': '',
      'src/low/model.ts': '',
    };
    expect(breaches(rules.placesInLayers, files)).toEqual([
      expect.stringMatching(/^src\/low\/helpers\.ts:1: a concept has model, cypher, store and graphql/),
      expect.stringMatching(/^src\/new\/model\.ts:1: "new" has no place: add a concept to CONCEPTS in test/),
      expect.stringMatching(/^src\/low\/deep\/model\.ts:1: /),
    ]);
  });

  test('packages in the wrong place', () => {
    const text = "import neo4j from 'neo4j-driver';\nimport type { GraphQLSchema } from 'graphql';";
    expect(
      breaches(rules.namesEnginesInAdapters, { 'src/low/store.ts': text, 'src/graph/neo4j.ts': text }),
    ).toEqual(['src/low/store.ts:1: only an adapter in src/graph imports neo4j-driver']);
    expect(
      breaches(rules.keepsGraphqlAtTheEdge, { 'src/low/store.ts': text, 'src/low/graphql-lists.ts': text }),
    ).toEqual(['src/low/store.ts:2: graphql belongs at the edge, not here']);
  });

  test.each([
    "'MATCH (n:Entity) RETURN n.id AS id'",
    '`\nUNWIND $rows AS row\nMERGE (e:Entity {id: row.id})`',
    `\`RETURN \${columns}\``,
    `\`(a)-[:SAID_BY]->(\${end})\``,
    "'e.name AS name'",
    "'s.kind IN $kinds'",
    "'CREATE INDEX x FOR (n:Entity) ON (n.id)'",
    "'CALL (s) { '",
  ])('Cypher in %s', (literal) => {
    const files = {
      'src/low/store.ts': `const text = ${literal};`,
      'src/low/cypher-x.ts': `const text = ${literal};`,
    };
    expect(breaches(rules.keepsCypherTogether, files)).toEqual([
      'src/low/store.ts:1: Cypher stands in cypher.ts files and src/graph only',
    ]);
  });

  test.each([
    "'A match (of names) creates nothing; RETURN is a key.'",
    "'METONYMIC: a place that stands for a state. Set KNOWN or remove it.'",
    "'query Q($id: ID!) { node(id: $id) { id } }'",
    "'DATE_DESC is the default, TEXT_POSITION (within an article) where asked'",
  ])('no Cypher in %s', (literal) => {
    expect(breaches(rules.keepsCypherTogether, { 'src/low/graphql.ts': `const text = ${literal};` })).toEqual(
      [],
    );
  });

  test('every way to read the environment', () => {
    const text = [
      'process.env.PORT;',
      "globalThis.process['env'];",
      'const { env: settings } = process;',
      "import { env } from 'node:process';",
      'import.meta.env.BASE_URL; config.env;',
    ].join('\n');
    const found = breaches(rules.readsSettingsInRoots, { 'src/config.ts': text, 'src/main.ts': text });
    expect(found.map((breach) => breach.split(': ')[0])).toEqual(
      [1, 2, 3, 4].map((line) => `src/config.ts:${line}`),
    );
  });

  test('cycles, also through types', () => {
    const files = {
      'src/a.ts': "import type { B } from './b.ts';",
      'src/b.ts': "\nexport * from './c.ts';",
      'src/c.ts': "import './a.ts';\nimport './d.ts';",
      'src/d.ts': '',
    };
    expect(breaches(rules.hasNoCycles, files)).toEqual([
      'src/a.ts:1: import cycle src/a.ts > src/b.ts > src/c.ts > src/a.ts',
    ]);
  });

  test('files that are too long', () => {
    expect(
      breaches(rules.staysShort, { 'src/a.ts': 'a\n'.repeat(400), 'src/b.ts': 'b\n'.repeat(401) }),
    ).toEqual(['src/b.ts:401: has 401 lines, and 400 is the most: split it']);
  });
});
