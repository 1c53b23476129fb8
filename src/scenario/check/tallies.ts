import type { View } from './view.ts';

/** Each part of a tally counts fleets, or sites: both together would count the same people twice. */
export const checkTallies = (view: View): void => {
  for (const name of view.names(['tallies'])) {
    for (let index = 0; view.has(['tallies', name, 'counts', index]); index++) {
      const path = ['tallies', name, 'counts', index];
      const [fleets, sites] = [view.has([...path, 'fleets']), view.has([...path, 'sites'])];
      if (fleets !== sites) continue;
      const message = fleets
        ? 'counts `fleets` or `sites`, not both: they would count the same people twice'
        : 'needs `fleets` or `sites`: whose people it counts';
      view.report(fleets ? 'contradiction' : 'missing-key', path, message);
    }
  }
};
