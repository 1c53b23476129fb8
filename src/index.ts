/** airbridge as a library: from the text of a scenario to summaries, comparisons, charts and reports as data. */
export {
  type Comparison,
  comparePaired,
  createSummariser,
  type Summary,
  summarise,
} from './analysis/index.ts';
export { type ChartSpec, chartsOf, comparisonCharts } from './charts/index.ts';
export { compareScenarios, replicate, runReplications } from './experiment/index.ts';
export { type Catalogue, compile, type Model, type Outcome } from './model/index.ts';
export {
  checkScenario,
  type Decision,
  formatProblems,
  loadScenario,
  parseDecisions,
  type Scenario,
  ScenarioError,
} from './scenario/index.ts';
export {
  type Check,
  formulaCases,
  historyChecks,
  runFormulas,
  runTheory,
  theoryCases,
} from './verify/index.ts';
