import { describe, expect, test } from 'vitest';
import { compareOutcomes } from '../support/paired.ts';

/** Paired over 60 replications on the same random futures. */
const REPLICATIONS = 60;
const differences = compareOutcomes(REPLICATIONS);

/** Whether a difference is told from none at three standard errors. */
const isClear = (variant: string, id: string, sign: 1 | -1): boolean => {
  const { mean, error } = differences(variant, id);
  return sign * mean > 3 * error && mean !== 0;
};

describe('the variants of kabul-48h, paired over 60 replications', () => {
  test('a force two days late: more than a thousand troops fewer at the end of the window', () => {
    expect(isClear('force-two-days-late', 'troops', -1)).toBe(true);
    expect(differences('force-two-days-late', 'troops').mean).toBeLessThan(-1000);
  });

  test('an embassy that moves at once: the compound is cleared, and officers serve longer hours at the airport', () => {
    expect(isClear('embassy-at-once', 'staff-in-compound', -1)).toBe(true);
    expect(isClear('embassy-at-once', 'staff-out', 1)).toBe(true);
    expect(isClear('embassy-at-once', 'consular-hours', 1)).toBe(true);
  });

  test('the capital falls as it did: the crowd overruns the runway more often than not', () => {
    expect(isClear('as-it-happened', 'capital-fallen', 1)).toBe(true);
    expect(isClear('as-it-happened', 'runway-overrun', 1)).toBe(true);
  });

  test('no commercial flights: those who would have flown by them come to the gates', () => {
    expect(isClear('no-commercial-flights', 'people-out-commercial', -1)).toBe(true);
    expect(isClear('no-commercial-flights', 'people-out-air-bridge', 1)).toBe(true);
  });

  test('twelve more C-17 bring nobody more out: seats are not what is short', () => {
    const { mean, error } = differences('twelve-more-aircraft', 'people-out');
    // less than 1 % of about 3,000 either way, at three standard errors
    expect(Math.abs(mean) + 3 * error).toBeLessThan(30);
    expect(isClear('twelve-more-aircraft', 'people-out', 1)).toBe(false);
  });
}, 900_000);
