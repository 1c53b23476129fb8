import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatAlike,
  formatDuration,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPercents,
  formatValue,
} from '../../src/analysis/format.ts';

test('thousands are grouped as an English reader expects', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 4 }),
      (value, decimals) => {
        const platform = new Intl.NumberFormat('en-US', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          signDisplay: 'negative',
        });
        // Ties may round either way: the shortest decimal that the platform sees is not the number itself.
        const near = [value, value * (1 + 1e-15), value * (1 - 1e-15)].map((one) => platform.format(one));
        expect(near).toContain(formatNumber(value, decimals));
      },
    ),
  );
});

test('a number that rounds to nothing has no sign', () => {
  expect(formatNumber(-0.2, 0)).toBe('0');
  expect(formatNumber(-0)).toBe('0');
});

test('decimals suit the size: none on hundreds, two below ten, none on whole numbers', () => {
  expect([1234.56, 123.456, 12.345, 1.2345, 7, -0.5].map((value) => formatNumber(value))).toEqual([
    '1,235',
    '123',
    '12.3',
    '1.23',
    '7',
    '-0.50',
  ]);
});

test('an estimate and its interval share their decimals', () => {
  expect(formatInterval(2140, 1980, 2300)).toBe('2,140 (1,980 to 2,300)');
  expect(formatInterval(98.4, 92.1, 104.7)).toBe('98 (92 to 105)');
  expect(formatAlike([3, 2.25, 4.75])).toEqual(['3.00', '2.25', '4.75']);
});

test('shares that stand together are written by one rule, and two that differ by a point never alike', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (one, other) => {
      fc.pre(Math.abs(one - other) >= 0.01);
      const [first, second] = formatPercents([one, other]);
      expect(first).not.toBe(second);
    }),
  );
  expect(formatPercents([0.874, 0.0996, 0.036])).toEqual(['87 %', '10 %', '4 %']);
  expect(formatPercents([0.997, 0.003])).toEqual(['99.7 %', '0.3 %']);
  expect([0.0996, 0.9001, 0.0904].map(formatPercent)).toEqual(['10 %', '90 %', '9.0 %']);
});

test('what is not quite certain never reads as certain', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }), (share) => {
      expect(['0 %', '0.0 %', '100 %', '100.0 %']).not.toContain(formatPercent(share));
    }),
  );
  expect([0, 0.0004, 0.043, 0.43, 0.5, 0.952, 0.99999, 1].map(formatPercent)).toEqual([
    '0 %',
    'under 0.1 %',
    '4.3 %',
    '43 %',
    '50 %',
    '95.2 %',
    'over 99.9 %',
    '100 %',
  ]);
});

test('lengths of time are hours, or minutes below one hour', () => {
  expect([200, 45, -90, 59.6, Number.POSITIVE_INFINITY].map(formatDuration)).toEqual([
    '3.3 h',
    '45 min',
    '-1.5 h',
    '1 h',
    'never',
  ]);
});

test('each kind of measure is written in its own way', () => {
  const clock = { start: '2021-08-13T12:00', utcOffset: 270, zone: 'Kabul time' };
  expect(formatValue({ kind: 'time' }, 60, clock)).toBe('Fri 13 Aug 13:00');
  expect(formatValue({ kind: 'time' }, null, clock)).toBe('not within the run');
  expect(formatValue({ kind: 'share' }, 0.25, clock)).toBe('25 %');
  expect(formatValue({ kind: 'indicator' }, 1, clock)).toBe('100 %');
  expect(formatValue({ kind: 'count' }, 2140, clock)).toBe('2,140');
  expect(formatValue({ kind: 'hours' }, 12.345, clock)).toBe('12.3');
  expect(formatValue({ kind: 'count' }, null, clock)).toBe('not known');
});
