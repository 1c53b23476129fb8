import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/cli.ts';

/** Says on the last line of stderr how much memory the process had at most, in KB. */
const WATCH = `data:text/javascript,process.on('exit',()=>{process.getBuiltinModule('fs').writeSync(2,'\\npeak '+process.resourceUsage().maxRSS)})`;

/** Most that a process may take, in KB; the bar of the project. */
const MOST = 500_000;

const folder = folderWith();

test('100,000 replications of a small scenario on two workers, with all files, take less than 500 MB', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      WATCH,
      join(process.cwd(), 'dist/cli/main.js'),
      'run',
      join(process.cwd(), 'scenarios/01-one-aircraft.yaml'),
      ...['--replications', '100000', '--jobs', '2', '--quiet', '--out', 'many'],
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(Number(/\npeak (\d+)\s*$/.exec(stderr)?.[1])).toBeLessThan(MOST);
}, 3_600_000);
