import type { LocalClock } from '../analysis/time.ts';

/** A chart as data: a Chart.js configuration without functions, its words, and the table behind it. */
export interface ChartSpec {
  /** kebab-case; also the file name */
  readonly id: string;
  /** a sentence: what the picture says */
  readonly title: string;
  /** what is drawn, what the shading means, how many replications and which seed */
  readonly subtitle: string;
  /** the picture in words, for readers who cannot see it */
  readonly alt: string;
  readonly config: ChartData;
  readonly table: Table;
}

/** The numbers behind a chart; cells are already text in the reader's units. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Chart.js reads `type`, `data` and `options`; `decorate` reads `options.plugins.airbridge`. */
export interface ChartData {
  readonly type: 'line' | 'scatter' | 'matrix';
  readonly data: { readonly labels?: readonly number[]; readonly datasets: readonly Dataset[] };
  readonly options: {
    readonly scales: Readonly<Record<string, Axis>>;
    readonly plugins: { readonly airbridge: Extras };
  };
}

/**
 * What a dataset is to the reader. `low` and `high` are the edges of a band and have no name of their own; an `echo` is a line
 * whose name stands at another one, a `dot` a point whose axes name it, a `cell` a field of a heat map;
 * datasets of one `group` are switched on and off together.
 */
export type Role =
  | 'line'
  | 'echo'
  | 'area'
  | 'low'
  | 'high'
  | 'plan'
  | 'observed'
  | 'difference'
  | 'dot'
  | 'cell';

/** A point off the grid; `low` and `high` draw an error bar along `bars`. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
  /** colour of the note in a cell */
  readonly ink?: string;
}

export interface Dataset {
  readonly label: string;
  readonly role: Role;
  readonly group: string;
  readonly data: readonly (number | Point)[];
  readonly type?: 'line' | 'scatter';
  readonly yAxisID?: string;
  readonly borderColor: string;
  /** one for all, or one for each of a heat map's cells */
  readonly backgroundColor?: string | readonly string[];
  readonly borderWidth?: number;
  readonly borderDash?: readonly number[];
  readonly pointRadius?: number;
  readonly pointHoverRadius?: number;
  readonly pointStyle?: string;
  readonly fill?: string | boolean;
  readonly stepped?: boolean;
  readonly showLine?: boolean;
  readonly order?: number;
  /** direction of the error bars of this dataset's points */
  readonly bars?: 'x' | 'y';
  /** fills the row of each point from its `low` to its `high` */
  readonly isSpell?: boolean;
  /** thickness of the error bars in logical pixels, 3 unless told; thick ones have no caps */
  readonly barWidth?: number;
}

export interface Axis {
  readonly type: 'linear';
  readonly position?: 'left' | 'right' | 'bottom';
  readonly min?: number;
  readonly max?: number;
  readonly suggestedMin?: number;
  readonly suggestedMax?: number;
  readonly beginAtZero?: boolean;
  readonly reverse?: boolean;
  readonly stacked?: boolean;
  readonly display?: boolean;
  /** scales of one `stack` are panels one above the other, by `stackWeight` */
  readonly stack?: string;
  readonly stackWeight?: number;
  readonly offset?: boolean;
  readonly weight?: number;
  readonly title?: { readonly display: boolean; readonly text: string };
  readonly grid?: { readonly display?: boolean; readonly drawOnChartArea?: boolean };
  /** where the ticks stand, when Chart.js is not to choose */
  readonly ticksAt?: readonly number[];
  /** how `decorate` writes this axis' numbers */
  readonly write: 'time' | 'count' | 'share' | 'rows' | 'names' | 'none';
  /** names of the rows 0, 1, 2 … of an axis that writes names */
  readonly names?: readonly string[];
}

/** What `decorate` turns into callbacks and plugins. */
export interface Extras {
  readonly clock?: LocalClock;
  /** vertical lines, for instance the end of the window */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  /** horizontal lines, for instance the number of stands */
  readonly limits: readonly { readonly axis: string; readonly value: number; readonly label: string }[];
  /** rows of a dot-and-whisker chart, from the top */
  readonly rows: readonly Row[];
  /** whether rows grow from nothing to the right only, so that there is no less and more */
  readonly isOneSided?: boolean;
  /** what lies at the left and at the right of nothing; `less` and `more` unless told */
  readonly sides?: readonly [left: string, right: string];
  /** whether the axes say it all, and no dataset needs a name beside the plot */
  readonly isKeyless?: boolean;
  /** panels one above the other, each with its words, from the top; none when everything shares one plot */
  readonly panels: readonly Panel[];
  readonly footer: string;
}

/** One of several plots over the same time. */
export interface Panel {
  /** id of its scale */
  readonly axis: string;
  /** what it shows */
  readonly label: string;
  /** what is to be seen in it */
  readonly note: string;
}

export interface Row {
  readonly label: string;
  /** the two levels: `7,838 → 6,270` */
  readonly levels: string;
  readonly verdict: string;
}
