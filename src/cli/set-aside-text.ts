import { formatNumber } from '../analysis/index.ts';
import type { SetAside } from '../experiment/index.ts';
import { paragraph } from './text.ts';

/** Plans that are not judged, and why; nothing where all are. */
export const setAsideText = (plans: readonly SetAside[]): string =>
  plans.length === 0
    ? ''
    : [
        paragraph('set aside, because they share too few finished replications with the others:'),
        ...plans.map(({ name, finished, replications }) =>
          paragraph(`${name}: ${formatNumber(finished)} of ${formatNumber(replications)} finished`, 2),
        ),
      ].join('');
