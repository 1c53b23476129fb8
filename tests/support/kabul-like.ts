import seedrandom from 'seedrandom';
import type { Catalogue, Outcome, SeriesSpec } from '../../src/model/outcome.ts';
import { catalogueWith, measureSpec, seriesSpec } from './outcomes.ts';

const HOUR = 60;
const GRID = Array.from({ length: 289 }, (_, step) => step * 15);

/** What one run's luck changes: paces about 1, the hour the capital falls, the hour the runway closes. */
interface Luck {
  readonly flow: number;
  readonly lift: number;
  readonly fall: number;
  readonly closes: number;
}

/** A level that climbs (or falls) from `from` to `to` between two hours, slowly at both ends. */
const curve = (
  hour: number,
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): number => {
  const share = Math.min(1, Math.max(0, (hour - start) / (end - start)));
  return from + (to - from) * share * share * (3 - 2 * share);
};

const closed = (hour: number, luck: Luck): boolean => hour > luck.closes && hour < luck.closes + 7;
const lifted = (hour: number, luck: Luck, most: number): number => {
  const flown = Math.min(hour, luck.closes) + Math.max(0, hour - luck.closes - 7);
  return curve(flown, [0, most * luck.lift], [4, 64]);
};

type Level = readonly [spec: SeriesSpec, level: (hour: number, luck: Luck) => number];

const out = (id: string, label: string, most: number): Level => [
  seriesSpec({ id, label, topic: 'out' }),
  (hour, luck) => lifted(hour, luck, most),
];
const stage = (id: string, label: string, [from, to, end]: readonly [number, number, number]): Level => [
  seriesSpec({ id: `stage.${id}`, label, topic: 'stage' }),
  (hour, luck) => luck.flow * (curve(hour, [0, from], [2, 20]) + curve(hour, [0, to - from], [26, end])),
];
const staff = (id: string, label: string, level: Level[1]): Level => [
  seriesSpec({ id: `staff.${id}`, label, topic: 'staff', unit: 'staff' }),
  level,
];

