import { defineConfig } from 'vitest/config';

/** `npm run test:full` runs the long tests, and only those. */
const full = process.env.AIRBRIDGE_FULL === '1';

/**
 * Vite hands the exports of a module to others in an object without a prototype, which V8 looks through anew at each use of an import. It
 * gives fixed places to the properties of what another object inherits from: queues then take a quarter less time, operations an eighth.
 */
const fixedExports = {
  name: 'fixed-exports',
  transform: (code: string, id: string) =>
    /\/(?:src|tests)\/.*\.ts$/.test(id)
      ? { code: `${code}\nObject.create(__vite_ssr_exports__);`, map: null }
      : undefined,
};

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  plugins: [fixedExports],
  test: {
    include: [full ? 'tests/**/*.full.test.ts' : 'tests/**/*.test.ts'],
    exclude: full ? [] : ['tests/**/*.full.test.ts'],
    globalSetup: 'tests/support/build.ts',
    isolate: false,
    maxWorkers: 2,
    // what a test throws away is young: with room for it, less is copied from one half of it to the other; and the other core has its own work
    execArgv: ['--max-semi-space-size=64', '--single-threaded-gc'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
