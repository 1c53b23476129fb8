import { beforeAll, describe, expect, test } from 'vitest';
import { standardErrors } from '../../src/verify/compare.ts';
import {
  allHold,
  type Case,
  type Check,
  formulaCases,
  runFormulas,
  runTheory,
} from '../../src/verify/index.ts';
import { theoryCases } from '../../src/verify/theory/cases.ts';
import { observeStation } from '../../src/verify/theory/station.ts';
import { expectPage, withChecks } from '../support/docs/checks.ts';

const all = (checks: Iterable<Check[]>): Check[] => [...checks].flat();

/** A case whose experiments give these numbers in turn. */
const giving = (numbers: readonly number[], more: Partial<Case> = {}): Case => ({
  title: 'made up',
  source: 'made up',
  expected: { level: 10 },
  replicate: (seed) => ({ level: numbers[(Number(seed) - 1) % numbers.length]! }),
  ...more,
});

describe('a number of theory', () => {
  const verdictOf = (one: Case, replications = 10): string => all(runTheory([one], replications))[0]!.verdict;

  // ten runs of 9 and 11: sd 1.0541, t(9) at 99.95 % 4.7809 (NIST), half-width 4.7809 × 1.0541 / √10 = 1.5936
  test('holds within the 99.9 % interval of the mean, and differs outside', () => {
    const [check] = all(runTheory([giving([9, 11])], 10));
    expect(check!.high! - check!.got!).toBeCloseTo(1.5936, 3);
    expect(verdictOf(giving([9, 11]))).toBe('holds');
    expect(verdictOf(giving([10.4, 12.4]))).toBe('holds');
    expect(verdictOf(giving([10.7, 12.7]))).toBe('differs');
  });

  test('does not hold when its interval is too wide to have noticed a difference', () => {
    expect(verdictOf(giving([9, 11], { within: 0.1 }))).toBe('too wide');
  });

  test('does not hold when it is not a number', () => {
    expect(verdictOf(giving([Number.NaN]))).toBe('differs');
  });

  test('has a wider interval the more numbers stand in the table, so that all hold together', () => {
    expect(standardErrors(1, 30)).toBeCloseTo(3.659, 3); // NIST, 29 degrees, 99.95 %
    expect(standardErrors(50, 30)).toBeGreaterThan(standardErrors(10, 30));
  });
});

describe('a broken engine is found:', () => {
  const station =
    (servers: number, service: number) =>
    (seed: string): Record<string, number> => ({
      'mean wait': observeStation(
        {
          between: { kind: 'exponential', mean: 1.25 },
          service: { kind: 'exponential', mean: service },
          servers,
          warmUp: 500,
          duration: 3000,
        },
        seed,
      ).Wq,
    });
  const broken = (replicate: Case['replicate']): string =>
    all(runTheory([{ title: 'M/M/1', source: 'Erlang', expected: { 'mean wait': 4 }, replicate }], 30))[0]!
      .verdict;

  test('service 10 % too slow, and a second server by mistake', () => {
    expect(broken(station(1, 1.1))).not.toBe('holds');
    expect(broken(station(2, 1))).toBe('differs');
  });
});

describe('the planning formulas', () => {
  let checks: readonly Check[];
  beforeAll(() => {
    checks = all(runFormulas(formulaCases));
  });

  test('all say what the model gives', () => {
    const wrong = checks.filter(({ verdict }) => verdict !== 'holds');
    expect(wrong.map(({ group, quantity, got }) => `${group}: ${quantity} ${got}`)).toEqual([]);
    expect(checks.length).toBeGreaterThanOrEqual(23);
  });

  test('stand on the page on validation with what the model gives (UPDATE_DOCS=1 writes it)', () => {
    expectPage('docs/validation.md', (page) => withChecks(page, 'formulas', checks));
  });
});

test('the engine agrees with the finite source and with Little', () => {
  const some = theoryCases().filter(({ title }) => /^(4|12) aircraft|seats filled/.test(title));
  expect(some.length).toBe(7);
  const checks = all(runTheory(some));
  expect(checks.filter(({ verdict }) => verdict !== 'holds').map(({ group }) => group)).toEqual([]);
});

test('no case is there twice, and each says where its number is from', () => {
  const cases = [...theoryCases(), ...formulaCases];
  expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  expect(cases.filter(({ source }) => source.length < 5)).toEqual([]);
});

test('history never fails, theory and formulas do', () => {
  expect(allHold([{ part: 'history', verdict: 'below' }])).toBe(true);
  expect(allHold([{ part: 'theory', verdict: 'too wide' }])).toBe(false);
  expect(allHold([{ part: 'formulas', verdict: 'differs' }])).toBe(false);
});
