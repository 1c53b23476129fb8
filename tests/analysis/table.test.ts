import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Table } from '../../src/analysis/table.ts';

/** Wide enough for a few rows to fill a block, or so wide that a row is more than one. */
const shape = fc.record({
  width: fc.constantFrom(1, 3, 20_000, 70_000),
  rows: fc.integer({ min: 1, max: 12 }),
});

const isSame = (one: Float64Array, other: Float64Array): boolean =>
  one.length === other.length && one.every((value, column) => value === other[column]);

test('a table holds what a list of rows holds, before and after every second row is left out', () => {
  fc.assert(
    fc.property(shape, fc.integer({ min: 0, max: 3 }), ({ width, rows }, thinnings) => {
      const table = new Table(width);
      let list: Float64Array[] = [];
      for (let index = 0; index < rows; index += 1) {
        const row = Float64Array.from({ length: width }, (_, column) => ((index * 7919 + column) * 31) % 101);
        table.add(row);
        list.push(row);
      }
      for (let turn = 0; turn < thinnings; turn += 1) {
        table.thin();
        list = list.filter((_, index) => index % 2 === 0);
        table.add(list[0]!);
        list.push(list[0]!);
      }
      expect(table.length).toBe(list.length);
      expect(list.every((row, index) => isSame(table.row(index), row))).toBe(true);
      for (const column of [0, width - 1])
        expect([...table.sorted(column)]).toEqual([...Float64Array.from(list, (row) => row[column]!).sort()]);
    }),
    { numRuns: 30, seed: 11, endOnFailure: true },
  );
});

test('a column over many blocks is in ascending order, with times that did not come last', () => {
  const table = new Table(2);
  for (let index = 0; index < 100_000; index += 1) table.add([index, index % 3 === 0 ? Infinity : -index]);
  const sorted = table.sorted(1);
  expect([sorted.length, sorted[0], sorted.at(-1)]).toEqual([100_000, -99_998, Infinity]);
  expect(sorted.indexOf(Infinity)).toBe(100_000 - 33_334);
});
