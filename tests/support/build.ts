import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** The latest change to any file in a folder, in milliseconds. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(folder, name)).mtimeMs,
    ),
  );

/** Whether the tests that were asked for include some that run the built command. */
const needsBuild = ({ vitest }: TestProject): boolean => {
  const asked = vitest.filenamePattern ?? [];
  return asked.length === 0 || asked.some((name) => /cli|package/.test(name));
};

/** Builds `dist` before the tests when they need it and a source is newer than the build. */
export const setup = (project: TestProject): void => {
  if (!needsBuild(project)) return;
  if (existsSync('dist/cli/main.js') && statSync('dist/cli/main.js').mtimeMs > newest('src')) return;
  const { status } = spawnSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) process.stderr.write('the build failed: tests of the built command cannot be trusted\n');
};
