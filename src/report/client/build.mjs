import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundle the report's browser program into one file with no imports.
 *
 * @returns {Promise<string>} the program
 */
export async function bundleClient() {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'inline',
    charset: 'ascii',
    write: false,
  });
  return result.outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const target = new URL('../../../dist/report/client.js', import.meta.url);
  await mkdir(new URL('.', target), { recursive: true });
  await writeFile(target, await bundleClient());
}
