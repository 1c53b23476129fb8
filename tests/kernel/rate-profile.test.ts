import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intensity, rateByHour, Stream } from '../../src/kernel/index.ts';

const pieces = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 100 }), rate: fc.constantFrom(0, 0, 0.25, 1, 3.5) }),
  {
    minLength: 1,
    maxLength: 10,
  },
);

function profileOf(list: { gap: number; rate: number }[], start: number) {
  let time = start;
  const times = list.map(({ gap }) => {
    time += gap;
    return time;
  });
  return { times, rates: list.map(({ rate }) => rate) };
}

test('the inverse finds the first time at which so many arrivals are to be expected', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.integer({ min: -50, max: 50 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, start, share) => {
        const profile = profileOf(list, start);
        const arrivals = intensity(profile);
        const end = profile.times.at(-1)! + 10;
        const expected = share * arrivals.cumulative(end);
        const t = arrivals.inverse(expected);
        if (arrivals.cumulative(end) === 0) return;
        expect(arrivals.cumulative(t)).toBeCloseTo(expected, 9);
        if (expected > 1e-6) expect(arrivals.cumulative(t - 1e-3)).toBeLessThan(expected);
      },
    ),
  );
});

test('the cumulative intensity is the area under the rate, and never falls', () => {
  const arrivals = intensity({ times: [10, 20, 30, 50], rates: [1, 0, 0.5, 2] });
  expect([0, 10, 15, 20, 25, 30, 40, 50, 60].map((t) => arrivals.cumulative(t))).toEqual([
    0, 0, 5, 10, 10, 10, 15, 20, 40,
  ]);
  expect([0, 10, 19, 20, 35, 1000].map((t) => arrivals.rate(t))).toEqual([0, 1, 1, 0, 0.5, 2]);
  expect([0, 5, 10, 12.5, 22].map((area) => arrivals.inverse(area))).toEqual([10, 15, 20, 35, 51]);
});

test('no arrival is placed where the rate is 0, nor after the last', () => {
  const arrivals = intensity(rateByHour([60, 0, 120]));
  expect(arrivals.next(59, 2)).toBe(120.5);
  expect(arrivals.next(0, 179.5)).toBe(179.75);
  expect(arrivals.next(0, 180.5)).toBe(Infinity);
  expect(arrivals.next(-30, 30)).toBe(30);
  expect(arrivals.next(500, 1e-9)).toBe(Infinity);
});

test('arrivals drawn from a profile come as often in each hour as it says', () => {
  // 200 replications of hours with 30, 120 and 6 arrivals; a Poisson mean of 200 has sd √(mean/200), 3.29 of them hold 99.9 %.
  const perHour = [30, 120, 6];
  const arrivals = intensity(rateByHour(perHour));
  const luck = new Stream('profile', 'arrivals');
  const counts = [0, 0, 0];
  for (let replication = 0; replication < 200; replication++) {
    const next = (t: number): number => arrivals.next(t, -Math.log(1 - luck.uniform()));
    for (let t = next(0); t < 180; t = next(t)) counts[Math.floor(t / 60)]!++;
  }
  perHour.forEach((rate, hour) => {
    expect(Math.abs(counts[hour]! / 200 - rate)).toBeLessThan(3.29 * Math.sqrt(rate / 200));
  });
});

test.each([
  [[], []],
  [[0, 1], [1]],
  [
    [1, 1],
    [1, 1],
  ],
  [[0], [-1]],
  [[0], [Infinity]],
  [[Number.NaN], [1]],
])('a profile of times %j and rates %j is refused', (times, rates) => {
  expect(() => intensity({ times, rates })).toThrow(RangeError);
});
