import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from './measure.ts';

/** Milliseconds on the wall and of all processors. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

const CREW = fileURLToPath(new URL('crew.js', import.meta.url));
const OVERHEAD = fileURLToPath(new URL('overhead.js', import.meta.url));
const RUNS = 200;

/** A crew that is warm and waits to be told to begin. */
interface Ready {
  readonly child: ChildProcess;
  /** what it prints from then on */
  readonly taken: Promise<Taken>;
}

const ready = async (jobs: number, runs: number): Promise<Ready> => {
  const words = [CREW, String(jobs), String(runs), 'told'];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.setEncoding('utf8');
  await once(child.stdout, 'data');
  let printed = '';
  child.stdout.on('data', (text: string) => {
    printed += text;
  });
  return { child, taken: once(child, 'close').then(() => JSON.parse(printed) as Taken) };
};

/** Crews that each have so many jobs, side by side: until the last has ended, and all their processors. */
const crews = async (count: number, jobs: number): Promise<Taken> => {
  const all = await Promise.all(Array.from({ length: count }, () => ready(jobs, RUNS / count)));
  for (const { child } of all) child.stdin!.end('\n');
  const taken = await Promise.all(all.map((one) => one.taken));
  return {
    wall: Math.max(...taken.map(({ wall }) => wall)),
    processor: taken.reduce((sum, { processor }) => sum + processor, 0),
  };
};

/** One worker for this thread, which nothing else keeps from its processor: what handing out and gathering cost. */
const overhead = (): Taken =>
  JSON.parse(execFileSync(process.execPath, [OVERHEAD, String(RUNS / 2)], { encoding: 'utf8' }));

/** What each way took in this round, so that all figures of a round are of the same moment. */
interface Round {
  readonly one: Taken;
  readonly pool: Taken;
  /** two processes that share nothing but the machine */
  readonly apart: Taken;
  /** one worker for one thread */
  readonly handed: Taken;
}

const anotherRound = async (): Promise<Round> => ({
  one: await crews(1, 1),
  pool: await crews(1, 2),
  apart: await crews(2, 1),
  handed: overhead(),
});

let round: Promise<Round> | undefined;
const given = new Set<string>();

/** A figure of the present round; whoever asks for one a second time begins another round. */
const figure = (name: string, unit: string, read: (round: Round) => number): Bench => ({
  name,
  unit,
  run: async () => {
    if (round === undefined || given.has(name)) {
      given.clear();
      round = anotherRound();
    }
    given.add(name);
    return read(await round);
  },
});

/** Workers against this thread: ratios within one round, since the machine may be another in the next. */
export const poolBenches: readonly Bench[] = [
  {
    ...figure('kabul-48h: a replication in one thread', 'ms', ({ one }) => one.wall / RUNS),
    bar: '25 ms or less',
  },
  {
    ...figure(
      'kabul-48h: replications of two workers for one of one thread',
      'times',
      ({ one, pool }) => one.wall / pool.wall,
    ),
    bar: '1.7 or more',
  },
  figure(
    'yardstick: kabul-48h, two processes that share nothing, for the same one',
    'times',
    ({ one, apart }) => one.wall / apart.wall,
  ),
  {
    ...figure('kabul-48h: one worker for one thread', 'times', ({ handed }) => handed.wall),
    bar: '1.1 or less: what the pool costs',
  },
  {
    ...figure(
      'kabul-48h: processor time of one worker for one thread',
      'times',
      ({ handed }) => handed.processor,
    ),
    bar: '1.1 or less: what the pool costs',
  },
  figure(
    'kabul-48h: processor time of two workers for one thread',
    'times',
    ({ one, pool }) => pool.processor / one.processor,
  ),
  figure(
    'kabul-48h: processor time of two workers for two processes that share nothing',
    'times',
    ({ pool, apart }) => pool.processor / apart.processor,
  ),
];
