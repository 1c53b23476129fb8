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
