import type { Scenario } from '../../scenario/index.ts';
import { airfieldMeasures } from './airfield.ts';
import { carrierMeasures } from './carriers.ts';
import { ceilingMeasures } from './ceiling.ts';
import { constraintMeasures } from './constraint.ts';
import { craftMeasures } from './craft.ts';
import { embassyMeasures } from './embassy.ts';
import { evacueeMeasures } from './evacuee.ts';
import { forceMeasures } from './force.ts';
import { incidentMeasures } from './incidents.ts';
import type { Measure } from './measure.ts';
import { tallyMeasures } from './tally.ts';
import { threatMeasures } from './threat.ts';

export type { Measure } from './measure.ts';

/** All measures of a scenario, in the order of tables. */
export const measuresOf = (scenario: Scenario): readonly Measure[] => [
  ...evacueeMeasures(scenario),
  ...tallyMeasures(scenario),
  ...embassyMeasures(scenario),
  ...forceMeasures(scenario),
  ...airfieldMeasures(scenario),
  ...carrierMeasures(scenario),
  ...threatMeasures(scenario),
  ...craftMeasures(scenario),
  ...incidentMeasures(scenario),
  ...constraintMeasures(scenario),
  ...ceilingMeasures(scenario),
];
