import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from './measure.ts';

/** Milliseconds on the wall and of all processors. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

const CREW = fileURLToPath(new URL('crew.js', import.meta.url));
const RUNS = 200;

const crew = (jobs: number): Taken =>
  JSON.parse(execFileSync(process.execPath, [CREW, String(jobs), String(RUNS)], { encoding: 'utf8' }));

/** What each crew took in this round, so that all figures of a round are of the same moment. */
const round = new Map<number, Taken>();
const taken = (jobs: number): Taken => {
  const known = round.get(jobs) ?? crew(jobs);
  round.set(jobs, known);
  return known;
};

/** Workers against this thread: ratios within one round, since the machine may be another in the next. */
export const poolBenches: readonly Bench[] = [
  {
    name: 'kabul-48h: a replication in one thread',
    unit: 'ms',
    bar: '25 ms or less',
    run: () => {
      round.clear();
      return taken(1).wall / RUNS;
    },
  },
  {
    name: 'kabul-48h: replications of two workers for one of one thread',
    unit: 'times',
    bar: '1.7 or more',
    run: () => taken(1).wall / taken(2).wall,
  },
  {
    name: 'kabul-48h: processor time of two workers against one thread',
    unit: 'times',
    bar: '1.1 or less: what the pool costs',
    run: () => taken(2).processor / taken(1).processor,
  },
];
