import { onTheme, type Theme } from '../../charts/palette.ts';
import type { ChartSpec } from '../../charts/spec.ts';
import { plain } from '../../charts/text.ts';

/** A line, layer or set of points that can be shown and hidden, with the bands that belong to it. */
export interface LegendEntry {
  readonly group: string;
  readonly label: string;
  readonly colour: string;
}

/** What a legend of a chart holds, in the order of drawing; bands and echoes have no entry of their own. */
export const legendEntries = ({ config }: ChartSpec, theme: Theme): readonly LegendEntry[] =>
  config.data.datasets
    .filter(({ role }) => !['low', 'high', 'echo', 'dot', 'cell'].includes(role))
    .map(({ role, group, label, borderColor, backgroundColor }) => ({
      group,
      label: plain(label, 60),
      // Points are known by their inside, which has the colour of the line they belong to.
      colour: onTheme(role === 'observed' ? String(backgroundColor) : borderColor, theme),
    }));
