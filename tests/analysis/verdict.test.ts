import { describe, expect, test } from 'vitest';
import { type PairedDifference, pairedDifference } from '../../src/analysis/paired.ts';
import { type Finding, judge } from '../../src/analysis/verdict.ts';
import { measureSpec } from '../support/outcomes.ts';

const difference = (parts: Partial<PairedDifference>): PairedDifference => ({
  basis: 'mean',
  pairs: 200,
  base: 0,
  variant: 0,
  difference: 0,
  low: 0,
  high: 0,
  correlation: 0.5,
  varianceRatio: 2,
  p: 0.0001,
  isIdentical: false,
  ...parts,
});

const finding = (
  spec: Finding['spec'],
  paired: Partial<PairedDifference>,
  parts: Partial<Finding> = {},
): Finding => ({
  spec,
  paired: difference(paired),
  replications: 200,
  holm: 0.001,
  family: 10,
  ...parts,
});

const out = measureSpec({ id: 'people-out.us-nationals', better: 'more' });
const safe = measureSpec({ id: 'people-safe', better: 'more' });
const left = measureSpec({ id: 'left-behind', better: 'less' });
const clear = measureSpec({ id: 'time-to-clear', unit: 'minutes', kind: 'time', better: 'less' });
const falls = measureSpec({ id: 'capital-falls', unit: 'minutes', kind: 'time', better: 'neither' });
const allOut = measureSpec({ id: 'all-out', unit: 'probability', kind: 'indicator', better: 'more' });
const empty = measureSpec({ id: 'seats-empty', unit: 'share', kind: 'share', better: 'less' });
const waiting = measureSpec({ id: 'waiting', unit: 'person-hours', kind: 'hours', better: 'less' });

describe('a difference that is told', () => {
  test.each([
    [
      out,
      { difference: 2140, low: 1980, high: 2300 },
      'better',
      'gets 2,140 more people out (1,980 to 2,300)',
    ],
    [
      out,
      { difference: -2140, low: -2300, high: -1980 },
      'worse',
      'gets 2,140 fewer people out (1,980 to 2,300)',
    ],
    [
      safe,
      { difference: 1200, low: 1000, high: 1400 },
      'better',
      'brings 1,200 more people to a haven (1,000 to 1,400)',
    ],
    [
      left,
      { difference: -310, low: -400, high: -220 },
      'better',
      'leaves 310 fewer people behind (220 to 400)',
    ],
    [clear, { difference: -192, low: -252, high: -132 }, 'better', '3.2 h earlier (2.2 to 4.2 h)'],
    [clear, { difference: 24, low: 12, high: 36 }, 'worse', '24 min later (12 to 36 min)'],
    [falls, { difference: 60, low: 30, high: 90 }, 'changed', '1.0 h later (0.5 to 1.5 h)'],
    [
      allOut,
      { difference: 0.34, low: 0.27, high: 0.41 },
      'better',
      '34.0 percentage points more likely (27.0 to 41.0)',
    ],
    [
      empty,
      { difference: -0.041, low: -0.052, high: -0.03 },
      'better',
      '4.1 percentage points less (3.0 to 5.2)',
    ],
    [
      waiting,
      { difference: 1200, low: 1000, high: 1400 },
      'worse',
      '1,200 more person-hours (1,000 to 1,400)',
    ],
    [
      out,
      { difference: 400, low: 400, high: 400 },
      'better',
      'gets 400 more people out (in every replication)',
    ],
    [
      left,
      { difference: -1, low: -1, high: -1 },
      'better',
      'leaves 1 fewer person behind (in every replication)',
    ],
    [
      clear,
      { pairs: 140, difference: -30, low: -30, high: -30 },
      'better',
      '30 min earlier in the 140 of 200 replications that have it (in each of them)',
    ],
  ] as const)('of $id reads as a sentence', (spec, paired, direction, verdict) => {
    expect(judge(finding(spec, paired))).toEqual({ direction, verdict });
  });

  test('of how often a time comes is better when what should come early comes more often', () => {
    const more = judge(finding(clear, { basis: 'happened', difference: 0.125, low: 0.05, high: 0.2 }));
    expect(more).toEqual({
      direction: 'better',
      verdict: '12.5 percentage points more of the replications have it within the run (5.0 to 20.0)',
    });
    const late = measureSpec({ id: 'gate-overrun', unit: 'minutes', kind: 'time', better: 'more' });
    expect(
      judge(finding(late, { basis: 'happened', difference: 0.125, low: 0.05, high: 0.2 })).direction,
    ).toBe('worse');
  });

  test('of a time that comes in some replications only says in how many', () => {
    const some = judge(finding(clear, { pairs: 140, difference: -30, low: -40, high: -20 }));
    expect(some.verdict).toBe('30 min earlier in the 140 of 200 replications that have it (20 to 40 min)');
  });
});

describe('a difference that is not told', () => {
  test('shows what it may still be, on both sides', () => {
    const unclear = judge(finding(out, { difference: 90, low: -120, high: 300, p: 0.4 }, { holm: 1 }));
    expect(unclear).toEqual({
      direction: 'none',
      verdict: 'no difference can be told at 95 % (between 120 fewer people and 300 more people)',
    });
  });

  test('because many comparisons were made says so', () => {
    const unclear = judge(finding(out, { difference: 90, low: 10, high: 170, p: 0.03 }, { holm: 0.3 }));
    expect(unclear.direction).toBe('none');
    expect(unclear.verdict).toBe(
      'no difference can be told at 95 % once all 10 comparisons are counted (looked at alone: 10 to 170 more people)',
    );
  });

  test('though every pair differs by the same, because many comparisons were made, says so instead of an interval of no width', () => {
    const six = [1, 2, 3, 4, 5, 6];
    const paired = pairedDifference(
      'count',
      six,
      six.map((value) => value + 40),
    );
    expect(judge({ spec: out, paired, replications: 6, holm: 0.3, family: 10 }).verdict).toBe(
      'no difference can be told at 95 % once all 10 comparisons are counted (looked at alone: 40 more people in every replication)',
    );
  });

  test('because many were made names the nearer end first, also below zero', () => {
    const unclear = judge(finding(out, { difference: -90, low: -170, high: -10, p: 0.03 }, { holm: 0.3 }));
    expect(unclear.verdict).toMatch(/\(looked at alone: 10 to 170 fewer people\)$/);
  });

  test('because there was one replication says so', () => {
    const one = pairedDifference('count', [1], [2]);
    expect(judge({ spec: out, paired: one, replications: 1, holm: null, family: 1 }).verdict).toBe(
      'one replication cannot tell a difference',
    );
  });
});

test('plans with the same numbers in every replication are identical, whatever was corrected', () => {
  const same = judge(finding(out, { isIdentical: true, p: 1 }, { holm: 1 }));
  expect(same).toEqual({ direction: 'identical', verdict: 'identical in every replication' });
});
