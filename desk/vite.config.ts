import { defineConfig } from 'vitest/config';

// The bundle is kept in the repository, so a build must give the same bytes on every machine.
export default defineConfig({
  build: {
    outDir: '../src/Ascribe.Desk/wwwroot',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2022',
    reportCompressedSize: false,
  },
  // On a busy machine tests of many random cases take their time.
  test: { testTimeout: 60_000 },
  server: { proxy: { '/v1': process.env.ASCRIBE_DESK ?? 'http://127.0.0.1:8077' } },
});
