// Runs replications of kabul-48h in a process of its own and prints what they took, without the start: `node crew.js JOBS RUNS`.
// With a third word it says when it is warm, and waits for a line before it is measured.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { replicateOn } from '../../src/experiment/index.ts';
import { openPool } from '../../src/experiment/pool/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const [jobs = 1, replications = 200] = process.argv.slice(2, 4).map(Number);
const isTold = process.argv[4] !== undefined;
const { scenario } = loadScenario('scenarios/kabul-48h.yaml', { read: (path) => readFileSync(path, 'utf8') });
const pool = openPool({ jobs });
const executor = pool.executor({ scenario });

/** Runs some replications and hands them over, as a command does. */
const ran = async (first: number, count: number): Promise<void> => {
  for await (const _ of replicateOn(executor, { seed: 'bench', first, replications: count }));
};

// Every worker has started and compiled what is hot.
await ran(0, 60 * jobs);
if (isTold) {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  await lines.question('warm\n');
  lines.close();
}
const [before, began] = [process.cpuUsage(), performance.now()];
await ran(1000, replications);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ wall: performance.now() - began, processor: (user + system) / 1000 }));
await pool.close();
