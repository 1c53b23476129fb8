import type { Path } from '../tree.ts';
import type { View } from './view.ts';

const endsOf = (view: View, path: Path): readonly string[] => view.words([...path, 'between']) ?? [];

const pair = (a: string, b: string): string => [a, b].sort().join(' and ');

/** Each route joins two sites, no two routes the same two, and each says how long it takes. */
export const checkRoutes = (view: View): void => {
  const seen = new Map<string, string>();
  for (const name of view.names(['routes'])) {
    const path = ['routes', name];
    const [from, to] = endsOf(view, path);
    if (!view.has([...path, 'distance']) && !view.has([...path, 'time'])) {
      const place = view.keyPlace(path);
      view.report('missing-key', path, 'needs a `distance`, or a `time`', place);
    }
    if (from === undefined || to === undefined) continue;
    if (from === to) view.report('contradiction', [...path, 'between'], 'a route joins two different sites');
    const before = seen.get(pair(from, to));
    if (before === undefined) seen.set(pair(from, to), name);
    else view.report('duplicate-name', [...path, 'between'], `\`${before}\` joins ${pair(from, to)} already`);
  }
};

const routeOf = (view: View, base: string, pickup: string): string | undefined =>
  view.names(['routes']).find((name) => {
    const ends = endsOf(view, ['routes', name]);
    return ends.length === 2 && pair(ends[0] ?? '', ends[1] ?? '') === pair(base, pickup);
  });

const checkFleet = (view: View, path: Path): void => {
  const base = view.word([...path, 'base']);
  const pickup = view.word([...path, 'pickup']);
  if (base === undefined || pickup === undefined) return;
  if (base === pickup) {
    view.report('contradiction', [...path, 'pickup'], 'a fleet flies between two different sites');
    return;
  }
  if (!view.has(['sites', base]) || !view.has(['sites', pickup])) return;
  if (view.names(['routes']).some((name) => endsOf(view, ['routes', name]).length !== 2)) return;
  const route = routeOf(view, base, pickup);
  if (route === undefined) {
    const message = `there is no route between \`${base}\` and \`${pickup}\`: add it to \`routes\``;
    view.report('no-route', [...path, 'pickup'], message);
    return;
  }
  const craft = view.word([...path, 'craft']) ?? '';
  const timed = view.has(['routes', route, 'time']);
  if (timed || !view.has(['craft', craft]) || view.has(['craft', craft, 'speed'])) return;
  const message = `\`${craft}\` has no \`speed\`, and the route \`${route}\` no \`time\`: state one of them`;
  view.report('missing-key', [...path, 'craft'], message);
};

/** Each fleet has a route to fly, and its block time is known. */
export const checkFleets = (view: View): void => {
  for (const name of view.names(['fleets'])) checkFleet(view, ['fleets', name]);
};
