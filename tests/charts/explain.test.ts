import { expect, test } from 'vitest';
import { explainChart } from '../../src/charts/explain.ts';
import type { Explanation, WideningGain } from '../../src/experiment/explain.ts';

const gain = (of: string, estimate: number, isTold: boolean): WideningGain => ({
  widening: {
    path: `fleets.${of}.count`,
    of,
    step: '1 more craft',
    constraint: 'fleet',
    setting: `fleets.${of}.count=2`,
  },
  pairs: 20,
  people: { estimate, low: estimate - (isTold ? 10 : 60), high: estimate === 0 ? 0 : estimate + 10 },
  hours: { estimate: 0, low: 0, high: 0 },
  isTold: { people: isTold, hours: false },
  isScreenedOut: false,
  behind: null,
});

const explanation = (gains: readonly WideningGain[]): Explanation => ({
  base: { people: 100, ceiling: null, reached: null },
  replications: 20,
  binding: [],
  gains,
  pairs: [],
  disagreements: [],
  unfinished: [],
});

test('a bar ends at the mean and its whisker at the interval, all on one scale', () => {
  const { config, title } = explainChart(explanation([gain('large', 90, true), gain('small', 45, true)]), {
    seed: 's',
  });
  expect(title).toBe('large: 1 more craft brings the most people out');
  const [bar, whisker, second] = config.data.datasets;
  expect(bar!.data).toEqual([{ x: 0.9, y: 0, low: 0, high: 0.9 }]);
  expect(whisker!.data).toEqual([{ x: 0.9, y: 0, low: 0.8, high: 1 }]);
  expect(second!.data).toEqual([{ x: 0.45, y: 1, low: 0, high: 0.45 }]);
});

test('what cannot be told from nothing is no headline', () => {
  const { title } = explainChart(explanation([gain('large', 40, false)]), { seed: 's' });
  expect(title).toBe('No single step brings more people out');
});

test('the table has what the picture leaves out', () => {
  const still = { ...gain('still', 0, false), people: { estimate: 0, low: 0, high: 0 } };
  const { config, table } = explainChart(explanation([gain('large', 90, true), still]), { seed: 's' });
  expect(config.data.datasets).toHaveLength(2);
  expect(table.rows.map(([of]) => of)).toEqual(['large', 'still']);
});

const rowsOf = (gains: readonly WideningGain[]) =>
  explainChart(explanation(gains), { seed: 's' }).config.options.plugins.airbridge.rows.map(
    ({ verdict }) => verdict,
  );

test('all rows of one chart have the same decimals', () => {
  const small = { ...gain('small', 3.15, false), people: { estimate: 3.15, low: -3.65, high: 9.95 } };
  expect(rowsOf([gain('large', 127.6, true), small])).toEqual([
    '127.6 (117.6 to 137.6)',
    '3.1 (-3.6 to 9.9)',
  ]);
  expect(rowsOf([gain('large', 127.6, true)])).toEqual(['128 (118 to 138)']);
});

test('says that grey is judged with all steps, of which an interval alone knows nothing', () => {
  const grey = { ...gain('grey', 9, false), people: { estimate: 9, low: 2, high: 17 } };
  const still = { ...gain('still', 0, false), people: { estimate: 0, low: 0, high: 0 } };
  const { subtitle } = explainChart(explanation([gain('large', 90, true), grey, still]), { seed: 's' });
  expect(subtitle).toContain(
    'Blue: more, grey: cannot be told from nothing once all 3 steps are judged together. Not shown: 1 step that moves nobody.',
  );
  expect(subtitle).not.toContain('orange');
});
