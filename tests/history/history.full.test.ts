import { expect, test } from 'vitest';
import { createSummariser, formatDuration, formatNumber, type Summary } from '../../src/analysis/index.ts';
import { compile } from '../../src/model/index.ts';
import { type Check, historyChecks, relativeError } from '../../src/verify/index.ts';
import { expectPage, row, withTable } from '../support/docs/checks.ts';
import { shipped } from '../support/files.ts';
import { aimOf } from './aims.ts';

/** Replications of each: intervals of the mean far narrower than the errors. */
const RUNS = { 'kabul-airlift': 30, 'saigon-1975': 100 } as const;

const summaryOf = (name: keyof typeof RUNS): Summary => {
  const { scenario, ledger } = shipped(name);
  const model = compile(scenario, name, ledger);
  const summariser = createSummariser(model.catalogue);
  for (let replication = 0; replication < RUNS[name]; replication++)
    summariser.add(model.run({ seed: '1', replication }));
  return summariser.summary('1');
};

const USES = { calibrate: 'tuned on', 'hold-out': '', event: 'scripted', check: 'compared' } as const;

const figure = ({ kind }: Check, value: number): string =>
  kind === 'time' ? formatDuration(value) : formatNumber(value, value < 10 ? 1 : 0);

const band = (check: Check, low: number | null, high: number | null): string => {
  if (low === null || high === null) return '';
  const [from, to] = [figure(check, low), figure(check, high)];
  return from === to ? '' : ` (${from} to ${to})`;
};

const lineOf = (check: Check): string => {
  const { group, quantity, expected, expectedLow, expectedHigh, got, low, high, use } = check;
  const error = relativeError(check);
  const aim = aimOf(group, quantity);
  const isMet = aim !== undefined && error !== null && Math.abs(error) <= aim;
  const percent = error === null ? '' : `${error < 0 ? '−' : '+'}${Math.abs(Math.round(100 * error))} %`;
  return row([
    `${quantity}${USES[use!] === '' ? '' : `, *${USES[use!]}*`}`,
    `${figure(check, expected)}${band(check, expectedLow, expectedHigh)}`,
    got === null ? 'never' : `${figure(check, got)}${band(check, low, high)}`,
    percent,
    aim === undefined ? '' : `${Math.round(100 * aim)} %`,
    aim === undefined ? '' : isMet ? 'yes' : 'no',
  ]);
};

const tableOf = (name: keyof typeof RUNS): string =>
  [
    row(['row', 'recorded (band)', 'mean of the runs (95 %)', 'error', 'aim', 'met']),
    row(['---', '--:', '--:', '--:', '--:', '---']),
    ...historyChecks(summaryOf(name))
      .filter(({ use }) => use !== 'calibrate')
      .map(lineOf),
  ].join('\n');

test.each(Object.keys(RUNS) as (keyof typeof RUNS)[])(
  'the page on validation shows every record of %s that nothing was tuned on beside the runs (UPDATE_DOCS=1 writes it)',
  (name) => {
    const table = tableOf(name);
    expect(table.split('\n').length).toBeGreaterThan(5);
    expectPage('docs/validation.md', (page) => withTable(page, `history ${name}`, table));
  },
  900_000,
);
