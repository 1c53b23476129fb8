import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema/index.ts';
import { didYouMean } from '../suggest.ts';
import { dotted, type MapNode, nearest, type Path } from '../tree.ts';
import type { View } from './view.ts';

/** It belongs to a series at a time, or to a measure, which has its time in itself. */
const checkSubject = (view: View, path: Path): void => {
  const [series, at, measure] = ['series', 'at', 'measure'].map((key) => view.has([...path, key]));
  if (!series && !measure) {
    const message = 'needs `series` and `at`, or `measure`: what it is compared with';
    view.report('missing-key', path, message, view.keyPlace(path));
  }
  if (series && measure) {
    const message = 'belongs to a `series` or to a `measure`, not to both';
    view.report('contradiction', [...path, 'measure'], message, view.keyPlace([...path, 'measure']));
  } else if (series && !at) {
    view.report('missing-key', [...path, 'series'], '`series` needs `at`: when it was observed');
  } else if (measure && at) {
    const message = 'a measure has its time in itself: `at` is for `series`';
    view.report('contradiction', [...path, 'at'], message);
  }
};

/** Each published value has something to be compared with, and a band around it. */
export const checkObservations = (view: View): void => {
  for (const name of view.names(['observations'])) {
    const path = ['observations', name];
    checkSubject(view, path);
    const [low, value, high] = ['low', 'value', 'high'].map((key) => view.amount([...path, key]));
    if (low === undefined || value === undefined || high === undefined) continue;
    if (low > value || value > high) {
      view.report('contradiction', [...path, 'value'], 'needs `low`, `value` and `high` in rising order');
    }
  }
};

/** Ids of the series and measures that a scenario will have. */
export interface ResultIds {
  readonly series: readonly string[];
  readonly measures: readonly string[];
}

/**
 * Observations and questions of series and measures that the scenario will not have.
 *
 * @param root the resolved tree, for places
 * @param scenario free of other problems
 * @param ids what it will have
 */
export const lostSubjects = (
  root: MapNode,
  { observations, questions }: Pick<Scenario, 'observations' | 'questions'>,
  ids: ResultIds,
): readonly Problem[] => {
  const lost = (path: Path, id: string, known: readonly string[]): Problem[] => {
    if (known.includes(id)) return [];
    const message = `this scenario has no ${path.at(-1)} \`${id}\`${didYouMean(id, known)}`;
    return [{ code: 'dangling-name', path: dotted(path), message, ...nearest(root, path).place }];
  };
  return [
    ...Object.entries(observations).flatMap(([name, { series, measure }]) =>
      measure === undefined
        ? lost(['observations', name, 'series'], series ?? '', ids.series)
        : lost(['observations', name, 'measure'], measure, ids.measures),
    ),
    ...Object.entries(questions).flatMap(([name, { measure }]) =>
      lost(['questions', name, 'measure'], measure, ids.measures),
    ),
  ];
};
