import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { meanWithBand, observedPoints } from './datasets.ts';
import { countAxis, extras, runs, seriesTable, shading, timeAxis } from './frame.ts';
import { colour, INK } from './palette.ts';
import { isShare, times } from './series.ts';
import type { ChartSpec } from './spec.ts';
import { plain } from './text.ts';

/**
 * The runs beside what was recorded, a chart for each series that has records: mean, band of the runs, and the records
 * with their error bars.
 *
 * @returns none when the scenario records nothing along a series
 */
export const historyCharts = (summary: Summary): readonly ChartSpec[] =>
  summary.series
    .filter((series) => recordsOf(summary, series).length > 0)
    .map((series) => history(summary, series));

const recordsOf = ({ observations }: Summary, { spec }: SeriesSummary) =>
  observations.filter((point) => 'series' in point && point.series === spec.id);

const history = (summary: Summary, series: SeriesSummary): ChartSpec => {
  const { spec } = series;
  const records = recordsOf(summary, series);
  const inside = records.filter(({ verdict }) => verdict === 'inside its error band').length;
  const label = plain(spec.label, 60);
  const title = `${label}: ${inside} of ${records.length} records within their error bands`;
  return {
    id: `history-${`${summary.catalogue.name}-${spec.id}`.replace(/[^\w-]/g, '-')}`,
    title,
    subtitle: `${label}, mean of ${runs(summary)}. ${shading(summary, [series])} Diamonds: what was recorded, with its error band.`,
    alt: `Line chart. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: [
          ...meanWithBand(summary, series, { hex: colour(0) }),
          ...observedPoints(summary, [spec.id], INK),
        ],
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
