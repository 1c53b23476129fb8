// Runs every check of the project and ends with a line `N passed, N failed`.
//   node tests/check.mjs          types, lint, unused code, build, tests
//   node tests/check.mjs --full   the long tests (*.full.test.ts)
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const full = process.argv.includes('--full');

/** One checker does all the work once; more do it side by side, and much of it twice. It ends before it would pay to tidy its memory. */
const tsc = ['node_modules/typescript/bin/tsc', '--checkers', '1', '-p'];
const biome = 'node_modules/@biomejs/biome/bin/biome';
const client = 'src/report/client/tsconfig.json';
const checks = [
  { name: 'types', args: [...tsc, 'tsconfig.json'] },
  { name: 'types of the core, without DOM or Node', args: [...tsc, 'src/tsconfig.core.json'] },
  ...(existsSync(join(root, client))
    ? [{ name: 'types of the browser client', args: [...tsc, client] }]
    : []),
  { name: 'types of the browser tests', args: [...tsc, 'tests/browser/tsconfig.json'] },
  { name: 'lint and format', args: [biome, 'ci', '--colors=off', '--error-on-warnings'] },
  { name: 'unused files, exports and packages', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'build', args: ['src/build.mjs', '--noCheck'] },
];

/** Runs Node on `args` in the project's folder and resolves with the exit code and what it printed. */
const run = (args, { env = process.env, show = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: show ? 'inherit' : 'pipe' });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Prints the line of a check, with what it said when it failed. */
const tell = ({ name }, { code, output }) => {
  console.log(code === 0 ? `ok      ${name}` : `FAILED  ${name}\n${output.trimEnd()}`);
  return code === 0;
};

/** Counts vitest's tests; a file that cannot even be loaded is one failure. */
const count = (report) => {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** Runs vitest and counts its tests. */
const tests = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-check-'));
  const file = join(folder, 'vitest.json');
  try {
    const { code } = await run(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { show: true, env: { ...process.env, AIRBRIDGE_FULL: full ? '1' : '' } },
    );
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    const counted = count(JSON.parse(readFileSync(file, 'utf8')));
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const results = [];
// all at once, for most of them wait for one core; told in their order
const env = { ...process.env, GOGC: 'off' };
const running = full ? [] : checks.map((one) => [one, run(one.args, { env })]);
for (const [one, ended] of running) results.push(tell(one, await ended));
const tested = await tests();
if (tested.skipped > 0) console.log(`${tested.skipped} skipped`);
const passed = results.filter(Boolean).length + tested.passed;
const failed = results.filter((ok) => !ok).length + tested.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
