import { expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { terminalOf } from '../../src/cli/terminal.ts';
import { peopleOutChart } from '../../src/cli/terminal-chart.ts';
import { HOSTILE, hostile } from '../charts/hostile.ts';
import { wideLines } from '../support/cli.ts';
import { catalogueWith, outcomeWith, seriesSpec } from '../support/outcomes.ts';

const { outColours } = terminalOf({ write: () => true }, { write: () => true }, { NO_COLOR: '1' });
const catalogue = catalogueWith({ series: [seriesSpec({ id: 'out', label: 'Evacuees' })] });
const summaryOf = (...runs: readonly (readonly number[])[]) =>
  summarise(
    catalogue,
    runs.map((levels, run) => outcomeWith(catalogue, run, { series: [levels] })),
    'two',
  );

test('people out climb in solid blocks where runs agree and in shaded ones where they do not', () => {
  const alike = peopleOutChart(summaryOf([0, 25, 50, 75, 100], [0, 25, 50, 75, 100]), outColours);
  expect(alike.split('\n').slice(1, 9).join('')).not.toContain('░');
  // At the end of four hours all are out: the top line is filled in its last column only.
  expect(alike.split('\n')[1]).toMatch(/^ +100 │ +█$/u);
  const apart = peopleOutChart(summaryOf([0, 0, 0, 0, 0], [0, 25, 50, 75, 100]), outColours);
  expect(apart.split('\n').slice(1, 8).join('')).not.toContain('█');
  expect(apart).toContain('░');
});

test('nothing is drawn where nobody is ever out', () => {
  expect(peopleOutChart(summaryOf([0, 0, 0, 0, 0]), outColours)).toBe('');
});

test.each(HOSTILE)('a name %s neither drives the terminal nor widens the chart', (_, name) => {
  const text = peopleOutChart(hostile(summaryOf([0, 1, 2, 3, 4]), name), outColours);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/u);
  expect(wideLines(text)).toEqual([]);
});
