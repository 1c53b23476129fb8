export { formatCivil } from './civil.ts';
export { parseDecisions } from './decisions.ts';
export { type Distribution, fixed } from './distribution.ts';
export type { Instant } from './instant.ts';
export { minutesAfterStart, readInstant } from './instant.ts';
export { type JsonSchema, jsonSchema } from './json-schema.ts';
export type { LedgerEntry } from './ledger.ts';
export {
  type CheckedScenario,
  checkScenario,
  type LoadedScenario,
  type LoadOptions,
  loadScenario,
  openScenario,
  splitVariant,
} from './load.ts';
export { moved, type ScenarioNumber, scaled, writeQuantity } from './numbers.ts';
export { formatProblems, type Paint, type Place, type Problem, ScenarioError } from './problem.ts';
export {
  type Action,
  type ActionName,
  type Condition,
  type Craft,
  type Crowd,
  type Decision,
  type Embassy,
  type Fleet,
  type Force,
  type Population,
  type Scenario,
  type Site,
  scenarioSchema,
  type Threat,
} from './schema/index.ts';
