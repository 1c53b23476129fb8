import { formatCount, formatNumber } from '../analysis/format.ts';
import type { ObservedPoint, SeriesSummary, Summary } from '../analysis/summary.ts';
import type { ObservationUse, SeriesSpec } from '../model/outcome.ts';
import { diamonds, meanWithBand, observedPoints, recordedPoint, topOfBars } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, shading, timeAxis } from './frame.ts';
import { colour, INK, NEUTRAL } from './palette.ts';
import { isShare, times } from './series.ts';
import type { ChartSpec, Dataset } from './spec.ts';
import { plain } from './text.ts';

/**
 * The runs beside what was recorded: a chart for each series that has observations, mean, band of the runs, and the observations
 * with their error bars; and one for each series of which rises were recorded, such as people or flights day by day.
 *
 * @returns none when the scenario records nothing along a series
 */
export const historyCharts = (summary: Summary): readonly ChartSpec[] => [
  ...levelCharts(summary, () => true),
  ...riseCharts(summary),
];

const levelCharts = (summary: Summary, isShown: (series: SeriesSummary) => boolean): readonly ChartSpec[] =>
  summary.series
    .filter((series) => isShown(series) && observedOf(summary, series).length > 0)
    .map((series) => history(summary, series));

/** Published counts beside their tallies, which no other chart shows. */
export const talliesBesideHistory = (summary: Summary): readonly ChartSpec[] =>
  levelCharts(summary, ({ spec }) => spec.topic === 'tally');

const observedOf = ({ observations }: Summary, { spec }: SeriesSummary) =>
  observations.filter((point) => 'series' in point && point.series === spec.id);

/** Words and colour for what an observation is good for: what was tuned on must not look like what was kept from tuning. */
const USES: { readonly [use in ObservationUse]: { readonly label: string; readonly hex: string } } = {
  calibrate: { label: 'recorded, and tuned on', hex: colour(1) },
  'hold-out': { label: 'recorded, and kept from tuning', hex: INK },
  event: { label: 'scripted', hex: NEUTRAL },
  check: { label: 'recorded', hex: INK },
};

/** Observations as diamonds with error bars, in groups by their use. */
const observedByUse = (summary: Summary, id: string): readonly Dataset[] =>
  (Object.keys(USES) as ObservationUse[]).flatMap((use) => {
    const observations = summary.catalogue.observations.filter((point) => point.use === use);
    const { label, hex } = USES[use];
    return observedPoints({ ...summary, catalogue: { ...summary.catalogue, observations } }, [id], []).map(
      (points) => ({
        ...points,
        label,
        group: `observed ${use}`,
        borderColor: hex,
        backgroundColor: hex,
      }),
    );
  });

const idOf = ({ catalogue }: Summary, ...words: readonly string[]): string =>
  `history-${[catalogue.name, ...words].join('-').replace(/[^\w-]/g, '-')}`;

const titleOf = (label: string, points: readonly ObservedPoint[]): string => {
  const inside = points.filter(({ verdict }) => verdict === 'inside its error band').length;
  return `${plain(label, 90)}: runs match ${inside} of ${formatCount(points.length, 'recorded count')}`;
};

const history = (summary: Summary, series: SeriesSummary): ChartSpec => {
  const { spec } = series;
  const title = titleOf(spec.label, observedOf(summary, series));
  const seen = observedByUse(summary, spec.id);
  // the title has the name of the series, which may be long
  const simulated = meanWithBand(summary, series, { hex: colour(0) }).map((each) => ({
    ...each,
    label: 'mean of the runs',
  }));
  return {
    id: idOf(summary, spec.id),
    title,
    subtitle: `Mean of ${runs(summary)}. ${shading(summary, [series])} Diamonds: what was recorded, with its error band; matched where the mean lies within it.`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: [...simulated, ...seen],
      },
      options: {
        scales: {
          x: timeAxis(summary),
          y: countAxis(
            spec.unit,
            isShare(spec) ? { write: 'share', max: 1 } : { suggestedMax: topOfBars(seen) },
          ),
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, [series], true),
  };
};

type Rise = Extract<ObservedPoint, { readonly change: unknown }>;

/** Series of which several rises were recorded; one alone is a line of the table, no picture. */
const riseCharts = (summary: Summary): readonly ChartSpec[] =>
  summary.catalogue.series.flatMap((spec) => {
    const rises = summary.observations.filter(
      (point): point is Rise =>
        'change' in point && point.change === 'rise' && point.of === spec.id && point.per === undefined,
    );
    return rises.length > 1 ? [riseChart(summary, spec, rises)] : [];
  });

/** Minutes by which the mark of the runs and that of the record stand apart, so that neither hides the other. */
const ASIDE = 180;

const riseChart = (summary: Summary, spec: SeriesSpec, rises: readonly Rise[]): ChartSpec => {
  const title = titleOf(`${spec.label}, day by day`, rises);
  const middle = ({ since, at }: Rise): number => (since + at) / 2;
  const recorded = rises.map((rise) => ({ ...recordedPoint(rise), x: middle(rise) - ASIDE }));
  const simulated = rises.map((rise) => {
    const { mean, p05, p95 } = rise.simulated;
    return { x: middle(rise) + ASIDE, y: mean!, low: p05!, high: p95! };
  });
  const datasets = [diamonds('runs', colour(0), simulated), diamonds('what was recorded', INK, recorded)];
  return {
    id: idOf(summary, spec.id, 'by-day'),
    title,
    subtitle: `Blue: mean of ${runs(summary)}, and the span of 90 % of them. Black: what was recorded in the same time, with its error band; matched where the mean lies within it.`,
    alt: `Chart of points with error bars. ${title}`,
    config: {
      type: 'scatter',
      data: {
        labels: times(summary),
        datasets,
      },
      options: {
        scales: { x: timeAxis(summary), y: countAxis(spec.unit, { suggestedMax: topOfBars(datasets) }) },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: {
      columns: ['observation', 'recorded', 'its band', 'mean of runs', '90 % of runs'],
      rows: rises.map(({ label, value, low, high, simulated: { mean, p05, p95 } }) => [
        plain(label, 60),
        ...[formatNumber(value), `${formatNumber(low)} to ${formatNumber(high)}`],
        ...[formatNumber(mean!), `${formatNumber(p05!)} to ${formatNumber(p95!)}`],
      ]),
    },
  };
};
