import { defineConfig } from 'vitest/config';

/** Far more than any test needs: it only ends what hangs, also on a machine that is busy with other things. */
const TIMEOUT_MS = 60_000;

/** Vite would take the package's ES build, and Pothos and Yoga take what Node takes: two copies do not know each other's types. */
const ONE_GRAPHQL = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** What only that engine has. */
const NEO4J_ONLY = ['test/graph/neo4j.test.ts', 'test/graph/plans*.test.ts'];

/**
 * Everything runs on Grafeo; what touches the graph runs again on Neo4j (`test/support/engines.ts`). Where that Neo4j
 * comes from, and what happens without one, stands in `test/support/neo4j-setup.ts`.
 *
 * Files are not isolated: a worker loads the program once, not for each file, which takes two seconds. So a test puts back what it changes of
 * the process: settings, the working directory, functions of Node.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: ONE_GRAPHQL,
        test: {
          name: 'grafeo',
          include: ['test/**/*.test.ts'],
          exclude: ['test/long/**', ...NEO4J_ONLY],
          provide: { engine: 'grafeo' },
          isolate: false,
          // By default one core is left free: of two that is half.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
      {
        resolve: ONE_GRAPHQL,
        test: {
          name: 'neo4j',
          include: [
            'test/graph/{apply,contract*}.test.ts',
            ...NEO4J_ONLY,
            'test/**/store.test.ts',
            'test/graphql/**/*.test.ts',
            'test/http/examples*.test.ts',
            'test/cli/ingest-faults.test.ts',
            'test/readme.test.ts',
            'test/integrity/{check,clean,required,rules,silent,unique}.test.ts',
            'test/ingest/{anchors,apply-decision,batches,claimed,decide-*,decisions-random,entities,export,files,graphql*,order,redact*,review,transactions,versions,write}.test.ts',
          ],
          // What it counts is the same on either engine, and planning all its questions takes a minute: `npm run test:long` asks them.
          exclude: ['test/long/**', 'test/graphql/calls.test.ts'],
          provide: { engine: 'neo4j' },
          globalSetup: ['test/support/neo4j-setup.ts'],
          // The Community edition has one database, which each suite empties.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
    ],
  },
});
