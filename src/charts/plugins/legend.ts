import type { Chart } from 'chart.js';
import { plain } from '../text.ts';
import { datasetAt } from './context.ts';

/** A line, layer or set of points that can be shown and hidden, with the bands that belong to it. */
export interface LegendEntry {
  readonly group: string;
  readonly label: string;
  readonly colour: string;
  readonly isShown: boolean;
}

/** What a legend of a chart holds, in the order of drawing; bands and echoes have no entry of their own. */
export function legendEntries(chart: Chart): readonly LegendEntry[] {
  return chart.data.datasets.flatMap((_, index) => {
    const { role, group, label, borderColor } = datasetAt(chart, index);
    if (['low', 'high', 'echo', 'dot', 'cell'].includes(role)) return [];
    return [{ group, label: plain(label, 60), colour: borderColor, isShown: chart.isDatasetVisible(index) }];
  });
}

/** Shows or hides a line and its bands together. */
export function toggleGroup(chart: Chart, group: string): void {
  const mine = [...chart.data.datasets.keys()].filter((index) => datasetAt(chart, index).group === group);
  const isShown = mine.some((index) => chart.isDatasetVisible(index));
  for (const index of mine) chart.setDatasetVisibility(index, !isShown);
  chart.update();
}
