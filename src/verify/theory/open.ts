import type { Distribution } from '../../kernel/index.ts';
import type { Case } from '../check.ts';
import { observeStation, type QueueingStation, type StationSeen } from './station.ts';

/** Words for what textbooks call by letters. */
const QUANTITY: { readonly [letter in keyof StationSeen]: string } = {
  Wq: 'mean wait',
  W: 'mean time present',
  Lq: 'mean number waiting',
  L: 'mean number present',
  C: 'share who wait',
};

type Known = Partial<Record<keyof StationSeen, number>>;

const named = (numbers: Known): Record<string, number> =>
  Object.fromEntries(
    Object.entries(numbers).map(([letter, value]) => [QUANTITY[letter as keyof StationSeen], value]),
  );

/** A station as a case. */
const stationCase = (
  title: string,
  known: Known,
  facts: { readonly source: string; readonly station: QueueingStation },
): Case => ({
  title,
  source: facts.source,
  expected: named(known),
  replicate: (seed) => named(observeStation(facts.station, seed)),
});

const exponential = (mean: number): Distribution => ({ kind: 'exponential', mean });

/** One server or two at 80 % load; a mean service is the unit of time. */
const at80 = (servers: number, service: Distribution, length: number): QueueingStation => ({
  between: exponential(1 / (0.8 * servers)),
  service,
  servers,
  warmUp: 1000,
  duration: 5000 * length,
});

const POLLACZEK = 'Pollaczek-Khinchine: Wq = ρ E[S] (1 + cv²) / (2 (1 - ρ))';

/** One server at 80 % load: only mean and variance of the service decide. */
const singleServer = (length: number): Case[] => {
  const mg1 = (name: string, wait: number, service: Distribution): Case =>
    stationCase(
      `M/G/1 at 80 % load, ${name} service`,
      { Wq: wait },
      { source: POLLACZEK, station: at80(1, service, length) },
    );
  return [
    stationCase(
      'M/M/1 at 80 % load',
      { Wq: 4, L: 4, W: 5, C: 0.8 },
      { source: 'Erlang: L = ρ / (1 - ρ)', station: at80(1, exponential(1), length) },
    ),
    stationCase(
      'M/D/1 at 80 % load',
      { Wq: 2 },
      { source: POLLACZEK, station: at80(1, { kind: 'fixed', value: 1 }, length) },
    ),
    mg1('Erlang-2', 3, { kind: 'erlang', mean: 1, k: 2 }),
    mg1('lognormal, cv² 0.5,', 3, { kind: 'lognormal', mean: 1, cv: Math.SQRT1_2 }),
    mg1('gamma, cv² 0.5,', 3, { kind: 'gamma', mean: 1, cv: Math.SQRT1_2 }),
    mg1('uniform', 2.166667, { kind: 'uniform', min: 0.5, max: 1.5 }),
    mg1('triangular', 2.083333, { kind: 'triangular', min: 0.5, mode: 1, max: 1.5 }),
  ];
};

/** Processing desks in minutes: 90 people an hour, 5 minutes each. */
const desks = (servers: number, service: Distribution, length: number): QueueingStation => ({
  between: exponential(60 / 90),
  service,
  servers,
  warmUp: 1000,
  duration: 16_000 * length,
});

const ERLANG_C = 'Erlang C: Wq = C / (c μ - λ)';

/** Several servers. */
const severalServers = (length: number): Case[] => [
  stationCase(
    'M/M/2 at 80 % load',
    { C: 0.711111, Wq: 1.777778, L: 4.444444 },
    { source: ERLANG_C, station: at80(2, exponential(1), length) },
  ),
  stationCase(
    'M/D/2 at 80 % load',
    { Wq: 0.903284 },
    { source: 'Crommelin (1932)', station: at80(2, { kind: 'fixed', value: 1 }, length) },
  ),
  stationCase(
    '8 desks, 90 people/h, 5 min each',
    { C: 0.807253, Wq: 8.07253, Lq: 12.10879 },
    { source: ERLANG_C, station: desks(8, exponential(5), length) },
  ),
  stationCase('9 desks', { Wq: 1.69716 }, { source: ERLANG_C, station: desks(9, exponential(5), length) }),
  stationCase('10 desks', { Wq: 0.61322 }, { source: ERLANG_C, station: desks(10, exponential(5), length) }),
  stationCase(
    '8 desks, always 5 min',
    { Wq: 4.09838 },
    { source: 'Crommelin (1932)', station: desks(8, { kind: 'fixed', value: 5 }, length) },
  ),
];

/** Sizes of a geometric distribution with mean 5, cut where less than 1e-8 is left. */
const SIZES = Array.from({ length: 90 }, (_, index) => index + 1);

/** P(size = n) = 0.2 × 0.8^(n - 1) for each of them. */
const WEIGHTS = SIZES.reduce<number[]>((weights) => [...weights, (weights.at(-1) ?? 0.25) * 0.8], []);

const BATCHES = 'M^X/M/1: L = ρ (E[X] + E[X²]) / (2 E[X] (1 - ρ))';

/** People who come in groups, in hours and in services. */
const batches = (length: number): Case[] => [
  stationCase(
    'bus loads of 40, 2 an hour, 100 people/h',
    { L: 82, W: 61.5 / 60 },
    {
      source: BATCHES,
      station: {
        between: exponential(0.5),
        batch: { kind: 'fixed', value: 40 },
        service: exponential(0.01),
        servers: 1,
        warmUp: 50,
        duration: 450 * length,
      },
    },
  ),
  stationCase(
    'parties of geometric size, mean 5, at 80 % load',
    { L: 20 },
    {
      source: BATCHES,
      station: {
        between: exponential(5 / 0.8),
        batch: { kind: 'discrete', values: SIZES, weights: WEIGHTS },
        service: exponential(1),
        servers: 1,
        warmUp: 3000,
        duration: 15_000 * length,
      },
    },
  ),
];

/** Stations open to the world, whose customers come by Poisson arrivals. */
export const openCases = (length: number): Case[] => [
  ...singleServer(length),
  ...severalServers(length),
  ...batches(length),
];
