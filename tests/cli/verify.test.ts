import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { terminalOf } from '../../src/cli/terminal.ts';
import { type VerifyFlags, verify } from '../../src/cli/verify.ts';
import type { Case } from '../../src/verify/index.ts';
import { airbridgeIn, type Ended, folderWith, wideLines } from '../support/cli.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const folder = folderWith({ 'small.yaml': SMALL_SCENARIO });

const giving = (level: number): Case => ({
  title: 'a level',
  source: 'made up',
  isCertain: true,
  expected: { level: 10 },
  replicate: () => ({ level }),
});

/** Runs `verify` on cases of ours. */
const verified = async (
  cases: Partial<Record<'theory' | 'formulas', readonly Case[]>>,
  more: Partial<VerifyFlags> = {},
): Promise<Ended> => {
  const [out, err] = [[] as string[], [] as string[]];
  const stream = (texts: string[]) => ({ write: (text: string) => texts.push(text) });
  const flags = { replications: 5, seed: '1', ...more };
  const what = { theory: [], formulas: [], scenarios: [join(folder, 'small.yaml')], ...cases };
  const code = await verify(flags, terminalOf(stream(out), stream(err), {}), what);
  return { code, out: out.join(''), err: err.join('') };
};

describe('the exit code', () => {
  test('is 0 when theory and formulas hold, whatever history says', async () => {
    const { code, out } = await verified({ theory: [giving(10)], formulas: [giving(10)] });
    expect(code).toBe(0);
    expect(out).toMatch(/2 of 2 numbers that must hold do\./);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /within their error bands: \d of 1 kept from tuning, \d of 1 compared\./,
    );
  });

  test.each(['theory', 'formulas'] as const)('is 4 when a number of %s does not hold', async (part) => {
    const { code, out } = await verified({ [part]: [giving(10), giving(11)] });
    expect(code).toBe(4);
    expect(out).toMatch(/1 of 2 numbers that must hold do/);
    expect(out).toMatch(/differs/);
  });

  test('is 2 for a part that there is none of', async () => {
    const { code, err } = await airbridgeIn(['verify', '--only', 'hope']);
    expect(code).toBe(2);
    expect(err).toMatch(/theory, formulas, history/);
  });
});

describe('the table', () => {
  test('shows what is expected, what came, the interval and the verdict in less than 80 columns', async () => {
    const { code, out, err } = await airbridgeIn(['verify', '--only', 'formulas']);
    expect({ code, err, wide: wideLines(out) }).toEqual({ code: 0, err: '', wide: [] });
    expect(out).toMatch(/expected +got +interval +verdict/);
    expect(out).toMatch(/missions +88 +88 +exact +holds/);
    expect(out).toMatch(/last touchdown, 1 stand, h +62\.25 +62\.25 +exact +holds/);
    expect(out).not.toMatch(/theory|history/);
  });

  test('of history names the scenario, the band of the record, its use and the error', async () => {
    const { out } = await verified({}, { only: 'history' });
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /small, compared .*\(2,500 to 3,500\) 3,000 [\d,]+ .*% (below|inside|above)/,
    );
    expect(wideLines(out)).toEqual([]);
  });

  test('can be had as JSON, with what is needed to get it again', async () => {
    const { out } = await verified({ theory: [giving(12)] }, { json: true });
    const { holds, checks, provenance } = JSON.parse(out);
    expect(holds).toBe(false);
    expect(checks.map((check: { part: string }) => check.part)).toEqual(['theory', 'history', 'history']);
    expect(provenance.scenarios[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('--out writes the table and a chart of every recorded series', async () => {
  const target = join(folder, 'check');
  const { code } = await verified({ formulas: [giving(10)] }, { out: target, quiet: true });
  expect(code).toBe(0);
  const lines = readFileSync(join(target, 'verify.csv'), 'utf8').trim().split('\n');
  expect(lines[1]).toBe('formulas,a level,level,,10,10,10,10,9.99995,10.00005,holds,made up');
  expect(lines.length).toBe(4);
  expect(readdirSync(join(target, 'charts')).length).toBe(2);
  expect(existsSync(join(target, 'provenance.json'))).toBe(true);
});
