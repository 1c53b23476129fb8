import type { Path } from '../tree.ts';
import type { View } from './view.ts';

const checkWhen = (view: View, path: Path): void => {
  const [at, perDay, between] = ['at', 'perDay', 'between'].map((key) => view.has([...path, key]));
  if (!at && !perDay && !between) {
    const message = 'needs `at`, `perDay` or `between`: when it happens';
    view.report('missing-key', path, message, view.keyPlace(path));
  }
  for (const key of ['perDay', 'between']) {
    if (!at || !view.has([...path, key])) continue;
    const message = `happens at a stated time: \`${key}\` is for one that has no \`at\``;
    view.report('contradiction', [...path, key], message, view.keyPlace([...path, key]));
  }
  for (const [key, needs] of [
    ['every', 'at'],
    ['hours', 'perDay'],
  ] as const) {
    if (!view.has([...path, key]) || view.has([...path, needs])) continue;
    const place = view.keyPlace([...path, key]);
    const why = key === 'every' ? 'when it happens first' : 'how often it happens within them';
    view.report('missing-key', [...path, key], `\`${key}\` needs \`${needs}\`: ${why}`, place);
  }
  const hours = view.read([...path, 'hours']) as readonly [number, number] | undefined;
  if (hours !== undefined && hours[0] === hours[1])
    view.report('contradiction', [...path, 'hours'], 'the hours begin and end at the same time of day');
  if (perDay && view.has([...path, 'chance'])) {
    const message = '`chance` is for `at` and `between`: how often it happens is `perDay`';
    view.report('contradiction', [...path, 'chance'], message, view.keyPlace([...path, 'chance']));
  }
  const [from, to] = [0, 1].map((index) => view.minutes([...path, 'between', index]));
  if (from !== undefined && to !== undefined && from > to) {
    view.report('contradiction', [...path, 'between'], 'needs an earlier time, then a later one');
  }
};

/** Each incident says when it happens, in one way. */
export const checkIncidents = (view: View): void => {
  for (const name of view.names(['incidents'])) {
    const path = ['incidents', name];
    checkWhen(view, path);
    if (view.has([...path, 'ending']) && !view.has([...path, 'lasts'])) {
      const place = view.keyPlace([...path, 'ending']);
      view.report('missing-key', [...path, 'ending'], '`ending` needs `lasts`: how long it goes on', place);
    }
  }
};
