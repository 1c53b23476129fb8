// Runs one operation in a process of its own and prints what it took: `node alone.js WHICH PEOPLE RUNS`.
import { airlift } from './airlift.ts';
import { crowded } from './crowded.ts';
import { secondsOf } from './measure.ts';

const [which, ...numbers] = process.argv.slice(2);
const [people = 124_000, runs = 1] = numbers.map(Number);
const model = which === 'airlift' ? airlift(people) : crowded(people);
const taken = Array.from({ length: runs }, (_, replication) => {
  let people = 0;
  const seconds = secondsOf(() => {
    ({ people } = model.run({ seed: 'bench', replication }));
  });
  return { milliseconds: 1000 * seconds, microsecondsEach: (1e6 * seconds) / people };
});
const last = Math.max(1, Math.floor(runs / 2));
const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor((last - 1) / 2)]!;
const later = taken.slice(-last);
process.stdout.write(
  JSON.stringify({
    milliseconds: middle(later.map(({ milliseconds }) => milliseconds)),
    microsecondsEach: middle(later.map(({ microsecondsEach }) => microsecondsEach)),
    megabytes: process.resourceUsage().maxRSS / 1000,
  }),
);
