// Compiles src/ to dist/, bundles the report's browser client, and makes the command executable.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

rmSync(`${root}dist`, { recursive: true, force: true });
node('node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.build.json');
if (existsSync(`${root}src/report/client/build.mjs`)) node('src/report/client/build.mjs');
chmodSync(`${root}dist/cli/main.js`, 0o755);