const LEVELS: readonly Level[] = [
  out('out', 'Everybody', 9800),
  out('out.us-nationals', 'US nationals and families', 2600),
  out('out.uk-nationals', 'UK nationals', 1100),
  out('out.partners', 'Partners with a visa', 4200),
  out('out.embassy', 'Embassy staff', 1900),
  [
    seriesSpec({ id: 'troops', label: 'All troops', topic: 'troops', unit: 'troops' }),
    (h, l) => curve(h, [750, 4300 * l.lift], [8, 70]),
  ],
  [
    seriesSpec({ id: 'troops.us', label: 'United States', topic: 'troops', unit: 'troops' }),
    (h, l) => curve(h, [650, 3600 * l.lift], [8, 70]),
  ],
  [
    seriesSpec({ id: 'troops.uk', label: 'United Kingdom', topic: 'troops', unit: 'troops' }),
    (h, l) => curve(h, [100, 700 * l.lift], [20, 64]),
  ],
  staff('embassy', 'At the embassy', (h, l) => curve(h, [4000, 90], [10 * l.flow, 44 * l.flow])),
  staff('on-the-way', 'On the way', (h, l) => (h > 10 * l.flow && h < 44 * l.flow ? 60 : 0)),
  staff(
    'airfield',
    'At the airfield',
    (h, l) => curve(h, [0, 1500], [10, 38 * l.flow]) - curve(h, [0, 900], [40, 70]),
  ),
  staff('out', 'Flown out', (h, l) => lifted(h, l, 1900)),
  [
    seriesSpec({ id: 'consular', label: 'Everywhere', topic: 'consular', unit: 'officers' }),
    (h, l) => (h < 30 * l.flow ? 15 : h < 34 * l.flow ? 4 : 12),
  ],
  [
    seriesSpec({ id: 'consular.embassy', label: 'At the embassy', topic: 'consular', unit: 'officers' }),
    (h, l) => (h < 30 * l.flow ? 15 : 0),
  ],
  [
    seriesSpec({ id: 'consular.hkia', label: 'At the airfield', topic: 'consular', unit: 'officers' }),
    (h, l) => (h < 30 * l.flow ? 0 : h < 34 * l.flow ? 4 : 12),
  ],
  stage('road', 'On the road', [300, 450, 40]),
  stage('gate', 'Waiting at a gate', [900, 4200, 60]),
  stage('search', 'In search', [120, 150, 40]),
  stage('registration', 'Waiting for registration', [350, 800, 50]),
  stage('waiting-area', 'In the waiting area', [700, 1800, 66]),
  stage('boarding', 'Boarding', [110, 160, 40]),
  [
    seriesSpec({
      id: 'stands-in-use.hkia',
      label: 'Stands in use, HKIA',
      topic: 'airfield',
      unit: 'stands',
      limit: 8,
    }),
    (h, l) => (closed(h, l) ? 2 : Math.round(5.5 + 2.5 * Math.sin(h / 3 + l.flow * 9))),
  ],
  [
    seriesSpec({
      id: 'stands-in-use.al-udeid',
      label: 'Stands in use, Al Udeid',
      topic: 'airfield',
      unit: 'stands',
      limit: 24,
    }),
    (h, l) => Math.round(curve(h, [2, 19 * l.lift], [6, 60])),
  ],
  [
    seriesSpec({
      id: 'runway-open.hkia',
      label: 'Runway open, HKIA',
      topic: 'airfield',
      unit: 'share of runs',
      limit: 1,
    }),
    (h, l) => (closed(h, l) ? 0 : 1),
  ],
  [
    seriesSpec({
      id: 'binding.demand',
      label: 'Demand: nobody waits',
      unit: 'share of runs',
      topic: 'constraint',
    }),
    (h) => (h < 3 ? 1 : 0),
  ],
  [
    seriesSpec({ id: 'binding.gate', label: 'Gates', unit: 'share of runs', topic: 'constraint' }),
    (h, l) => (h >= 3 && h < l.closes ? 1 : 0),
  ],
  [
    seriesSpec({ id: 'binding.fleet', label: 'Craft', unit: 'share of runs', topic: 'constraint' }),
    (h, l) => (h >= 3 && h >= l.closes ? 1 : 0),
  ],
  [
    seriesSpec({
      id: 'fallen.kandahar',
      label: 'Kandahar has fallen',
      topic: 'threat',
      unit: 'share of runs',
      limit: 1,
    }),
    () => 1,
  ],
  [
    seriesSpec({
      id: 'fallen.kabul',
      label: 'Kabul has fallen',
      topic: 'threat',
      unit: 'share of runs',
      limit: 1,
    }),
    (h, l) => (h > l.fall ? 1 : 0),
  ],
];

/** Hours by constraint, by stage, and of craft: what they are in a run of ordinary luck. */
const HOURS: readonly (readonly [id: string, label: string, hours: number])[] = [
  ['lost-to.gate', 'Waiting charged to: gates', 44_000],
  ['lost-to.fleet', 'Waiting charged to: craft', 21_000],
  ['lost-to.haven', 'Waiting charged to: beds at havens', 0],
  ['person-hours.outside-gate', 'Person-hours: outside the gates', 61_000],
  ['person-hours.waiting-area', 'Person-hours: ready to board', 19_000],
  ['craft-hours.c-17.flying', 'C-17: under way', 210],
  ['craft-hours.c-17.awaiting-stand', 'C-17: waiting for a stand or pad', 60],
  ['craft-hours.c-17.not-wanted', 'C-17: ready, and nobody waits for it', 120],
  ['craft-hours.ch-47.loading', 'CH-47: loading', 30],
  ['craft-hours.ch-47.launch-stop', 'CH-47: ready, and no beds at a haven', 90],
];

