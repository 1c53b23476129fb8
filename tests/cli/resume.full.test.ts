import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { expect, test } from 'vitest';
import { airbridgeOut, folderWith } from '../support/cli.ts';
import { endOf, filesIn, grown, startAirbridge, unlike } from '../support/killed.ts';

const folder = folderWith();
const scenario = join(process.cwd(), 'scenarios/kabul-48h.yaml');
const words = (out: string, ...more: readonly string[]): string[] => [
  'run',
  scenario,
  '--replications',
  '150',
  '--quiet',
  '--out',
  out,
  ...more,
];

test('kabul-48h on one, two and four workers, and killed ten times and resumed, leaves the same bytes', async () => {
  for (const jobs of ['1', '2', '4'])
    expect(airbridgeOut(words(`jobs-${jobs}`, '--jobs', jobs), { cwd: folder }).code).toBe(0);
  const luck = seedrandom.alea('killed in Kabul');
  let kills = 0;
  for (let round = 0; round < 10; round += 1) {
    const child = startAirbridge(words('killed', '--resume', '--jobs', '2'), folder);
    const end = endOf(child);
    await grown(child, join(folder, 'killed/unfinished.journal'), Math.floor(100_000 * luck() ** 2));
    await new Promise((resolve) => setTimeout(resolve, 100 * luck()));
    child.kill('SIGKILL');
    if ((await end).signal === 'SIGKILL') kills += 1;
  }
  expect(kills).toBe(10);
  expect(airbridgeOut(words('killed', '--resume'), { cwd: folder }).code).toBe(0);
  const whole = filesIn(join(folder, 'jobs-1'));
  for (const out of ['jobs-2', 'jobs-4', 'killed'])
    expect([out, unlike(filesIn(join(folder, out)), whole)]).toEqual([out, []]);
}, 1_200_000);
