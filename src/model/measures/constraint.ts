import type { Scenario } from '../../scenario/index.ts';
import { CONSTRAINT, CONSTRAINT_LABEL, constraintsOf } from '../constraint.ts';
import { HOURS, type Measure, measure } from './measure.ts';

/** Person-hours of waiting by what held people back. */
export const constraintMeasures = (scenario: Scenario): Measure[] =>
  constraintsOf(scenario)
    .filter((name) => name !== 'demand')
    .map((name) =>
      measure({
        id: `lost-to.${name}`,
        label: `Waiting charged to: ${CONSTRAINT_LABEL[name].toLowerCase()}`,
        kind: 'hours',
        section: 'Constraints',
        better: 'less',
        description: `Person-hours of waiting, staff included, charged to the constraint ${name} up to the end of the window, as seen at the samples.`,
        read: (world) => world.charges.look().minutes[CONSTRAINT[name]]! * HOURS,
      }),
    );
