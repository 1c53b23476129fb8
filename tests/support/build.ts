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

/** Whether the tests that were asked for on the command line include some that run the built command. */
const needsBuild = (): boolean => {
  const asked = process.argv.slice(2).filter((word) => word.includes('tests/'));
  return asked.length === 0 || asked.some((word) => /cli|package/.test(word));
};

/** Builds `dist` before the tests when they need it and a source is newer than the build. */
export const setup = (): void => {
  if (!needsBuild()) return;
  if (existsSync('dist/cli/main.js') && statSync('dist/cli/main.js').mtimeMs > newest('src')) return;
  const { status } = spawnSync(process.execPath, ['src/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) process.stderr.write('the build failed: tests of the built command cannot be trusted\n');
};
