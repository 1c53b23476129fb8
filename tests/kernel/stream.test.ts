import { expect, test } from 'vitest';
import { Simulation, Stream } from '../../src/kernel/index.ts';

const draw = (stream: Stream, n: number): number[] => Array.from({ length: n }, () => stream.uniform());

test('the same seed and name give the same numbers, on every machine', () => {
  expect(draw(new Stream('42', 'arrivals'), 3)).toEqual(
    draw(new Simulation({ seed: '42' }).stream('arrivals'), 3),
  );
  // Recorded once; a change here changes every result of the project.
  expect(draw(new Stream('42', 'arrivals'), 2)).toEqual([0.9286671340908019, 0.6892699174106737]);
});

test('a stream is one object per name, which goes on where it was', () => {
  const sim = new Simulation({ seed: '1' });
  const first = sim.stream('a').uniform();
  const second = sim.stream('a').uniform();
  expect([first, second]).toEqual(draw(new Stream('1', 'a'), 2));
});

test('drawing more from one stream moves no number of another', () => {
  const lavish = new Simulation({ seed: '1' });
  draw(lavish.stream('a'), 1000);
  lavish.stream('new');
  expect(draw(lavish.stream('b'), 5)).toEqual(draw(new Simulation({ seed: '1' }).stream('b'), 5));
});

test('seed and name are kept apart, whatever separators they contain', () => {
  const keys = [
    ['a/b', 'c'],
    ['a', 'b/c'],
    ['a', 'b","c'],
    ['a","b', 'c'],
    ['', 'a'],
    ['a', ''],
  ] as const;
  expect(new Set(keys.map(([seed, name]) => new Stream(seed, name).uniform())).size).toBe(keys.length);
});

test('a block is filled with the numbers one would have drawn', () => {
  const block = new Float64Array(4);
  new Stream('s', 'n').fill(block);
  expect([...block]).toEqual(draw(new Stream('s', 'n'), 4));
});

test('a seed or name that is no string is refused, for seedrandom would collapse it', () => {
  expect(() => new Simulation({ seed: 7 as unknown as string })).toThrow(RangeError);
  expect(() => new Stream({} as unknown as string, 'a')).toThrow(RangeError);
});

test('numbers have more than 32 random bits, and lie in [0, 1)', () => {
  const numbers = draw(new Stream('bits', 'bits'), 1000);
  expect(numbers.every((u) => u >= 0 && u < 1)).toBe(true);
  expect(numbers.filter((u) => Number.isInteger(u * 2 ** 32)).length).toBe(0);
  expect(numbers.every((u) => Number.isInteger(u * 2 ** 53))).toBe(true);
});

// χ² with 99 degrees of freedom: 66.510 at 0.5 %, 138.987 at 99.5 % (NIST/SEMATECH e-Handbook, 1.3.6.7.4, interpolated).
test('within a stream, and across the first numbers of many streams, no cell of [0, 1) is favoured', () => {
  const within = draw(new Stream('chi', 'square'), 100_000);
  const across = Array.from({ length: 100_000 }, (_, i) => new Stream(String(i), 'party size').uniform());
  for (const numbers of [within, across]) {
    const counts = new Array<number>(100).fill(0);
    for (const u of numbers) counts[Math.floor(u * 100)]!++;
    const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi).toBeGreaterThan(66.51);
    expect(chi).toBeLessThan(138.987);
  }
});

test('streams with neighbouring names or seeds are not correlated', () => {
  const n = 10_000;
  const pairs = [
    [new Stream('1', 'gate 1'), new Stream('1', 'gate 2')],
    [new Stream('1', 'gate'), new Stream('2', 'gate')],
    [new Stream('1/1', 'tail'), new Stream('1/2', 'tail')],
  ] as const;
  for (const [a, b] of pairs) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5);
    // Correlation of independent streams has sd 1/√n; 3.29 of them hold 99.9 %.
    expect(Math.abs((12 * sum) / n)).toBeLessThan(3.29 / Math.sqrt(n));
  }
});
