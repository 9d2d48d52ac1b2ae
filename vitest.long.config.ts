import { defineConfig } from 'vitest/config';

/** A load of many articles takes minutes on a small machine; this only ends what hangs. */
const TIMEOUT_MS = 1_800_000;

/** Tests that take too long for every change (`npm run test:long`), one at a time, so that they do not slow each other. */
export default defineConfig({
  // As in `vitest.config.ts`: one copy of the package for the tests and for what they load.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/long/**/*.test.ts'],
    passWithNoTests: true,
    provide: { engine: 'grafeo' },
    fileParallelism: false,
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
  },
});
