import { Condition, type Process, quantile, Simulation, Tally } from '../../kernel/index.ts';
import type { Case } from '../check.ts';
import { observed } from './observed.ts';

/** Mean minutes until a craft leaves that goes when it is full, for people who come evenly. */
const waitUntilFull = (seats: number, perHour: number): number => {
  const sim = new Simulation();
  const waits = new Tally();
  let aboard = 0;
  const full = new Condition(sim, () => aboard === seats);
  function* person(): Process {
    const arrival = sim.now;
    aboard++;
    full.check();
    yield full.wait();
    waits.record(sim.now - arrival);
  }
  for (let n = 0; n < seats; n++) sim.start(person(), { at: (n * 60) / perHour });
  sim.run();
  return waits.mean;
};

/** Seats that fill at an even rate: people wait half of the time it takes. */
export const fillAndGo = (seats: number, perHour: number, wait: number): Case => ({
  title: `${seats} seats filled by ${perHour} people/h`,
  source: 'even arrivals: (seats - 1) / (2 × rate)',
  isCertain: true,
  expected: { 'mean wait, min': wait },
  replicate: () => ({ 'mean wait, min': waitUntilFull(seats, perHour) }),
});

/** People who come evenly and stay for a fixed time. */
interface Stock {
  readonly perDay: number;
  /** days */
  readonly stay: number;
  readonly present: number;
}

const meanPresent = ({ perDay, stay }: Stock): number => {
  const { sim, servers: beds, seen, measure } = observed(Number.POSITIVE_INFINITY);
  function* person(): Process {
    yield beds.seize();
    yield sim.hold(stay);
    beds.release();
  }
  const end = stay + 2;
  for (let n = 0; n / perDay < end; n++) sim.start(person(), { at: n / perDay });
  measure(stay, end - stay);
  return seen.inUse.mean(sim.now);
};

/** Little's law for a haven: present = rate × stay. */
export const stock = (flow: Stock): Case => ({
  title: `${flow.perDay} people/d stay ${flow.stay} d`,
  source: "Little's law: L = λ W",
  isCertain: true,
  expected: { 'people present': flow.present },
  // one person, and the four digits to which the stay is given
  step: 1 + flow.present * 1e-4,
  replicate: () => ({ 'people present': meanPresent(flow) }),
});

/** Draws of one experiment on a distribution. */
const DRAWS = 20_000;

/** Triangular times, drawn as every service and ground time is. */
export const triangularTimes: Case = {
  title: 'triangular times of 30, 60 and 135 min',
  source: '(a + b + c) / 3; (a² + b² + c² - ab - ac - bc) / 18',
  expected: { mean: 75, variance: 487.5 },
  within: 0.02,
  replicate: (seed) => {
    const draw = quantile({ kind: 'triangular', min: 30, mode: 60, max: 135 });
    const luck = new Simulation({ seed }).stream('times');
    const seen = new Tally();
    for (let n = 0; n < DRAWS; n++) seen.record(draw(luck.uniform()));
    return { mean: seen.mean, variance: seen.sd * seen.sd };
  },
};
