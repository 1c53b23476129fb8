import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf } from '../../src/charts/index.ts';
import type { ChartSpec, Dataset } from '../../src/charts/spec.ts';
import type { Catalogue, SeriesSpec } from '../../src/model/outcome.ts';
import { catalogueWith, outcomeWith } from '../support/outcomes.ts';

/** Charts of two runs; each series is given as the levels of both at 0, 60, 120 (the window's end), 180 and 240 min. */
export function chartsWith(
  series: readonly (readonly [SeriesSpec, first: readonly number[], second: readonly number[]])[],
  parts: Partial<Catalogue> = {},
): readonly ChartSpec[] {
  const catalogue = catalogueWith({ series: series.map(([spec]) => spec), ...parts });
  const outcomes = [0, 1].map((run) =>
    outcomeWith(catalogue, run, { series: series.map((each) => each[run + 1] as readonly number[]) }),
  );
  return chartsOf(summarise(catalogue, outcomes, 'two'));
}

/** The datasets of a chart. */
export const datasets = (spec: ChartSpec | undefined): readonly Dataset[] => spec?.config.data.datasets ?? [];
/** What a reader needs to know of each dataset. */
export const drawn = (spec: ChartSpec | undefined): unknown[] =>
  datasets(spec).map(({ role, label, data }) => [role, label, data]);
