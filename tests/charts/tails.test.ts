import { expect, test } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { tails } from '../../src/charts/tails.ts';
import type { TailSpell } from '../../src/model/index.ts';
import { catalogueWith, outcomeWith, seriesSpec } from '../support/outcomes.ts';
import { drawnTexts } from './boxes.ts';

const stands = seriesSpec({
  id: 'stands-in-use.x',
  label: 'Stands',
  topic: 'airfield',
  unit: 'stands',
  limit: 2,
});
const catalogue = catalogueWith({ series: [stands] });
const outcome = outcomeWith(catalogue, 3, { series: [[0, 1, 2, 1, 0]] });
const summary = summarise(catalogue, [outcome], 'one');
const spell = (tail: number, state: string, from: number, to: number): TailSpell => ({
  fleet: 'C-17',
  tail,
  state,
  from,
  to,
});
const spells = [
  spell(1, 'flying', 0, 60),
  spell(1, 'taxiing', 60, 70),
  spell(1, 'loading', 70, 120),
  spell(1, 'awaiting-runway', 120, 240),
  spell(2, 'not-wanted', 0, 240),
];
const chart = tails(summary, { ...outcome, spells });

test('each craft that moved has a row, each thing it did a bar in the colour of its kind, and what follows in one colour is one bar', () => {
  const bars = (chart?.config.data.datasets ?? []).filter(({ isSpell }) => isSpell);
  expect(bars.map(({ label, data }) => [label, data])).toEqual([
    ['Under way', [{ x: 30, y: 0, low: 0, high: 60 }]],
    ['On the ground to set down or board', [{ x: 90, y: 0, low: 60, high: 120 }]],
    ['Waiting for stand, runway, slot or fuel', [{ x: 180, y: 0, low: 120, high: 240 }]],
  ]);
  expect(chart?.title).toBe(
    'Where the time of 1 craft goes: waiting for stand, runway, slot or fuel 50 %; under way 25 %; on the ground to set down or board 25 %',
  );
});

test('below stand the stands in use in that one replication, under their number', () => {
  expect(chart?.config.data.datasets.at(-1)?.data).toEqual([0, 1, 2, 1, 0]);
  expect(chart?.config.options.plugins.airbridge.limits).toEqual([{ axis: 'stands', value: 2, label: '' }]);
  expect(chart?.subtitle).toContain('replication 3');
});

test('its footer tells of the one replication that is shown', () => {
  const { footer } = chart!.config.options.plugins.airbridge;
  expect(footer).toMatch(/ · replication 3, seed /u);
  expect(footer).not.toContain('replications');
});

test('a colour that no eye can find has no name beside the picture; one that can be seen has', () => {
  const namesWith = (to: number): readonly string[] => {
    const shown = tails(summary, {
      ...outcome,
      spells: [spell(1, 'flying', 0, 120), spell(1, 'no-road', 120, to)],
    });
    return drawnTexts(shown!).map(({ text }) => text);
  };
  const isNamed = (texts: readonly string[]): boolean => texts.join(' ').includes('Held: site or road');
  expect(isNamed(namesWith(120.4))).toBe(false);
  expect(isNamed(namesWith(180))).toBe(true);
});

test('a run in which no craft moved has no such chart', () => {
  expect(tails(summary, { ...outcome, spells: [spell(2, 'not-wanted', 0, 240)] })).toBeNull();
});

test('thirty craft with long names stay on the slide', () => {
  const many = Array.from({ length: 30 }, (_, tail) => ({
    ...spell(tail + 1, 'flying', 0, 60 + tail),
    fleet: 'W'.repeat(500),
  }));
  for (const { text, left, top, right, bottom } of drawnTexts(
    tails(summary, { ...outcome, spells: many })!,
  )) {
    expect(left >= -1 && top >= 0 && right <= 1201 && bottom <= 675, text).toBe(true);
  }
});
