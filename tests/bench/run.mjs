// `npm run bench [-- WORD]`: compiles the benches like dist/ and runs them, so that what users run is measured.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}node_modules/.cache/airbridge-bench`;

const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/package.json`, '{ "type": "module" }\n');
node('node_modules/typescript/bin/tsc', '-p', 'tests/bench/tsconfig.json');
node(`${folder}/tests/bench/main.js`, ...process.argv.slice(2));
