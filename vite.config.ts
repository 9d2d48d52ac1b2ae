import { defineConfig } from 'vite';

/** Builds the GraphiQL page from its npm package into static files: no CDN at run time. */
export default defineConfig({
  root: 'src/http/graphiql',
  // The page is served under /graphql, its files under /graphiql/.
  base: '/graphiql/',
  build: {
    outDir: '../../../dist/graphiql',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // Monaco is one chunk of several megabytes and loads after the page stands.
    chunkSizeWarningLimit: 5_000,
    reportCompressedSize: false,
    // React libraries carry "use client", which means nothing in a page.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
