import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Identity, Journal, journaled } from '../../src/cli/journal.ts';
import { executeHere, isFailed, type Replicable, replicateOn, shapeOf } from '../../src/experiment/index.ts';
import { folderWith } from '../support/cli.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';

/** A few series of a larger catalogue: entries are written when they are asked for, not because they are full. */
const small = { ...kabulLike, series: kabulLike.series.slice(0, 9) };
const shape = shapeOf(small);
const outcomes = kabulLikeOutcomes(40, 1, 's').map((one) => ({
  ...one,
  series: one.series.slice(0, 9),
  actions: [],
}));
const identity: Identity = {
  airbridge: '0.1.0',
  command: 'run',
  seed: 's',
  limits: '',
  plans: [{ name: 'made-up', sha256: 'ab' }],
};

const folder = folderWith();
let files = 0;
const fresh = (): string => {
  files += 1;
  return join(folder, `${files}.journal`);
};

/** A journal with an entry for every three of the first outcomes. */
const written = (count: number): string => {
  const path = fresh();
  const journal = Journal.create(path, identity);
  for (const [index, outcome] of outcomes.slice(0, count).entries()) {
    journal.add('ab', outcome, shape);
    if (index % 3 === 2) journal.flush();
  }
  journal.close();
  return path;
};

/** The replications that a journal holds, each checked against what was put in. */
const held = (journal: Journal): number[] => {
  const numbers = outcomes.map((one) => one.replication).filter((number) => journal.has('ab', number));
  for (const number of numbers)
    expect(journal.read('ab', number, { shape, seed: 's' })).toStrictEqual(outcomes[number]);
  return numbers;
};

const upTo = (count: number): number[] => [...Array(count).keys()];

describe('a journal', () => {
  test('gives back what was put in, to the last bit, and can be gone on with', () => {
    const path = written(10);
    const journal = Journal.resume(path, identity);
    expect([journal.kept, journal.damaged, held(journal)]).toEqual([10, 0, upTo(10)]);
    for (const outcome of outcomes.slice(10, 20)) journal.add('ab', outcome, shape);
    journal.close();
    expect(held(Journal.resume(path, identity))).toEqual(upTo(20));
  });

  test('torn anywhere keeps every entry before the tear, and only them', () => {
    const whole = readFileSync(written(12));
    const ends = [3, 6, 9, 12].map((count) => statSync(written(count)).size);
    const start = statSync(written(0)).size;
    fc.assert(
      fc.property(fc.integer({ min: start, max: whole.length }), (length) => {
        const path = fresh();
        writeFileSync(path, whole.subarray(0, length));
        const journal = Journal.resume(path, identity);
        const entries = ends.filter((end) => end <= length).length;
        expect(held(journal)).toEqual(upTo(3 * entries));
        expect(journal.damaged).toBe(length - (ends[entries - 1] ?? start));
        expect(statSync(path).size).toBe(length - journal.damaged);
        journal.close();
      }),
      { numRuns: 60, seed: 5, endOnFailure: true },
    );
  });

  test('notices any byte that was changed, and gives nothing back from there on', () => {
    const whole = readFileSync(written(12));
    const start = statSync(written(0)).size;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const path = fresh();
          const bytes = Buffer.from(whole);
          bytes[at]! ^= change;
          writeFileSync(path, bytes);
          const journal = Journal.resume(path, identity);
          expect(journal.damaged).toBeGreaterThan(0);
          expect(held(journal)).toEqual(upTo(journal.kept));
          expect(journal.kept).toBeLessThan(12);
          journal.close();
        },
      ),
      { numRuns: 60, seed: 6, endOnFailure: true },
    );
  });

  test('does not take an entry of another place for the next one', () => {
    const path = written(6);
    const [one, two] = [statSync(written(3)).size, statSync(path).size];
    appendFileSync(path, readFileSync(path).subarray(one, two));
    const journal = Journal.resume(path, identity);
    expect([journal.kept, journal.damaged]).toEqual([6, two - one]);
  });

  test.each([
    ['scenario', { plans: [{ name: 'other', sha256: 'cd' }] }, /scenario made-up, not other/],
    ['setting', { plans: [{ name: 'made-up', sha256: 'cd' }] }, /a setting or a decision has changed/],
    ['seed', { seed: 't' }, /seed s, not t/],
    ['version', { airbridge: '0.2.0' }, /airbridge 0\.1\.0, not 0\.2\.0/],
    ['command', { command: 'compare' }, /command run, not compare/],
    ['limit', { limits: '--event-budget 5' }, /limits none, not --event-budget 5/],
  ])('of another %s is refused and left as it is', (_, other, message) => {
    const path = written(6);
    const before = readFileSync(path);
    expect(() => Journal.resume(path, { ...identity, ...other })).toThrow(message);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test.each([5, 30])('whose beginning is cut off after %i bytes is refused', (length) => {
    const path = written(6);
    truncateSync(path, length);
    expect(() => Journal.resume(path, identity)).toThrow(/beginning is damaged/);
  });

  test('in whose making the process was killed is begun anew', () => {
    const path = written(6);
    truncateSync(path, 0);
    const journal = Journal.resume(path, identity);
    expect([journal.kept, journal.damaged]).toEqual([0, 0]);
    journal.add('ab', outcomes[0]!, shape);
    journal.close();
    expect(held(Journal.resume(path, identity))).toEqual([0]);
  });

  test('is gone when it is not needed any more', () => {
    const path = fresh();
    Journal.create(path, identity).remove();
    expect(existsSync(path)).toBe(false);
  });
});

describe('an executor with a journal', () => {
  let ran: number[] = [];
  const model: Replicable = {
    catalogue: small,
    run: ({ replication }) => {
      ran.push(replication);
      if (replication === 7) throw new Error('too many events');
      return outcomes[replication]!;
    },
  };
  const all = async (path: string, replications: number) => {
    const journal = existsSync(path) ? Journal.resume(path, identity) : Journal.create(path, identity);
    const executor = journaled(executeHere(model), { journal, plan: 'ab', shape });
    const seen: unknown[] = [];
    const options = { seed: 's', replications, onFailure: (one: unknown) => seen.push(one) };
    for await (const one of replicateOn(executor, options)) seen.push(one);
    journal.close();
    return seen;
  };

  test('runs only what is missing, failures among it, and gives all in order', async () => {
    const path = fresh();
    ran = [];
    await all(path, 12);
    expect(ran).toEqual(upTo(12));
    ran = [];
    const seen = (await all(path, 20)) as { replication: number }[];
    expect(ran).toEqual([7, ...upTo(20).slice(12)]);
    expect(seen.map((one) => one.replication)).toEqual(upTo(20));
    expect(seen.filter((one) => isFailed(one as never)).length).toBe(1);
  });
});
