import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The latest change to any file in a folder, in milliseconds. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(folder, name)).mtimeMs,
    ),
  );

/** Builds `dist` before the tests when a source is newer than the build. */
export const setup = (): void => {
  if (existsSync('dist/cli/main.js') && statSync('dist/cli/main.js').mtimeMs > newest('src')) return;
  const { status } = spawnSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed, and with it every test that runs the built command');
};
