// A worker as the pool has them, except that it dies of replication 3 and takes its time over replication 0.
import { setTimeout } from 'node:timers/promises';

export const runBatch = async ({ work }) => {
  if (work.some(({ replication }) => replication === 3)) process.exit(9);
  if (work.some(({ replication }) => replication === 0)) await setTimeout(100);
  // replication, people, parties, events and one measure, as `pack` lays them out
  const numbers = Float64Array.from(
    work.flatMap(({ replication }) => [replication, 9, 3, 20, 10 * replication]),
  );
  return { packed: { seed: work[0].seed, numbers, failed: [] }, took: 0.1 * work.length };
};
