import type { Chart, LegendItem } from 'chart.js';
import { plain } from '../text.ts';
import { type Context, datasetAt } from './context.ts';

/** On the page a legend whose entries switch a line and its band together; a picture has keys instead. */
export function legendOptions({ frame, extras }: Context): Record<string, unknown> {
  if (frame.kind === 'picture' || extras.rows.length > 0) return { legend: { display: false } };
  return {
    legend: {
      position: 'bottom',
      align: 'start',
      onClick: (_: unknown, item: LegendItem, legend: { chart: Chart }) => {
        toggle(legend.chart, item);
      },
      labels: {
        color: frame.theme.ink,
        font: { family: frame.font, size: frame.size },
        boxWidth: frame.size * 1.6,
        boxHeight: frame.size * 0.6,
        generateLabels: (chart: Chart) => entries(chart, frame.theme.ink),
      },
    },
  };
}

function entries(chart: Chart, ink: string): LegendItem[] {
  return chart.data.datasets.flatMap((_, datasetIndex) => {
    const dataset = datasetAt(chart, datasetIndex);
    if (['low', 'high', 'echo'].includes(dataset.role)) return [];
    return [
      {
        text: plain(dataset.label, 40),
        fontColor: ink,
        fillStyle: dataset.borderColor,
        strokeStyle: dataset.borderColor,
        lineWidth: 1,
        hidden: !chart.isDatasetVisible(datasetIndex),
        datasetIndex,
      },
    ];
  });
}

function toggle(chart: Chart, item: LegendItem): void {
  const index = item.datasetIndex ?? 0;
  const { group } = datasetAt(chart, index);
  const visible = !chart.isDatasetVisible(index);
  chart.data.datasets.forEach((_, each) => {
    if (datasetAt(chart, each).group === group) chart.setDatasetVisibility(each, visible);
  });
  chart.update();
}