/** A catalogue as full as the 48-hour question's, for looking at charts and pages. */
export const kabulLike: Catalogue = catalogueWith({
  title: 'Kabul, 13 to 15 August 2021 (made up for tests)',
  question: 'Can the force arrive, the embassy draw down and the nationals fly out before the capital falls?',
  name: 'kabul-like',
  window: 48 * HOUR,
  horizon: 72 * HOUR,
  grid: GRID,
  measures: [
    measureSpec({ id: 'people-out', label: 'People out' }),
    measureSpec({ id: 'left-behind', label: 'People left behind', better: 'less' }),
    measureSpec({ id: 'all-us-out', label: 'All US nationals out', unit: 'probability', kind: 'indicator' }),
    measureSpec({ id: 'staff-out', label: 'Embassy staff flown out', section: 'Embassy' }),
    measureSpec({ id: 'troops', label: 'Troops on the ground', unit: 'troops', section: 'Force' }),
    measureSpec({
      id: 'capital-falls',
      label: 'Capital falls',
      unit: 'minutes',
      kind: 'time',
      better: 'neither',
      section: 'Threat',
    }),
    measureSpec({
      id: 'seats-empty',
      label: 'Seats flown empty',
      unit: 'share',
      kind: 'share',
      better: 'less',
      section: 'Airfield',
    }),
    measureSpec({
      id: 'gate-hours',
      label: 'Waiting outside the gates',
      unit: 'person-hours',
      kind: 'hours',
      better: 'less',
    }),
    measureSpec({ id: 'flights', label: 'Flights', unit: 'flights', headline: false, section: 'Airfield' }),
    ...HOURS.map(([id, label]) =>
      measureSpec({
        id,
        label,
        unit: 'hours',
        kind: 'hours',
        better: 'less',
        headline: false,
        section: 'Hours',
      }),
    ),
  ],
  series: LEVELS.map(([spec]) => spec),
  observations: [
    {
      series: 'troops.us',
      at: 48 * HOUR,
      value: 2000,
      low: 1600,
      high: 2500,
      label: 'US troops, 15 August',
      source: 'made up for tests',
      use: 'check',
    },
  ],
  plans: [
    {
      series: 'troops',
      label: 'Ordered on 12 August',
      points: [
        { at: 0, value: 750 },
        { at: 24 * HOUR, value: 2250 },
        { at: 48 * HOUR, value: 4350 },
      ],
    },
  ],
});

/** Seeded outcomes of `kabulLike`; `lift` scales what aircraft carry on the same luck, which is that of the seed. */
export function kabulLikeOutcomes(replications: number, lift = 1, seed = 'kabul'): Outcome[] {
  return Array.from({ length: replications }, (_, replication) => {
    const random = seedrandom.alea(`${seed}-like/${replication}`);
    const luck: Luck = {
      flow: 0.85 + 0.3 * random(),
      lift: lift * (0.8 + 0.4 * random()),
      fall: 36 + 50 * random(),
      closes: 40 + 24 * random(),
    };
    const series = LEVELS.map(([spec, level]) =>
      GRID.map((at) =>
        spec.unit === 'share of runs' ? level(at / HOUR, luck) : Math.round(level(at / HOUR, luck)),
      ),
    );
    const atWindow = (id: string): number => series[LEVELS.findIndex(([spec]) => spec.id === id)]?.[192] ?? 0;
    return {
      seed,
      replication,
      measures: [
        atWindow('out'),
        Math.max(0, 11_000 - atWindow('out')),
        luck.lift > 1.1 ? 1 : 0,
        atWindow('out.embassy'),
        atWindow('troops'),
        luck.fall < 72 ? luck.fall * HOUR : Number.POSITIVE_INFINITY,
        0.12 / luck.flow,
        Math.round(61_000 * luck.flow),
        Math.round(90 * luck.lift),
        ...HOURS.map(([, , level]) => Math.round(level * luck.flow)),
      ],
      series,
      actions: [],
      people: 11_000,
      parties: 3100,
      events: 48_000,
    };
  });
}
