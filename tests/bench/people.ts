import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from './measure.ts';

/** What one replication takes: the middle time of the later half, and the most memory that its process ever held. */
interface Taken {
  readonly milliseconds: number;
  /** the same for each person, since populations of uncertain size differ from run to run */
  readonly microsecondsEach: number;
  readonly megabytes: number;
}

const ALONE = fileURLToPath(new URL('alone.js', import.meta.url));

const known = new Map<string, Taken>();

/** Measures when first asked, and then says the same: these take too long to be done in every round. */
const alone = (which: Operation, people: number, runs: number): Taken => {
  const words = [which, String(people), String(runs)];
  const taken =
    known.get(words.join(' ')) ??
    JSON.parse(execFileSync(process.execPath, [ALONE, ...words], { encoding: 'utf8' }));
  known.set(words.join(' '), taken);
  return taken;
};

type Operation = 'crowded' | 'airlift';

const TITLES: { readonly [which in Operation]: string } = {
  crowded: 'two weeks',
  airlift: 'kabul-airlift',
};

/** How a run of an operation grows with people: each size in a process of its own, which nothing else has warmed or filled. */
const growth = (which: Operation): readonly Bench[] => {
  const few = () => alone(which, 124_000, 10);
  const many = () => alone(which, 1_000_000, 3);
  const most = () => alone(which, 10_000_000, 1);
  const title = TITLES[which];
  return [
    {
      name: `${title}, 124,000 people: one replication, once warm`,
      unit: 'ms',
      bar: '250 ms or less',
      run: () => few().milliseconds,
    },
    {
      name: `${title}, 124,000 people: peak memory of the process`,
      unit: 'MB',
      bar: '300 MB or less',
      run: () => few().megabytes,
    },
    {
      name: `${title}, 1,000,000 people: one replication`,
      unit: 'ms',
      run: () => many().milliseconds,
    },
    {
      name: `${title}, 1,000,000 people against 124,000: time a person`,
      unit: 'times',
      bar: 'about 1',
      run: () => many().microsecondsEach / few().microsecondsEach,
    },
    {
      name: `${title}, 10,000,000 people against 1,000,000: time a person`,
      unit: 'times',
      bar: 'about 1',
      run: () => most().microsecondsEach / many().microsecondsEach,
    },
    {
      name: `${title}, 10,000,000 people: peak memory of the process`,
      unit: 'MB',
      bar: '1,500 MB or less',
      run: () => most().megabytes,
    },
  ];
};

export const peopleBenches: readonly Bench[] = [...growth('crowded'), ...growth('airlift')];
