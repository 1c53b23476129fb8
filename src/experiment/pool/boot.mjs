// Lets a worker run from TypeScript sources, as the tests do; the built command needs `worker.js` alone. In one piece, as it is built, it
// starts in a tenth of the time that a hundred files take.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Piscina knows what is to be moved by marks of its own: there may be but one of it. */
const onePiscina = {
  name: 'one-piscina',
  setup({ onResolve }) {
    onResolve({ filter: /^piscina$/ }, () => ({ path: import.meta.resolve('piscina'), external: true }));
  },
};

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  plugins: [onePiscina],
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
export const { runBatch } = await import(`data:text/javascript;base64,${code}`);
