// Runs replications of kabul-48h in a process of its own and prints what they took, without the start: `node crew.js JOBS RUNS`.
import { readFileSync } from 'node:fs';
import { replicateOn } from '../../src/experiment/index.ts';
import { openPool } from '../../src/experiment/pool/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const [jobs = 1, replications = 200] = process.argv.slice(2).map(Number);
const { scenario } = loadScenario('scenarios/kabul-48h.yaml', { read: (path) => readFileSync(path, 'utf8') });
const pool = openPool({ jobs });
const executor = pool.executor({ scenario });

/** Runs some replications and hands them over, as a command does. */
const ran = async (first: number, count: number): Promise<void> => {
  for await (const _ of replicateOn(executor, { seed: 'bench', first, replications: count }));
};

// Every worker has started and compiled what is hot.
await ran(0, 60 * jobs);
const [before, began] = [process.cpuUsage(), performance.now()];
await ran(1000, replications);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ wall: performance.now() - began, processor: (user + system) / 1000 }));
await pool.close();
