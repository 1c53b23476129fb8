import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../src/charts/plugins/keys.ts';
import { outerWords, plain, wrap } from '../../src/charts/text.ts';
import { timeTicks } from '../../src/charts/time-ticks.ts';

const measure = (text: string): number => [...text].length;

test('no line of a wrapped text is wider than asked, and there are no more lines than asked', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 4 }),
      (text, width, lines) => {
        const found = wrap(plain(text), width, { measure, lines });
        expect(found.length).toBeLessThanOrEqual(lines);
        for (const line of found) expect(measure(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test('no line begins with the sign of per cent of a number before it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 }), (shares) => {
      const text = shares.map((share) => `${share} % of runs`).join(', ');
      for (const line of wrap(text, 10, { measure, lines: 1000 })) expect(line).not.toMatch(/^%/u);
    }),
  );
});

test('no line ends within a range, nor between a number and what it counts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 20, max: 60 }), (many, width) => {
      const text = `it takes ${many} hours (${many} to ${many}) of people who wait, 10 pairs`;
      for (const line of wrap(text, width, { measure, lines: 1000 })) expect(line).not.toMatch(/\d( to)?$/u);
    }),
  );
});

test('fleets whose names begin alike keep different names where these are cut', () => {
  expect(outerWords('US C-17 from Al Udeid 1', 16)).toBe('US C-17…Udeid 1');
  expect(outerWords('US C-17 from Ali Al Salem 1', 16)).toBe('US C-17…Salem 1');
  expect(outerWords('C-17 from Al Udeid to Ramstein', 30)).toBe('C-17 from Al Udeid to Ramstein');
  expect(outerWords('Airliners from Al Udeid to Ramstein', 30)).toBe('Airliners from…to Ramstein');
});

test('a name that is cut is never longer than asked, whatever its words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 3, max: 40 }), (name, most) => {
      expect(measure(outerWords(name, most))).toBeLessThanOrEqual(most);
    }),
  );
});

test('wrapping loses no letter when there is room for all lines', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const letters = plain(text).replaceAll(' ', '');
      const found = wrap(plain(text), width, { measure, lines: 1000 });
      expect(found.join('').replaceAll(' ', '')).toBe(letters);
    }),
  );
});

test('a name is cut after a dash rather than inside a word', () => {
  expect(wrap('kabul-48h#force-late', 12, { measure, lines: 3 })).toEqual(['kabul-48h#', 'force-late']);
});

test('names lose what would turn the reading direction or end the line', () => {
  expect(plain('a\u202eb\u0000\r\nc\u2066d')).toBe('ab cd');
});

test('names at the right edge never overlap, keep their order, and stand where they want when there is room', () => {
  const key = fc.record({
    wanted: fc.integer({ min: 0, max: 400 }),
    height: fc.integer({ min: 10, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 8 }), (found) => {
      const keys = found.toSorted((a, b) => a.wanted - b.wanted);
      const middles = spread(keys, { top: 0, bottom: 400 });
      for (let index = 1; index < keys.length; index++) {
        const gap = ((keys[index]?.height ?? 0) + (keys[index - 1]?.height ?? 0)) / 2;
        expect((middles[index] ?? 0) - (middles[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9);
      }
    }),
  );
  expect(
    spread(
      [
        { wanted: 50, height: 20 },
        { wanted: 300, height: 20 },
      ],
      { top: 0, bottom: 400 },
    ),
  ).toEqual([50, 300]);
});

test('in a run of weeks every tick is a midnight: the weekday above the date, neither wider than an hour of the day', () => {
  const clock = { start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul time' };
  const ticks = timeTicks(clock, { from: 0, to: 17 * 24 * 60 }, 9);
  const told = new Map(ticks.map(({ value, label }) => [(value / 60 - 12) / 24, label]));
  // 13 August 2021 was a Friday
  for (const [midnights, label] of told) {
    const weekday = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'][midnights % 7];
    expect(label).toEqual([weekday, `${14 + midnights} Aug`]);
  }
  expect(told.size).toBeGreaterThan(4);
});

test('a time axis names the day under its first tick and under every midnight', () => {
  const clock = { start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul time' };
  const ticks = timeTicks(clock, { from: 0, to: 48 * 60 }, 6);
  expect(ticks.map(({ value, label }) => [value / 60, ...label])).toEqual([
    [0, '12:00', 'Fri 13 Aug'],
    [12, '00:00', 'Sat 14 Aug'],
    [24, '12:00'],
    [36, '00:00', 'Sun 15 Aug'],
    [48, '12:00'],
  ]);
});

test('a time axis never has more ticks than fit, from an hour to half a year', () => {
  const clock = { start: '2021-08-13T11:37', utcOffset: 270, zone: 'Kabul time' };
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 250_000 }), fc.integer({ min: 2, max: 14 }), (to, most) => {
      const ticks = timeTicks(clock, { from: 0, to }, most);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
    }),
  );
});
