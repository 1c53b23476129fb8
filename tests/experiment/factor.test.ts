import { describe, expect, test } from 'vitest';
import { parseVary } from '../../src/experiment/factor.ts';

const texts = (written: string, isWhole = true): string[] =>
  parseVary(written, () => isWhole).levels.map(({ text }) => text);

describe('what is to be varied', () => {
  test.each([
    ['fleets.c17.count=5..20:5', ['5', '10', '15', '20']],
    ['a.b=5..18:5', ['5', '10', '15']],
    ['sites.x.beds=5000..20000:7500 people', ['5000 people', '12500 people', '20000 people']],
    ['sites.x.beds=5,000..20,000:15,000 people', ['5000 people', '20000 people']],
    ['gates.abbey.lanes=1,2,4', ['1', '2', '4']],
    ['a.share=10,20 %', ['10 %', '20 %']],
    ['a.time=30 min,1 h', ['30 min', '1 h']],
    ['fleets.x.launch=on-demand,scheduled', ['on-demand', 'scheduled']],
    ['a.b={ uniform: [1, 2] },{ uniform: [3, 4] }', ['{ uniform: [1, 2] }', '{ uniform: [3, 4] }']],
    ['a.b=10 %..30 %:10 %', []],
  ])('%s', (written, expected) => {
    if (expected.length === 0) expect(() => texts(written)).toThrow(RangeError);
    else expect(texts(written)).toEqual(expected);
  });

  test('a range keeps its unit, and knows whether it is of whole numbers', () => {
    expect(parseVary('sites.x.beds=5000..20000 people', () => true)).toEqual({
      path: 'sites.x.beds',
      levels: [],
      range: { low: 5000, high: 20_000, unit: ' people', isWhole: true },
    });
    expect(parseVary('a.b=1 h..6 h', () => false).range).toEqual({
      low: 1,
      high: 6,
      unit: ' h',
      isWhole: false,
    });
    expect(texts('a.b=0..1:0.1', false)).toHaveLength(11);
  });

  test.each([
    ['numbers of one unit', 'a.b=5,30 min', [5, 30]],
    ['numbers of several units', 'a.b=30 min,1 h', [null, null]],
    ['dates', 'start=2024-01-01T00:00+00:00,2024-01-02T00:00+00:00', [null, null]],
    ['times of the day', 'a.b=08:00,19:30', [null, null]],
  ])('%s are numbers only where those before the unit tell them apart', (_, written, values) => {
    expect(parseVary(written, () => false).levels.map(({ value }) => value)).toEqual(values);
  });

  test.each([
    ['no values', 'a.b'],
    ['no path', '=1,2'],
    ['a range that goes down', 'a.b=9..3'],
    ['two units', 'a.b=1 h..90 min'],
    ['no step at all', 'a.b=1..9:0'],
    ['an empty value', 'a.b=1,,2'],
    ['half a range', 'a.b=5..'],
    ['a million steps', 'a.b=0..1000000:1'],
    ['a value that is written in two ways', 'a.b=1,1.0'],
    ['one with a unit, too', 'a.b=2 h,2.0 h'],
    ['a whole number between broken ends', 'a.b=1.2..1.8'],
    ['a whole number in broken steps', 'a.b=1..2:0.25'],
  ])('%s is refused in words', (_, written) => {
    expect(() => texts(written)).toThrow(/needs|goes up|unit|step|empty|written|twice|whole number/);
  });
});
