// What handing replications to a worker costs: the same ones in this thread and on one worker by turns, once both are warm.
// Prints worker for thread, of time on the wall and of all processors: `node overhead.js RUNS`.
import { readFileSync } from 'node:fs';
import { type Executor, executeHere, modelOf, replicateOn } from '../../src/experiment/index.ts';
import { onWorkers, Workers } from '../../src/experiment/pool/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const [runs = 100] = process.argv.slice(2).map(Number);
const { scenario } = loadScenario('scenarios/kabul-48h.yaml', { read: (path) => readFileSync(path, 'utf8') });
const workers = new Workers(1);
const here = executeHere(modelOf({ scenario }));
const there = onWorkers(workers, { scenario });

/** Milliseconds on the wall and of all processors that replications take, read as a command reads them. */
const taken = async (executor: Executor, first: number, count: number): Promise<[number, number]> => {
  const [before, began] = [process.cpuUsage(), performance.now()];
  for await (const _ of replicateOn(executor, { seed: 'bench', first, replications: count }));
  const { user, system } = process.cpuUsage(before);
  return [performance.now() - began, (user + system) / 1000];
};

const sums = { here: [0, 0], there: [0, 0] };
const note = (sum: number[], [wall, processor]: [number, number]): void => {
  sum[0]! += wall;
  sum[1]! += processor;
};

for (const executor of [here, there]) await taken(executor, 0, 100);
note(sums.here, await taken(here, 1000, runs));
note(sums.there, await taken(there, 1000, 2 * runs));
note(sums.here, await taken(here, 1000 + runs, runs));
await workers.close();
process.stdout.write(
  JSON.stringify({ wall: sums.there[0]! / sums.here[0]!, processor: sums.there[1]! / sums.here[1]! }),
);
