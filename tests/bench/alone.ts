// Runs one operation in a process of its own and prints what it took: `node alone.js WHICH PEOPLE RUNS`.
import { airlift } from './airlift.ts';
import { crowded } from './crowded.ts';
import { secondsOf } from './measure.ts';

const [which, ...numbers] = process.argv.slice(2);
const [people = 124_000, runs = 1] = numbers.map(Number);
const model = which === 'airlift' ? airlift(people) : crowded(people);
const seconds = Array.from({ length: runs }, (_, replication) =>
  secondsOf(() => model.run({ seed: 'bench', replication })),
);
const last = Math.max(1, Math.floor(runs / 2));
const sorted = seconds.slice(-last).sort((a, b) => a - b);
const peak = process.resourceUsage().maxRSS / 1000;
process.stdout.write(
  JSON.stringify({ milliseconds: 1000 * sorted[Math.floor((last - 1) / 2)]!, megabytes: peak }),
);
