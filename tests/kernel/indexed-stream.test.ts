import { describe, expect, test } from 'vitest';
import { IndexedStream } from '../../src/kernel/index.ts';

/** A number in [0, 1) of the first 53 of 64 bits in two words. */
const unit = (word0: number, word1: number): number => ((word0 >>> 5) * 2 ** 26 + (word1 >>> 6)) / 2 ** 53;

// Known answers of Threefry-2x32 with 13 rounds: Random123 1.14, tests/kat_vectors.
test.each([
  { counter: [0, 0], key: [0, 0], words: [0x9d1c5ec6, 0x8bd50731] },
  { counter: [0xffffffff, 0xffffffff], key: [0xffffffff, 0xffffffff], words: [0xfd36d048, 0x2d17272c] },
  { counter: [0x243f6a88, 0x85a308d3], key: [0x13198a2e, 0x03707344], words: [0xba3e4725, 0xf27d669e] },
] as const)('it makes the numbers that its authors made: counter $counter', ({ counter, key, words }) => {
  expect(new IndexedStream(key).at(counter[0], counter[1])).toBe(unit(words[0], words[1]));
});

test('a number is known by seed, name, index and turn, in whatever order they are asked for', () => {
  const stream = IndexedStream.of('7', 'patience');
  const forward = Array.from({ length: 100 }, (_, index) => stream.at(index, 0));
  const backward = Array.from({ length: 100 }, (_, index) => stream.at(99 - index, 0)).reverse();
  expect(backward).toEqual(forward);
  expect(IndexedStream.of('7', 'patience').at(42, 0)).toBe(forward[42]);
  const others = [
    IndexedStream.of('8', 'patience').at(42, 0),
    IndexedStream.of('7', 'search').at(42, 0),
    stream.at(42, 1),
    stream.at(43, 0),
  ];
  expect(new Set([forward[42], ...others]).size).toBe(5);
});

test('a seed or name that is no string is refused', () => {
  expect(() => IndexedStream.of(7 as unknown as string, 'a')).toThrow(RangeError);
});

describe('numbers are even and tell nothing of each other', () => {
  const N = 100_000;
  const { of } = IndexedStream;
  const rows = {
    'by index': (stream = of('chi', 'index')) => Array.from({ length: N }, (_, k) => stream.at(k, 0)),
    'by turn': (stream = of('chi', 'turn')) => Array.from({ length: N }, (_, k) => stream.at(3, k)),
    'by name': () => Array.from({ length: N }, (_, k) => of('chi', `name ${k}`).at(0, 0)),
  };

  // χ² with 99 degrees of freedom: 66.510 at 0.5 %, 138.987 at 99.5 % (NIST/SEMATECH e-Handbook, 1.3.6.7.4, interpolated).
  test.each(Object.entries(rows))('%s, no cell of [0, 1) is favoured', (_, drawn) => {
    const counts = new Array<number>(100).fill(0);
    for (const u of drawn()) counts[Math.floor(u * 100)]!++;
    const chi = counts.reduce((sum, count) => sum + (count - N / 100) ** 2 / (N / 100), 0);
    expect(chi).toBeGreaterThan(66.51);
    expect(chi).toBeLessThan(138.987);
  });

  const [a, b] = [of('1', 'gate 1'), of('1', 'gate 2')];
  test.each<readonly [string, (k: number) => readonly [number, number]]>([
    ['neighbouring indices', (k) => [a.at(2 * k, 0), a.at(2 * k + 1, 0)]],
    ['neighbouring turns', (k) => [a.at(k, 0), a.at(k, 1)]],
    ['index and turn changed about', (k) => [a.at(k, N + k), a.at(N + k, k)]],
    ['neighbouring names', (k) => [a.at(k, 0), b.at(k, 0)]],
  ])('%s are not correlated', (_, pair) => {
    let sum = 0;
    for (let k = 0; k < N; k++) {
      const [one, other] = pair(k);
      sum += (one - 0.5) * (other - 0.5);
    }
    // Correlation of independent numbers has sd 1/√n; 3.29 of them hold 99.9 %.
    expect(Math.abs((12 * sum) / N)).toBeLessThan(3.29 / Math.sqrt(N));
  });
});
