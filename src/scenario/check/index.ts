import type { Leaf } from '../leaves.ts';
import type { Problem } from '../problem.ts';
import type { MapNode } from '../tree.ts';
import { checkActions } from './actions.ts';
import { checkAir } from './air.ts';
import { checkEmbassy } from './embassy.ts';
import { checkForce } from './force.ts';
import { checkIncidents } from './incidents.ts';
import { checkObservations } from './observations.ts';
import { checkPopulations } from './people.ts';
import { checkPolicies } from './policies.ts';
import { checkReferences } from './references.ts';
import { checkFleets, checkRoutes } from './routes.ts';
import { checkSize } from './size.ts';
import { checkStations } from './stations.ts';
import { checkTallies } from './tallies.ts';
import { checkThreat } from './threat.ts';
import { checkFlights, checkTimes } from './times.ts';
import { View } from './view.ts';

/**
 * Looks for contradictions between parts of a scenario, as far as the parts are right in themselves.
 *
 * @param root the resolved tree
 * @param leaves its numbers, times, names and references
 */
export const crossCheck = (root: MapNode, leaves: readonly Leaf[]): readonly Problem[] => {
  const view = new View(root, leaves);
  const checks = [
    checkReferences,
    checkTimes,
    checkFlights,
    checkRoutes,
    checkFleets,
    checkAir,
    checkPopulations,
    checkStations,
    checkEmbassy,
    checkForce,
    checkThreat,
    checkIncidents,
    checkPolicies,
    checkActions,
    checkTallies,
    checkObservations,
    checkSize,
  ];
  for (const check of checks) check(view);
  return view.problems;
};
