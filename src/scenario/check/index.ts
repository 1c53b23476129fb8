import type { Leaf } from '../leaves.ts';
import type { Problem } from '../problem.ts';
import type { MapNode } from '../tree.ts';
import { checkReferences } from './references.ts';
import { View } from './view.ts';

/**
 * Looks for contradictions between parts of a scenario, as far as the parts are right in themselves.
 *
 * @param root the resolved tree
 * @param leaves its numbers, times, names and references
 */
export const crossCheck = (root: MapNode, leaves: readonly Leaf[]): readonly Problem[] => {
  const view = new View(root, leaves);
  checkReferences(view);
  return view.problems;
};
