import { readFileSync } from 'node:fs';
import { compile, type Model } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { scaled } from '../support/scale.ts';
import { type Bench, secondsOf } from './measure.ts';

const KABUL = 'scenarios/kabul-48h.yaml';

const kabul = (factor: number): Model => {
  const { scenario, name } = loadScenario(KABUL, { read: (path) => readFileSync(path, 'utf8') });
  return compile(scaled(scenario, factor), name);
};

/** Milliseconds of one replication, each time another one. */
const replication = (model: Model): (() => number) => {
  let next = 0;
  const run = (): number => 1000 * secondsOf(() => model.run({ seed: 'bench', replication: next++ }));
  for (let warmUp = 0; warmUp < 60; warmUp++) run();
  return run;
};

const sizeOf = (model: Model): string => {
  const { people, parties, events } = model.run({ seed: 'bench', replication: 0 });
  return `${people} people, ${parties} parties, ${events} events`;
};

const once = kabul(1);
const tenfold = kabul(10);

/** What one replication of the founding scenario costs. */
export const modelBenches: readonly Bench[] = [
  {
    name: `kabul-48h: one replication (${sizeOf(once)})`,
    unit: 'ms',
    bar: '30 ms or less',
    run: replication(once),
  },
  {
    name: `kabul-48h tenfold (${sizeOf(tenfold)})`,
    unit: 'ms',
    bar: '11 times the line above or less',
    run: replication(tenfold),
  },
];
