/** What was hoped for before the hold-out was looked at, by scenario and label of the observation; a share of the record. */
const AIMS: readonly (readonly [scenario: string, label: RegExp, aim: number])[] = [
  ['kabul-airlift', /^Official count, /, 0.1],
  ['kabul-airlift', /^Everyone flown out/, 0.05],
  ['kabul-airlift', /^Busiest 24 hours/, 0.15],
  ['kabul-airlift', /^Official count of the day, 24 August/, 0.15],
  ['kabul-airlift', /^By US aircraft|^By all others|^US flights, in all|^Flights of all others/, 0.1],
  ['kabul-airlift', /^By (UK|German) aircraft/, 0.1],
  ['kabul-airlift', /^Waiting inside/, 0.3],
  ['saigon-1975', /^Everyone|in all$|^Last helicopter/, 0.1],
];

/** The largest error hoped for, as a share of the record; none where nothing was said. */
export const aimOf = (scenario: string, label: string): number | undefined =>
  AIMS.find(([name, labels]) => name === scenario && labels.test(label))?.[2];
