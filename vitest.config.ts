import { defineConfig } from 'vitest/config';

/** `npm run test:full` runs the long tests, and only those. */
const full = process.env.AIRBRIDGE_FULL === '1';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
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
