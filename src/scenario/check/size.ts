import type { Distribution } from '../distribution.ts';
import { mostOf } from '../distribution.ts';
import type { Path } from '../tree.ts';
import type { View } from './view.ts';

/** Beyond these a run would not fit a common computer: a million people take some hundred megabytes. */
const MOST_PEOPLE = 12_000_000;
const MOST_CRAFT = 10_000;
/** Lanes, desks and officers, each of whom is a process. */
const MOST_SERVERS = 50_000;
const MOST_SAMPLES = 100_000;
const LONGEST_RUN = 366 * 1440;

/** About the largest value a run will meet; of a distribution without an end, ten times its mean. */
const about = (distribution: Distribution | undefined): number => {
  if (distribution === undefined) return 0;
  const most = mostOf(distribution);
  if (Number.isFinite(most)) return most;
  return 'mean' in distribution ? distribution.mean * 10 : 0;
};

const checkSum = (
  view: View,
  paths: readonly Path[],
  limit: { readonly most: number; readonly of: string },
): void => {
  let sum = 0;
  for (const path of paths) {
    const before = sum;
    sum += about(view.random(path));
    if (before > limit.most || sum <= limit.most) continue;
    const most = String(limit.most).replaceAll(/\B(?=(\d{3})+$)/g, ',');
    view.report('out-of-range', path, `a scenario holds at most ${most} ${limit.of}, this makes more`);
  }
};

const each = (view: View, section: Path, key: string): readonly Path[] =>
  view.names(section).map((name) => [...section, name, key]);

const serversOf = (view: View): readonly Path[] => [
  ...each(view, ['gates'], 'lanes'),
  ...each(view, ['desks'], 'officers'),
  ...view.names(['sites']).map((name) => ['sites', name, 'reception', 'desks']),
  ...view
    .names(['embassy', 'staff'])
    .filter((name) => view.word(['embassy', 'staff', name, 'function']) === 'consular')
    .map((name) => ['embassy', 'staff', name, 'people']),
];

/** A run fits into memory and comes to an end. */
export const checkSize = (view: View): void => {
  const people = [...each(view, ['populations'], 'people'), ...each(view, ['embassy', 'staff'], 'people')];
  checkSum(view, people, { most: MOST_PEOPLE, of: 'people' });
  checkSum(view, each(view, ['force', 'units'], 'troops'), { most: MOST_PEOPLE, of: 'troops' });
  checkSum(view, each(view, ['fleets'], 'count'), { most: MOST_CRAFT, of: 'craft' });
  checkSum(view, each(view, ['flights'], 'perDay'), { most: MOST_CRAFT, of: 'flights a day' });
  checkSum(view, each(view, ['incidents'], 'perDay'), { most: MOST_CRAFT, of: 'incidents a day' });
  checkSum(view, serversOf(view), { most: MOST_SERVERS, of: 'lanes, desks and officers' });
  const [window, tail, sample] = ['window', 'tail', 'sample'].map((key) => view.amount([key]));
  if (window === undefined || tail === undefined || sample === undefined) return;
  if (window + tail > LONGEST_RUN) {
    const longer = window > tail ? 'window' : 'tail';
    view.report('out-of-range', [longer], 'window and tail may last at most 366 d together');
  }
  if ((window + tail) / sample > MOST_SAMPLES) {
    view.report('out-of-range', ['sample'], `makes more than ${MOST_SAMPLES} samples: sample less often`);
  }
};
