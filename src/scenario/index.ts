export { type Distribution, fixed } from './distribution.ts';
export type { Instant } from './quantity.ts';
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
