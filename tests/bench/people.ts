import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from './measure.ts';

/** What one replication takes: time of the last of several, and the most memory that its process ever held. */
interface Taken {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const ALONE = fileURLToPath(new URL('alone.js', import.meta.url));

const alone = (people: number, runs: number): Taken =>
  JSON.parse(execFileSync(process.execPath, [ALONE, String(people), String(runs)], { encoding: 'utf8' }));

/** Measures when first asked, and then says the same: these take too long to be done in every round. */
const once = (measured: () => number): (() => number) => {
  let known: number | undefined;
  return () => {
    known ??= measured();
    return known;
  };
};

/** How a run grows with people: each size in a process of its own, which nothing else has warmed or filled. */
export const peopleBenches: readonly Bench[] = [
  {
    name: 'two weeks, 124,000 people: one replication, the tenth',
    unit: 'ms',
    bar: '250 ms or less',
    run: once(() => alone(124_000, 10).milliseconds),
  },
  {
    name: 'two weeks, 124,000 people: peak memory of the process',
    unit: 'MB',
    bar: '300 MB or less',
    run: once(() => alone(124_000, 10).megabytes),
  },
  {
    name: 'two weeks, 1,000,000 people: one replication, the third',
    unit: 'ms',
    run: once(() => alone(1_000_000, 3).milliseconds),
  },
  {
    name: 'two weeks, 10,000,000 people against 1,000,000: time',
    unit: 'times',
    bar: 'about 10',
    run: once(() => alone(10_000_000, 1).milliseconds / alone(1_000_000, 3).milliseconds),
  },
  {
    name: 'two weeks, 10,000,000 people: peak memory of the process',
    unit: 'MB',
    bar: '1,500 MB or less',
    run: once(() => alone(10_000_000, 1).megabytes),
  },
];
