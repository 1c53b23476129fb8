// `npm run bench [-- WORD]`: measures everything, or what has the word in its name.
// Environment: BENCH_ROUNDS, default 9; BENCH_CLOCK=cpu counts processor time, for a machine that others use too.
import { kernelBenches } from './kernel.ts';
import { type Figure, measure } from './measure.ts';
import { modelBenches } from './model.ts';
import { peopleBenches } from './people.ts';
import { poolBenches } from './pool.ts';
import { reportBenches } from './report.ts';

// Each group in rounds of its own: after a million customers and forced collections, a model's first run is a cold one.
const groups = [kernelBenches, modelBenches, peopleBenches, poolBenches, reportBenches];

const number = (value: number): string =>
  value >= 1e5 ? `${(value / 1e6).toFixed(2)} M` : value.toPrecision(4);

const line = ({ bench, median, least, most }: Figure): string =>
  [
    bench.name.padEnd(78),
    number(median).padStart(8),
    `(${number(least)} … ${number(most)})`.padEnd(22),
    bench.unit,
    bench.bar === undefined ? '' : `hoped for: ${bench.bar}`,
  ].join('  ');

const word = process.argv[2] ?? '';
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const chosen = groups.map((benches) => benches.filter(({ name }) => name.includes(word)));
process.stdout.write(
  `Node ${process.version}, median (least … most) of ${rounds} rounds after one to warm up\n`,
);
for (const benches of chosen)
  for (const figure of await measure(benches, rounds)) process.stdout.write(`${line(figure).trimEnd()}\n`);
