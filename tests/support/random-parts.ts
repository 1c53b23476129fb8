import fc from 'fast-check';

/** What random operations are made of. */

export const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

export const minutes = (min: number, max: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    int(min, max).map((n) => `${n} min`),
    fc.tuple(int(min, max), int(1, 60)).map(([a, b]) => ({ uniform: [`${a} min`, `${a + b} min`] })),
    int(Math.max(1, min), max).map((mean) => ({ exponential: { mean: `${mean} min` } })),
    fc
      .tuple(int(Math.max(1, min), max), fc.constantFrom(0.2, 0.8, 2))
      .map(([mean, cv]) => ({ lognormal: { mean: `${mean} min`, cv } })),
  );

export const share = (max: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    int(0, max).map((n) => `${n} %`),
    int(0, max - 1).map((n) => ({ uniform: [`${n} %`, `${max} %`] })),
  );

export const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

export const WINDOW = 30;
export const hour: fc.Arbitrary<string> = int(0, WINDOW).map((n) => `${n} h`);
export const people = (max: number): fc.Arbitrary<string> => int(0, max).map((n) => `${n} people`);
export const rate = (least: number): fc.Arbitrary<string> => int(least, 90).map((n) => `${n} people/h`);
export const hours: fc.Arbitrary<unknown> = fc.constantFrom(
  ['6 h', '18 h'],
  ['20 h', '3 h'],
  ['0 h', '24 h'],
);
