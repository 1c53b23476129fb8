/** Something to measure: `run` does it once and returns the figure. */
export interface Bench {
  readonly name: string;
  readonly unit: string;
  /** What was hoped for, in words; recorded, never asserted. */
  readonly bar?: string;
  /** Does it once; null when it cannot be done on this machine. */
  run(): number | null | Promise<number | null>;
}

/** A line of the result. */
export interface Figure {
  readonly bench: Bench;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Measures in rounds, every bench once a round, so that what else the machine does strikes all alike and two
 * benches of one run may be compared. The first round warms up and is forgotten.
 */
export async function measure(benches: readonly Bench[], rounds: number): Promise<Figure[]> {
  const taken = new Map(benches.map((bench) => [bench, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [bench, values] of taken) {
      const value = await bench.run();
      if (round > 0 && value !== null) values.push(value);
    }
  }
  return [...taken]
    .filter(([, values]) => values.length > 0)
    .map(([bench, values]) => summarise(bench, values));
}

function summarise(bench: Bench, values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { bench, median, least: sorted[0]!, most: sorted.at(-1)! };
}

/** Whether to count processor time, for a machine that others use too, instead of time on the wall. */
export const COUNTS_CPU: boolean = process.env.BENCH_CLOCK === 'cpu';

/** Seconds that `work` takes; of processor time, if asked, those of the collector and compiler threads count in full. */
export function secondsOf(work: () => void): number {
  const start = COUNTS_CPU ? cpuSeconds() : performance.now() / 1000;
  work();
  return (COUNTS_CPU ? cpuSeconds() : performance.now() / 1000) - start;
}

/** `secondsOf` for work that waits. */
export async function secondsOfAsync(work: () => Promise<void>): Promise<number> {
  const start = COUNTS_CPU ? cpuSeconds() : performance.now() / 1000;
  await work();
  return (COUNTS_CPU ? cpuSeconds() : performance.now() / 1000) - start;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
