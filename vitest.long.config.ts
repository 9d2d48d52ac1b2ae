import { defineConfig } from 'vitest/config';

/** A load of many articles takes minutes on a small machine; this only ends what hangs. */
const TIMEOUT_MS = 1_800_000;

/** As in `vitest.config.ts`: one copy of the package for the tests and for what they load. */
const ONE_GRAPHQL = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/**
 * Tests that take too long for every change (`npm run test:long`), one at a time, so that they do not slow each other. What asks the
 * graph random questions runs on both engines, as in `vitest.config.ts`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: ONE_GRAPHQL,
        test: {
          name: 'grafeo',
          include: ['test/long/**/*.test.ts'],
          provide: { engine: 'grafeo' },
          fileParallelism: false,
          sequence: { groupOrder: 0 },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
      {
        resolve: ONE_GRAPHQL,
        test: {
          name: 'neo4j',
          include: ['test/long/**/*.test.ts', 'test/graphql/calls.test.ts'],
          provide: { engine: 'neo4j' },
          globalSetup: ['test/support/neo4j-setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
    ],
  },
});
