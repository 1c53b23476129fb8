import type { Distribution } from '../../kernel/index.ts';
import type { Case } from '../check.ts';
import { type ClosedCycle, type CycleSeen, observeCycle } from './closed.ts';
import { fillAndGo, stock, triangularTimes } from './flows.ts';
import { observeLine } from './line.ts';
import { observeLoss } from './loss.ts';
import { openCases } from './open.ts';

const QUANTITY: { readonly [letter in keyof CycleSeen]: string } = {
  X: 'turns an hour',
  L: 'mean number at the stands',
  Lq: 'mean number waiting',
  Wq: 'mean wait, h',
  use: 'use of a stand',
};

const FINITE_SOURCE = 'finite source: birth and death at (N - n) / Z and min(n, c) / S';

/** Aircraft 8 h away and 1.5 h on a stand, on average. */
const cycleCase = (
  title: string,
  known: Partial<CycleSeen>,
  cycle: Pick<ClosedCycle, 'aircraft' | 'stands' | 'duration'> & { readonly away?: Distribution },
): Case => {
  const named = (seen: Partial<CycleSeen>): Record<string, number> =>
    Object.fromEntries(
      Object.entries(seen).map(([letter, value]) => [QUANTITY[letter as keyof CycleSeen], value]),
    );
  const whole: ClosedCycle = {
    away: { kind: 'exponential', mean: 8 },
    ground: { kind: 'exponential', mean: 1.5 },
    warmUp: 100,
    ...cycle,
  };
  return {
    title,
    source: FINITE_SOURCE,
    expected: named(known),
    replicate: (seed) => named(observeCycle(whole, seed)),
  };
};

/** A fleet that shares stands. */
const closedCases = (length: number): Case[] => {
  const duration = 3000 * length;
  const other = (name: string, away: Distribution): Case =>
    cycleCase(
      `12 aircraft, 2 stands, ${name} time away`,
      { X: 1.110707 },
      { aircraft: 12, stands: 2, duration, away },
    );
  return [
    cycleCase(
      '12 aircraft, 2 stands',
      { X: 1.110707, L: 3.114345, Lq: 1.448284, Wq: 1.30393, use: 0.83303 },
      { aircraft: 12, stands: 2, duration },
    ),
    other('fixed', { kind: 'fixed', value: 8 }),
    other('uniform', { kind: 'uniform', min: 2, max: 14 }),
    other('lognormal', { kind: 'lognormal', mean: 8, cv: 1.5 }),
    cycleCase(
      '20 aircraft, 2 stands',
      { X: 1.326623, Wq: 5.57587, use: 0.994967 },
      { aircraft: 20, stands: 2, duration },
    ),
    cycleCase('4 aircraft, 1 stand', { X: 0.38415, Wq: 0.912604 }, { aircraft: 4, stands: 1, duration }),
  ];
};

const STAYS: readonly (readonly [string, Distribution])[] = [
  ['exponential', { kind: 'exponential', mean: 1 }],
  ['fixed', { kind: 'fixed', value: 1 }],
];

/** Arrivals that divert when all stands are taken. */
const lossCases = (length: number): Case[] =>
  STAYS.flatMap(([name, stay]) =>
    (
      [
        [6, 5, 0.191847],
        [10, 5, 0.018385],
        [8, 6, 0.121876],
        [2, 1, 0.2],
      ] as const
    ).map(
      ([stands, load, loss]): Case => ({
        title: `${stands} stands, load ${load}, ${name} stays`,
        source: 'Erlang B: B_k = a B_(k-1) / (k + a B_(k-1)), for any stay of that mean',
        expected: { 'share who divert': loss },
        replicate: (seed) => ({
          'share who divert': observeLoss({ stands, load, stay, duration: (8000 / load) * length }, seed),
        }),
      }),
    ),
  );

/** Search, two papers desks, registration. */
const lineCase = (length: number): Case => ({
  title: 'search 10/h, 2 desks 5/h, registration 12/h; 8 people/h',
  source: 'Jackson (1957)',
  expected: {
    'hours at the search': 0.5,
    'hours at the desks': 0.555556,
    'hours at registration': 0.25,
    'hours in all': 1.305556,
  },
  replicate: (seed) => {
    const stages = [
      { desks: 1, rate: 10 },
      { desks: 2, rate: 5 },
      { desks: 1, rate: 12 },
    ];
    const seen = observeLine({ arrivals: 8, stages, warmUp: 100, duration: 1000 * length }, seed);
    const [search, desks, registration] = seen.stages as [number, number, number];
    return {
      'hours at the search': search,
      'hours at the desks': desks,
      'hours at registration': registration,
      'hours in all': seen.total,
    };
  },
});

/**
 * The engine against queueing theory: systems with a closed form, built from the kernel alone. Numbers computed from the
 * formulas named with them, by hand or by textbook tables, not by this program.
 *
 * @param length how much longer than usual each experiment lasts; 1 gives half-widths of some per cent
 */
export const theoryCases = (length = 1): readonly Case[] => [
  ...openCases(length),
  ...closedCases(length),
  ...lossCases(length),
  lineCase(length),
  triangularTimes,
  fillAndGo(400, 400, 29.925),
  fillAndGo(134, 100, 39.9),
  stock({ perDay: 3352.94, stay: 4, present: 13_411.76 }),
  stock({ perDay: 3352.94, stay: 5.0702, present: 17_000 }),
  stock({ perDay: 3352.94, stay: 2.9825, present: 10_000 }),
];
