import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { terminalOf } from '../../src/cli/terminal.ts';
import { runChart } from '../../src/cli/terminal-chart.ts';
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
  const alike = runChart(summaryOf([0, 25, 50, 75, 100], [0, 25, 50, 75, 100]), outColours);
  expect(alike.split('\n').slice(1, 9).join('')).not.toContain('░');
  // At the end of four hours all are out: the top line is filled in its last column only.
  expect(alike.split('\n')[1]).toMatch(/^ +100 │ +█$/u);
  const apart = runChart(summaryOf([0, 0, 0, 0, 0], [0, 25, 50, 75, 100]), outColours);
  expect(apart.split('\n').slice(1, 8).join('')).not.toContain('█');
  expect(apart).toContain('░');
});

test('nothing is drawn where nobody is ever out', () => {
  expect(runChart(summaryOf([0, 0, 0, 0, 0]), outColours)).toBe('');
});

test.each(HOSTILE)('a name %s neither drives the terminal nor widens the chart', (_, name) => {
  const text = runChart(hostile(summaryOf([0, 1, 2, 3, 4]), name), outColours);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/u);
  expect(wideLines(text)).toEqual([]);
});

describe('the strip of what held people back', () => {
  const constraint = (id: string, label: string) =>
    seriesSpec({ id: `binding.${id}`, label, topic: 'constraint' });
  const bound = catalogueWith({
    series: [
      constraint('demand', 'Demand: nobody waits'),
      constraint('gate', 'Gates'),
      constraint('fleet', 'Craft'),
    ],
  });
  /** Two runs in which the given constraints bind at 0, 1, 2, 3 and 4 h. */
  const strip = (first: string, second: string): string => {
    const levels = (run: string) =>
      ['·', 'G', 'C'].map((letter) => [...run].map((each) => Number(each === letter)));
    const outcomes = [first, second].map((run, index) => outcomeWith(bound, index, { series: levels(run) }));
    return runChart(summarise(bound, outcomes, 'two'), outColours);
  };

  test('is a letter a column: capitals where most runs agree, small ones where they do not', () => {
    const lines = strip('·GGCC', '·GCCC').split('\n');
    expect(lines[1]).toBe(
      `held by │${'·'.repeat(15)}${'G'.repeat(15)}${'g'.repeat(15)}${'C'.repeat(15)}`.padStart(70),
    );
    expect(lines[3]).toContain('Held by: · demand: nobody waits, G gates, C craft');
  });

  test('is not drawn where nobody ever waits', () => {
    expect(strip('·····', '·····')).toBe('');
  });

  test('has as many letters without colours as with them', () => {
    const { outColours: bright } = terminalOf(
      { write: () => true },
      { write: () => true },
      { FORCE_COLOR: '1' },
    );
    const outcomes = [
      outcomeWith(bound, 0, {
        series: [
          [1, 0, 0, 0, 0],
          [0, 1, 1, 0, 0],
          [0, 0, 0, 1, 1],
        ],
      }),
    ];
    const summary = summarise(bound, outcomes, 'one');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are told by them
    const bare = runChart(summary, bright).replaceAll(/\u001b\[\d+m/gu, '');
    expect(bare).toBe(runChart(summary, outColours));
  });
});
