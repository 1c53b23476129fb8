import seedrandom from 'seedrandom';
import type { Catalogue, MeasureSpec, Outcome, SeriesSpec } from '../../src/model/outcome.ts';

/** A measure spec with defaults for what a test does not care about. */
export const measureSpec = (spec: Partial<MeasureSpec> & { readonly id: string }): MeasureSpec => ({
  label: spec.id,
  unit: 'people',
  kind: 'count',
  better: 'more',
  headline: true,
  section: 'Evacuees',
  description: `${spec.id}, made by hand for a test`,
  ...spec,
});

/** A series spec with defaults for what a test does not care about. */
export const seriesSpec = (spec: Partial<SeriesSpec> & { readonly id: string }): SeriesSpec => ({
  label: spec.id,
  unit: 'people',
  topic: 'out',
  ...spec,
});

/** A catalogue that starts at noon on 13 August 2021 in Kabul, with nothing in it but what the test puts there. */
export const catalogueWith = (parts: Partial<Catalogue> = {}): Catalogue => ({
  title: 'A small world',
  question: 'Does the statistics hold?',
  name: 'small',
  start: '2021-08-13T12:00',
  utcOffset: 270,
  zone: 'Kabul time',
  window: 120,
  horizon: 240,
  grid: [0, 60, 120, 180, 240],
  byAir: true,
  measures: [],
  series: [],
  observations: [],
  plans: [],
  ...parts,
});

/** An outcome with the given numbers; series are zero where they are not given. */
export const outcomeWith = (
  catalogue: Catalogue,
  replication: number,
  parts: { measures?: readonly number[]; series?: readonly (readonly number[])[]; seed?: string } = {},
): Outcome => ({
  seed: parts.seed ?? 'test',
  replication,
  measures: parts.measures ?? catalogue.measures.map(() => 0),
  series: parts.series ?? catalogue.series.map(() => catalogue.grid.map(() => 0)),
  actions: [],
  people: 1000,
  parties: 250,
  events: 5000,
});

/** Outcomes of a catalogue with one measure, one per value, replications from 0. */
export const outcomesOf = (catalogue: Catalogue, values: readonly number[]): Outcome[] =>
  values.map((value, replication) => outcomeWith(catalogue, replication, { measures: [value] }));

const HOUR = 60;
const GRID = Array.from({ length: 145 }, (_, step) => step * 30);

/** A catalogue shaped like the 48-hour question: every kind of measure, every topic of series, observations and plans. */
export const airBridgeCatalogue: Catalogue = catalogueWith({
  title: 'A made-up air bridge',
  question: 'Can everybody leave before the window closes?',
  name: 'made-up',
  window: 48 * HOUR,
  horizon: 72 * HOUR,
  grid: GRID,
  measures: [
    measureSpec({ id: 'people-out', label: 'People out' }),
    measureSpec({ id: 'people-out.us-nationals', label: 'US nationals out' }),
    measureSpec({ id: 'left-behind', label: 'Left behind', better: 'less' }),
    measureSpec({ id: 'all-out', label: 'All out by the window', unit: 'probability', kind: 'indicator' }),
    measureSpec({
      id: 'time-to-clear',
      label: 'Time to clear',
      unit: 'minutes',
      kind: 'time',
      better: 'less',
    }),
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
      id: 'waiting-outside',
      label: 'Waiting outside the gates',
      unit: 'person-hours',
      kind: 'hours',
      better: 'less',
    }),
    measureSpec({ id: 'troops', label: 'Troops on the ground', section: 'Force' }),
    measureSpec({
      id: 'staff-left',
      label: 'Staff left at the embassy',
      better: 'neither',
      headline: false,
      section: 'Embassy',
    }),
  ],
  series: [
    seriesSpec({ id: 'out.us-nationals', label: 'US nationals out' }),
    seriesSpec({ id: 'out.partners', label: 'Partners out' }),
    seriesSpec({ id: 'safe.us-nationals', label: 'US nationals safe', topic: 'safe' }),
    seriesSpec({ id: 'stage.gate', label: 'At the gate', topic: 'stage' }),
    seriesSpec({ id: 'stage.waiting-area', label: 'Waiting area', topic: 'stage', limit: 600 }),
    seriesSpec({ id: 'troops.us', label: 'US troops', topic: 'troops', unit: 'troops' }),
    seriesSpec({ id: 'troops.uk', label: 'UK troops', topic: 'troops', unit: 'troops' }),
    seriesSpec({ id: 'staff.embassy', label: 'At the embassy', topic: 'staff', unit: 'staff' }),
    seriesSpec({ id: 'staff.airfield', label: 'At the airfield', topic: 'staff', unit: 'staff' }),
    seriesSpec({
      id: 'consular-officers',
      label: 'Consular officers serving',
      topic: 'consular',
      unit: 'officers',
    }),
    seriesSpec({
      id: 'stands-in-use.hkia',
      label: 'Stands in use',
      topic: 'airfield',
      unit: 'stands',
      limit: 8,
    }),
    seriesSpec({
      id: 'runway-open.hkia',
      label: 'Runway open',
      topic: 'airfield',
      unit: 'share of runs',
      limit: 1,
    }),
    seriesSpec({ id: 'crowd', label: 'Crowd outside', topic: 'crowd' }),
    seriesSpec({ id: 'cities-fallen', label: 'Cities fallen', topic: 'threat', unit: 'cities' }),
    seriesSpec({ id: 'beds-taken', label: 'Haven beds taken', topic: 'haven', unit: 'beds', limit: 3000 }),
    seriesSpec({
      id: 'airborne',
      label: 'Aircraft in the air',
      topic: 'airfield',
      unit: 'aircraft',
      limit: 12,
    }),
  ],
  observations: [
    {
      series: 'troops.us',
      at: 48 * HOUR,
      value: 2500,
      low: 2200,
      high: 2800,
      label: 'Troops, 15 August',
      source: 'made up for tests',
      use: 'check',
    },
    {
      series: 'out.us-nationals',
      at: 48 * HOUR,
      value: 100,
      low: 50,
      high: 150,
      label: 'Nationals out, 15 August',
      source: 'made up for tests',
      use: 'check',
    },
  ],
  plans: [
    {
      series: 'troops.us',
      label: 'Ordered',
      points: [
        { at: 0, value: 650 },
        { at: 24 * HOUR, value: 2000 },
        { at: 48 * HOUR, value: 3650 },
      ],
    },
    {
      series: 'staff.embassy',
      label: 'Plan',
      points: [
        { at: 0, value: 1400 },
        { at: 36 * HOUR, value: 300 },
      ],
    },
  ],
});

