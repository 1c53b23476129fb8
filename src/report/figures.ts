import type { ChartSpec } from '../charts/spec.ts';
import { html, type Markup, type Part } from './escape.ts';
import { table } from './table.ts';

/** A heading with the charts under it, by their ids; those that a scenario has nothing to show for are left out. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly charts: readonly string[];
}

/** The chapter of what one more of everything is worth, where it was asked for. */
export const WORTH: Chapter = { id: 'worth', title: 'What one more is worth', charts: ['one-more'] };

/**
 * The chapters of a run's report, in the order in which questions come up; what history records of the people who got out
 * stands under those who get out.
 *
 * @param specs all charts of the page
 */
export const chaptersOf = (specs: readonly ChartSpec[]): readonly Chapter[] => [
  {
    id: 'who',
    title: 'Who gets out',
    charts: ['people-out', ...specs.map(({ id }) => id).filter((id) => id.startsWith('history-'))],
  },
  { id: 'race-against', title: 'In time?', charts: ['race', 'force', 'embassy-staff', 'consular-capacity'] },
  { id: 'why', title: 'What held the flow back', charts: ['binding'] },
  { id: 'waits', title: 'Where people wait', charts: ['queues', 'crowd'] },
  {
    id: 'hours',
    title: 'Where the hours go',
    charts: ['hours-by-constraint', 'hours-by-stage', 'craft-hours'],
  },
  WORTH,
  { id: 'carries', title: 'What carries them', charts: ['tails', 'sites', 'havens'] },
];

/**
 * Charts under the headings of their chapters, those of no chapter under one more at the end.
 *
 * @param specs all charts of the page: a figure's number is its place among them
 * @param beside what else stands in a chapter, by its id
 */
export function chapters(
  specs: readonly ChartSpec[],
  list: readonly Chapter[],
  beside: Readonly<Record<string, Part>> = {},
): readonly Markup[] {
  const known = list.flatMap((each) => each.charts);
  const others = specs.map(({ id }) => id).filter((id) => !known.includes(id) && !isAsked(id));
  const rest = { id: 'more', title: 'More', charts: others };
  return [...list, rest].flatMap((chapter) => {
    const shown = chapter.charts.flatMap((id) => specs.filter((spec) => spec.id === id));
    const also = html`${beside[chapter.id] ?? ''}`;
    if (shown.length === 0 && also.markup === '') return [];
    return [
      html`<section aria-labelledby="${chapter.id}"><h2 id="${chapter.id}">${chapter.title}</h2>
${shown.map((spec) => figure(spec, specs.indexOf(spec)))}${also}</section>
`,
    ];
  });
}

/** Charts of questions stand beside the reader's guess. */
const isAsked = (id: string): boolean => id.startsWith('question-');

/** No line ends between a number and its percent sign. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\d) %/g, '\u00a0%');

/** Rows that need less room than a chart has. */
const FEW = 4;

/**
 * A chart with its title, what it shows, and the table behind it.
 *
 * @param index place of the chart among those of the page
 * @param under what stands between the chart and its table
 */
export function figure(spec: ChartSpec, index: number, under: Part = ''): Markup {
  const { panels, rows } = spec.config.options.plugins.airbridge;
  const size = rows.length > FEW ? ' rows' : rows.length > 0 ? ' few' : panels.length > 3 ? ' tall' : '';
  return html`<figure><figcaption><h3 dir="auto">${unbroken(spec.title)}</h3><p dir="auto">${unbroken(spec.subtitle)}</p></figcaption>
<div class="chart${size}"><canvas id="chart-${index}" role="img" aria-label="${spec.alt}"></canvas></div>${under}
<details><summary>The numbers behind this chart</summary>${table(spec.table)}</details></figure>
`;
}
