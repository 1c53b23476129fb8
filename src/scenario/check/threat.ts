import type { View } from './view.ts';

const PLACES = ['threat', 'places'];

/** A circle of places that wait for one another, if there is one that begins and ends at `start`. */
const circleFrom = (
  start: string,
  after: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined => {
  const open: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const next of after.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...path, next]);
    }
  }
  return undefined;
};

/** No place waits for its own fall, and there is at most one capital. */
export const checkThreat = (view: View): void => {
  const names = view.names(PLACES);
  const after = new Map(names.map((name) => [name, view.words([...PLACES, name, 'after']) ?? []]));
  const reported = new Set<string>();
  let capital: string | undefined;
  for (const name of names) {
    const circle = reported.has(name) ? undefined : circleFrom(name, after);
    if (circle !== undefined) {
      for (const member of circle) reported.add(member);
      const message = `places wait for each other in a circle: ${circle.join(' after ')}`;
      view.report('circular', [...PLACES, name, 'after'], message);
    }
    if (view.read([...PLACES, name, 'capital']) !== true) continue;
    if (capital !== undefined) {
      view.report('contradiction', [...PLACES, name, 'capital'], `\`${capital}\` is the capital already`);
    }
    capital ??= name;
  }
};
