import type { Path } from '../tree.ts';
import { toPlain } from '../tree.ts';
import type { View } from './view.ts';

/** Beds occupied or promised, as a share of the beds, that a policy may ask for: beds can be cut while they are in use. */
const MOST_USED = 2;

/** A queue is that of a gate or desk; other levels are those of a site, or of the whole. */
const checkWatched = (view: View, path: Path): void => {
  const level = view.word([...path, 'watch']);
  if (level === undefined) return;
  for (const key of ['gate', 'desk']) {
    const needs = level === `${key}-queue`;
    const has = view.has([...path, key]);
    if (needs && !has) {
      view.report('missing-key', [...path, 'watch'], `\`${level}\` needs \`${key}\`: whose queue it is`);
    } else if (has && !needs) {
      view.report(
        'contradiction',
        [...path, key],
        `\`${key}\` is for \`${key}-queue\`, not for \`${level}\``,
      );
    }
  }
  if (level !== 'beds-used') return;
  for (const key of ['above', 'below']) {
    const share = view.amount([...path, key]);
    if (share === undefined || share <= MOST_USED) continue;
    view.report('out-of-range', [...path, key], `\`beds-used\` is a share, such as \`75 %\`, found ${share}`);
  }
};

const checkCondition = (view: View, path: Path): void => {
  const node = view.node(path);
  if (node?.kind !== 'map') return;
  const has = (key: string): boolean => node.entries.has(key);
  const place = view.keyPlace(path) ?? node.place;
  if (node.entries.size === 0) view.report('empty', path, 'a condition needs at least one key', place);
  if (has('watch') && !has('above') && !has('below')) {
    view.report('missing-key', [...path, 'watch'], '`watch` needs `above` or `below`');
  }
  checkWatched(view, path);
  const hours = view.read([...path, 'hours']) as readonly [number, number] | undefined;
  if (hours !== undefined && hours[0] === hours[1]) {
    view.report('contradiction', [...path, 'hours'], 'the hours begin and end at the same time of day');
  }
  for (const key of ['above', 'below', 'of', 'gate', 'desk']) {
    if (has(key) && !has('watch')) {
      view.report('missing-key', [...path, key], `\`${key}\` needs \`watch\`: the level to compare`);
    }
  }
  for (const key of ['anyFallen', 'all', 'any']) {
    const list = node.entries.get(key)?.value;
    if (list?.kind === 'list' && list.items.length === 0) {
      view.report(
        'empty',
        [...path, key],
        `\`${key}\` needs at least one entry, found ${JSON.stringify(toPlain(list))}`,
      );
    }
    if (list?.kind !== 'list' || key === 'anyFallen') continue;
    for (const index of list.items.keys()) checkCondition(view, [...path, key, index]);
  }
};

/** Each condition can be told true from false. */
export const checkPolicies = (view: View): void => {
  for (const name of view.names(['policies'])) {
    checkCondition(view, ['policies', name, 'when']);
    checkCondition(view, ['policies', name, 'until']);
  }
};