/** A level that climbs from `from` to `to` in an S between two hours. */
const climb = (minutes: number, shape: { from: number; to: number; start: number; end: number }): number => {
  const share = Math.min(1, Math.max(0, (minutes - shape.start * HOUR) / ((shape.end - shape.start) * HOUR)));
  return Math.round(shape.from + (shape.to - shape.from) * share * share * (3 - 2 * share));
};

/** The levels of `airBridgeCatalogue` at one instant of a run with the given luck, in the catalogue's order. */
const levelsAt = (
  minutes: number,
  luck: { pace: number; crowd: number; phase: number },
  extra: number,
): number[] => {
  const wave = (1 + Math.sin(minutes / 97 + luck.phase * 6)) / 2;
  const open = minutes < 40 * HOUR || minutes > (44 + 6 * luck.crowd) * HOUR ? 1 : 0;
  const end = 46 + 12 * luck.pace;
  return [
    climb(minutes, { from: 0, to: 2600 + extra, start: 6, end }),
    climb(minutes, { from: 0, to: 900, start: 12, end }),
    climb(minutes, { from: 0, to: 2600 + extra, start: 10, end: end + 4 }),
    Math.round(400 * wave * (0.5 + luck.crowd)),
    Math.round(600 * wave),
    climb(minutes, { from: 650, to: 3650, start: 10, end: 44 + 10 * luck.pace }),
    climb(minutes, { from: 0, to: 600, start: 20, end: 40 }),
    climb(minutes, { from: 1400, to: 80, start: 8, end: 40 + 8 * luck.pace }),
    climb(minutes, { from: 0, to: 320, start: 8, end: 40 }),
    climb(minutes, { from: 20, to: 6, start: 16, end: 30 }),
    open * Math.round(8 * wave),
    open,
    climb(minutes, { from: 200, to: Math.round(9000 * luck.crowd), start: 20, end: 44 }),
    climb(minutes, { from: 17, to: 34, start: 0, end: 48 }),
    Math.min(3000, climb(minutes, { from: 0, to: 3200, start: 12, end: 60 })),
    Math.round(12 * (1 - wave)),
  ];
};

/** What tests may ask of made-up outcomes. */
export interface MadeUpOptions {
  readonly replications: number;
  readonly seed?: string;
  /** people that this plan gets out beyond the base, on the same luck; 0 unless told */
  readonly extra?: number;
}

/** Seeded outcomes of `airBridgeCatalogue`: same seed, same luck, whatever `extra` is. */
export const madeUpOutcomes = ({ replications, seed = 'made-up', extra = 0 }: MadeUpOptions): Outcome[] =>
  Array.from({ length: replications }, (_, replication) => {
    const random = seedrandom.alea(`${seed}/${replication}`);
    const luck = { pace: random(), crowd: random(), phase: random() };
    const rows = airBridgeCatalogue.grid.map((minutes) => levelsAt(minutes, luck, extra));
    const atWindow = rows[96]!;
    const out = atWindow[0]! + atWindow[1]!;
    const left = Math.max(0, 3500 - out);
    return {
      seed,
      replication,
      measures: [
        out,
        atWindow[0]!,
        left,
        left === 0 ? 1 : 0,
        luck.pace < 0.8 ? (46 + 12 * luck.pace) * HOUR : Number.POSITIVE_INFINITY,
        (40 + 30 * luck.crowd) * HOUR,
        Math.round(1000 * luck.phase * 0.3) / 1000,
        Math.round(40_000 * luck.crowd),
        atWindow[5]!,
        atWindow[7]!,
      ],
      series: airBridgeCatalogue.series.map((_, index) => rows.map((row) => row[index]!)),
      actions: [
        {
          at: 16 * HOUR,
          origin: 'timeline',
          by: 'ambassador',
          action: { do: 'order-departure', embassy: 'us' },
          note: 'ordered departure of non-essential staff',
        },
      ],
      people: 3500,
      parties: 900,
      events: 20_000,
    };
  });
