import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { Deadlines } from '../../src/model/deadlines.ts';
import { Roster } from '../../src/model/roster.ts';

const PARTIES = 6;

/** At a time, one party's deadline is set so many minutes ahead, or dropped. */
interface Step {
  readonly at: number;
  readonly party: number;
  readonly ahead: number | undefined;
}

/** What expires, and when, told by the steps alone. */
const expected = (steps: readonly Step[]): string[] => {
  const ends = steps.flatMap(({ at, party, ahead }, index) => {
    if (ahead === undefined) return [];
    const next = steps.find((other, later) => later > index && other.party === party);
    return next === undefined || next.at > at + ahead ? [{ party, due: at + ahead }] : [];
  });
  return ends.sort((a, b) => a.due - b.due).map(({ party, due }) => `${party} at ${due}`);
};

const observed = (steps: readonly Step[]): string[] => {
  const sim = new Simulation({ seed: 'deadlines' });
  const roster = new Roster(sim, [new Uint16Array(PARTIES).fill(1)], ['people'], [0], [1]);
  const seen: string[] = [];
  const deadlines = new Deadlines(sim, roster, (party) => seen.push(`${party} at ${sim.now}`));
  for (const { at, party, ahead } of steps) {
    sim.at(at, () => (ahead === undefined ? deadlines.drop(party) : deadlines.set(party, at + ahead)));
  }
  sim.run(10_000);
  return seen;
};

test('a deadline ends at its minute, unless it was dropped or moved before; whatever hour it falls into', () => {
  // quarters of minutes at which no two deadlines and steps meet: what then comes first is nobody's business
  const step = fc.record({
    party: fc.integer({ min: 0, max: PARTIES - 1 }),
    ahead: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (drawn) => {
      const steps = drawn.map(({ party, ahead }, index) => ({
        at: 10 * index,
        party,
        ahead: ahead === undefined ? undefined : ahead + (index + 1) / 64,
      }));
      expect(observed(steps)).toEqual(expected(steps));
    }),
    { numRuns: 200, seed: 5 },
  );
});
