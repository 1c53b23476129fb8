import type { Instant } from '../instant.ts';
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema/index.ts';
import { didYouMean } from '../suggest.ts';
import { dotted, type MapNode, nearest, type Path } from '../tree.ts';
import type { View } from './view.ts';

/** What an observation may be compared with, and the keys that each needs beside it. */
const SUBJECTS = { series: ['at'], rise: ['since', 'at'], pause: ['since', 'at'], measure: [] } as const;
/** Why a key does not go with what the observation is compared with. */
const MISPLACED = {
  at: 'a measure has its time in itself: `at` is for `series`, `rise` and `pause`',
  since: '`since` is for `rise` and `pause`: a level is compared at one time',
  per: '`per` is for `rise`: by whose rise it is divided',
} as const;

type Subject = keyof typeof SUBJECTS;

/** It belongs to one series, at a time or over some time, or to a measure, which has its time in itself. */
const checkSubject = (view: View, path: Path): void => {
  const has = (key: string): boolean => view.has([...path, key]);
  const [subject, second] = (Object.keys(SUBJECTS) as Subject[]).filter(has);
  if (subject === undefined) {
    const message = 'needs `series`, `rise`, `pause` or `measure`: what it is compared with';
    view.report('missing-key', path, message, view.keyPlace(path));
    return;
  }
  if (second !== undefined) {
    const message = `belongs to a \`${subject}\` or to a \`${second}\`, not to both`;
    view.report('contradiction', [...path, second], message, view.keyPlace([...path, second]));
    return;
  }
  const needs: readonly string[] = SUBJECTS[subject];
  for (const key of needs.filter((each) => !has(each))) {
    const message = `\`${subject}\` needs \`${key}\`: when it was observed`;
    view.report('missing-key', [...path, subject], message);
  }
  const allowed = subject === 'rise' ? [...needs, 'per'] : needs;
  for (const [key, message] of Object.entries(MISPLACED))
    if (has(key) && !allowed.includes(key)) view.report('contradiction', [...path, key], message);
  const [since, at] = ['since', 'at'].map((key) => instantAt(view, [...path, key]));
  if (since !== undefined && at !== undefined && since >= at) {
    view.report('contradiction', [...path, 'since'], 'must lie before `at`');
  }
};

/** Minutes after the start. */
const instantAt = (view: View, path: Path): number | undefined => {
  const instant = view.has(path) ? (view.read(path) as Instant | undefined) : undefined;
  return instant === undefined ? undefined : view.after(instant);
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
    const kind = path.at(-1) === 'measure' ? 'measure' : 'series';
    const message = `this scenario has no ${kind} \`${id}\`${didYouMean(id, known)}`;
    return [{ code: 'dangling-name', path: dotted(path), message, ...nearest(root, path).place }];
  };
  return [
    ...Object.entries(observations).flatMap(([name, observation]) =>
      (['series', 'rise', 'pause', 'per', 'measure'] as const).flatMap((key) => {
        const id = observation[key];
        if (id === undefined) return [];
        return lost(['observations', name, key], id, key === 'measure' ? ids.measures : ids.series);
      }),
    ),
    ...Object.entries(questions).flatMap(([name, { measure }]) =>
      lost(['questions', name, 'measure'], measure, ids.measures),
    ),
  ];
};
