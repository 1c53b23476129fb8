import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'airbridge-package-'));

/** Runs a command in the folder of the installation; npm is told nothing of the project that runs the tests. */
const run = (command: string, ...args: string[]): { status: number | null; output: string } => {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry)/i.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
};

beforeAll(() => {
  const packed = run('npm', 'pack', process.cwd(), '--ignore-scripts', '--silent');
  expect(packed.status, packed.output).toBe(0);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  const installed = run(
    'npm',
    'install',
    `./${tarball}`,
    '--omit=dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
  );
  expect(installed.status, installed.output).toBe(0);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the packed and installed command answers --help', () => {
  const { status, output } = run('node_modules/.bin/airbridge', '--help');
  expect(output).toContain('Usage: airbridge');
  expect(status).toBe(0);
});

test('the packed package lists and runs its own scenarios, and writes every output', () => {
  const { output: list } = run('node_modules/.bin/airbridge', 'list');
  expect(list).toContain('01-one-aircraft');
  const file = 'node_modules/airbridge/scenarios/01-one-aircraft.yaml';
  const { status, output } = run(
    'node_modules/.bin/airbridge',
    'run',
    file,
    '--replications',
    '3',
    '--out',
    'results',
  );
  expect(output).toContain('People out');
  expect(status).toBe(0);
  expect(readdirSync(join(folder, 'results'))).toEqual(
    expect.arrayContaining(['charts', 'measures.csv', 'provenance.json', 'report.html', 'series.csv']),
  );
});

test.each([
  ['airbridge', 'loadScenario, compile, runReplications, summarise'],
  ['airbridge/kernel', 'Simulation, Resource, Store, Stream'],
])('a user can import %s', (name, exports) => {
  const code = `import { ${exports} } from '${name}'; for (const one of [${exports}]) if (typeof one !== 'function') throw one;`;
  const { status, output } = run(process.execPath, '--input-type=module', '-e', code);
  expect(output).toBe('');
  expect(status).toBe(0);
});
