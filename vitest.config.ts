import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: process.env['AIRBRIDGE_FULL'] === '1' ? [] : ['tests/**/*.full.test.ts'],
    isolate: false,
    testTimeout: 120_000,
  },
});
