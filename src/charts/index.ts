import type { Comparison } from '../analysis/compare.ts';
import type { Summary } from '../analysis/summary.ts';
import type { RecordedOutcome } from '../model/index.ts';
import { binding } from './binding.ts';
import { comparedOut } from './compared-out.ts';
import { comparedPanels } from './compared-panels.ts';
import { consular } from './consular.ts';
import { craftHours } from './craft-hours.ts';
import { crowd } from './crowd.ts';
import { differences } from './differences.ts';
import { embassy } from './embassy.ts';
import { distinct } from './file-name.ts';
import { force } from './force.ts';
import { type Guesses, questionCharts } from './guess.ts';
import { havens } from './havens.ts';
import { talliesBesideHistory } from './history.ts';
import { hoursByConstraint, hoursByStage } from './hours.ts';
import { peopleOut } from './people-out.ts';
import { queues } from './queues.ts';
import { race } from './race.ts';
import { rankingChart } from './ranking.ts';
import { sites } from './sites.ts';
import type { ChartSpec } from './spec.ts';
import { sweepCharts } from './sweep.ts';
import type { SweepView } from './sweep-view.ts';
import { tails } from './tails.ts';
import { morrisChart, tornadoChart } from './tornado.ts';

export { explainChart } from './explain.ts';
export { historyCharts } from './history.ts';
export type { ChartSpec, SweepView };
export { morrisChart, rankingChart, sweepCharts, tornadoChart };

/** Charts of what all runs gave beside the people out, in the order of their pictures. */
const LEVELS = [
  ...[race, binding, hoursByConstraint, hoursByStage, queues],
  ...[force, embassy, consular, crowd, sites, craftHours, havens],
];

/**
 * Every chart that a scenario has something to show for, most asked first.
 *
 * @param more `guesses` of the reader, to be marked on the charts of the scenario's questions; one replication that was
 *   `observed`, to show its craft
 */
export function chartsOf(
  summary: Summary,
  { guesses = new Map(), observed }: { guesses?: Guesses; observed?: RecordedOutcome } = {},
): readonly ChartSpec[] {
  const craft = observed === undefined ? null : tails(summary, observed);
  const levels = LEVELS.map((chart) => chart(summary));
  return [
    ...questionCharts(summary, guesses),
    ...[peopleOut(summary), ...talliesBesideHistory(summary), ...levels, craft].filter(
      (spec) => spec !== null,
    ),
  ];
}

/**
 * The charts of a comparison: people out under each plan, the levels in which plans differ, each variant's paired differences.
 *
 * @param summaries the base first, then the variants
 */
export function comparisonCharts(
  comparisons: readonly Comparison[],
  summaries: readonly Summary[],
): readonly ChartSpec[] {
  const base = summaries[0];
  if (base === undefined) return [];
  const charts = [
    comparedOut(summaries),
    comparedPanels(summaries),
    ...comparisons.map((each) => differences(each, base)),
  ].filter((spec) => spec !== null);
  const ids = distinct(charts.map(({ id }) => id));
  return charts.map((chart, index) => ({ ...chart, id: ids[index]! }));
}
