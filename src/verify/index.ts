/** airbridge against what is known from elsewhere: queueing theory, planning formulas, history. */
export { allHold, type Case, type Check, type Part } from './check.ts';
export { standardErrors } from './compare.ts';
export { formulaCases } from './formulas/cases.ts';
export { historyChecks, relativeError } from './history.ts';
export { REPLICATIONS, runFormulas, runTheory } from './run.ts';
export { theoryCases } from './theory/cases.ts';
