// Runs one operation in a process of its own and prints what it took: `node alone.js PEOPLE RUNS`.
import { crowded } from './crowded.ts';
import { secondsOf } from './measure.ts';

const [people = 124_000, runs = 1] = process.argv.slice(2).map(Number);
const model = crowded(people);
const seconds = Array.from({ length: runs }, (_, replication) =>
  secondsOf(() => model.run({ seed: 'bench', replication })),
);
const peak = process.resourceUsage().maxRSS / 1000;
process.stdout.write(JSON.stringify({ milliseconds: 1000 * seconds.at(-1)!, megabytes: peak }));
