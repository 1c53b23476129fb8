import { expect } from 'vitest';
import { Tally } from '../../src/kernel/index.ts';

/** Replications of every stochastic oracle test. */
export const REPLICATIONS = 30;

// Student's t with 29 degrees of freedom at 99.95 %, for two-sided intervals of 99.9 % (NIST/SEMATECH e-Handbook,
// 1.3.6.7.2). About 30 such comparisons are made, so that a correct kernel would fail 3 % of all choices of seed.
const T_29 = 3.659;

/** The long form of a test runs its replications this many times longer. */
export const LENGTH: number = process.env.AIRBRIDGE_FULL === '1' ? 5 : 1;

/** How sure an oracle test is. */
export interface Precision {
  /** Largest allowed half-width of the interval, as a share of the oracle: what the test could notice. */
  readonly within: number;
}

/**
 * Runs 30 independent replications with the seeds "1" to "30" and expects each oracle within the 99.9 % interval of
 * their mean, which must be narrow enough to have noticed a difference.
 */
export function expectOracles(
  oracles: Readonly<Record<string, number>>,
  replicate: (seed: string) => Readonly<Record<string, number>>,
  precision: Precision,
): void {
  const tallies = new Map(Object.keys(oracles).map((name) => [name, new Tally()]));
  for (let replication = 1; replication <= REPLICATIONS; replication++) {
    const measured = replicate(String(replication));
    for (const [name, tally] of tallies) tally.record(measured[name]!);
  }
  for (const [name, tally] of tallies) {
    const oracle = oracles[name]!;
    const halfWidth = (T_29 * tally.sd) / Math.sqrt(REPLICATIONS);
    const found = `${name}: ${tally.mean.toPrecision(6)} ± ${halfWidth.toPrecision(3)}, oracle ${oracle}`;
    expect(Math.abs(tally.mean - oracle), found).toBeLessThanOrEqual(halfWidth);
    expect(halfWidth / oracle, found).toBeLessThanOrEqual(precision.within);
  }
}
