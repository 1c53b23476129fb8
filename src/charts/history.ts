import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import type { ObservationUse } from '../model/outcome.ts';
import { meanWithBand, observedPoints } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, shading, timeAxis } from './frame.ts';
import { colour, INK, NEUTRAL } from './palette.ts';
import { isShare, times } from './series.ts';
import type { ChartSpec, Dataset } from './spec.ts';
import { plain } from './text.ts';

/**
 * The runs beside what was recorded, a chart for each series that has observations: mean, band of the runs, and the observations
 * with their error bars.
 *
 * @param isShown of which series; all unless told
 * @returns none when the scenario records nothing along a series
 */
export const historyCharts = (
  summary: Summary,
  isShown: (series: SeriesSummary) => boolean = () => true,
): readonly ChartSpec[] =>
  summary.series
    .filter((series) => isShown(series) && observedOf(summary, series).length > 0)
    .map((series) => history(summary, series));

/** Published counts beside their tallies, which no other chart shows. */
export const talliesBesideHistory = (summary: Summary): readonly ChartSpec[] =>
  historyCharts(summary, ({ spec }) => spec.topic === 'tally');

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
const diamonds = (summary: Summary, id: string): readonly Dataset[] =>
  (Object.keys(USES) as ObservationUse[]).flatMap((use) => {
    const observations = summary.catalogue.observations.filter((point) => point.use === use);
    const { label, hex } = USES[use];
    return observedPoints({ ...summary, catalogue: { ...summary.catalogue, observations } }, [id], hex).map(
      (points) => ({ ...points, label, group: `observed ${use}` }),
    );
  });

const history = (summary: Summary, series: SeriesSummary): ChartSpec => {
  const { spec } = series;
  const recorded = observedOf(summary, series);
  const inside = recorded.filter(({ verdict }) => verdict === 'inside its error band').length;
  const label = plain(spec.label, 90);
  const title = `${label}: runs match ${inside} of ${recorded.length} recorded ${recorded.length === 1 ? 'count' : 'counts'}`;
  return {
    id: `history-${`${summary.catalogue.name}-${spec.id}`.replace(/[^\w-]/g, '-')}`,
    title,
    subtitle: `Mean of ${runs(summary)}. ${shading(summary, [series])} Diamonds: what was recorded, with its error band; matched where the mean lies within it.`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: [...meanWithBand(summary, series, { hex: colour(0) }), ...diamonds(summary, spec.id)],
      },
      options: {
        scales: {
          x: timeAxis(summary),
          y: countAxis(spec.unit, isShare(spec) ? { write: 'share', max: 1 } : {}),
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, [series], true),
  };
};
