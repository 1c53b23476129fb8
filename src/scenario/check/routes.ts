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

/** The route between two sites, if there is one. */
export const routeOf = (view: View, from: string, to: string): string | undefined =>
  view.names(['routes']).find((name) => {
    const ends = endsOf(view, ['routes', name]);
    return ends.length === 2 && pair(ends[0] ?? '', ends[1] ?? '') === pair(from, to);
  });

/** One leg that a fleet may have to go, and the name in the file because of which it must. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly at: Path;
}

/** Sites that a key of a fleet names, each with its path; a single name or a list may stand there. */
export const sitesAt = (view: View, path: Path): readonly { readonly site: string; readonly at: Path }[] => {
  const isList = view.node(path)?.kind === 'list';
  const one = view.word(path);
  const sites = view.words(path) ?? (one === undefined ? [] : [one]);
  return sites.map((site, index) => ({ site, at: isList ? [...path, index] : path }));
};

/** The legs of a fleet: base to pickup, pickup to where people alight, and back to the base. */
export const legsOf = (view: View, path: Path, base: string): readonly Leg[] => {
  const pickups = sitesAt(view, [...path, 'pickup']);
  const named = sitesAt(view, [...path, 'delivers']);
  const outward = pickups.map(({ site, at }) => ({ from: base, to: site, at }));
  if (named.length === 0) return outward;
  const onward = pickups.flatMap(({ site }) => named.map(({ site: to, at }) => ({ from: site, to, at })));
  return [...outward, ...onward, ...named.map(({ site, at }) => ({ from: base, to: site, at }))];
};

/** The legs by way of where a fleet refuels or diverts to. */
const detoursOf = (view: View, path: Path, base: string): readonly Leg[] => {
  const sites = (key: string): readonly string[] => sitesAt(view, [...path, key]).map(({ site }) => site);
  const delivers = sites('delivers');
  const ends = { refuelAt: delivers.length > 0 ? delivers : [base], alternate: [base] };
  return (['refuelAt', 'alternate'] as const).flatMap((key) => {
    const at = [...path, key];
    const stop = view.word(at);
    return stop === undefined
      ? []
      : [...sites('pickup'), ...ends[key]].map((from) => ({ from, to: stop, at }));
  });
};

const checkLegs = (view: View, path: Path, base: string): void => {
  const craft = view.word([...path, 'craft']) ?? '';
  const needsTime = view.has(['craft', craft]) && !view.has(['craft', craft, 'speed']);
  for (const { from, to, at } of [...legsOf(view, path, base), ...detoursOf(view, path, base)]) {
    if (from === to || !view.has(['sites', from]) || !view.has(['sites', to])) continue;
    const route = routeOf(view, from, to);
    if (route === undefined) {
      const message = `there is no route between \`${from}\` and \`${to}\`: add it to \`routes\``;
      view.report('no-route', at, message);
      return;
    }
    if (!needsTime || view.has(['routes', route, 'time'])) continue;
    const message = `\`${craft}\` has no \`speed\`, and the route \`${route}\` no \`time\`: state one of them`;
    view.report('missing-key', [...path, 'craft'], message);
    return;
  }
};

/** Whoever is picked up is set down elsewhere, and people of a haven at another haven. */
const checkEnds = (view: View, path: Path, base: string): void => {
  const named = sitesAt(view, [...path, 'delivers']);
  const ends = named.length > 0 ? named : [{ site: base, at: [...path, 'base'] }];
  for (const { site, at } of sitesAt(view, [...path, 'pickup'])) {
    if (ends.every((end) => end.site === site)) {
      const message =
        'a fleet flies between two different sites: where it picks people up, it cannot set them down';
      view.report('contradiction', at, message);
    }
    if (!view.has(['sites', site, 'beds'])) continue;
    const outside = ends.find(
      (end) => view.has(['sites', end.site]) && !view.has(['sites', end.site, 'beds']),
    );
    if (outside === undefined) continue;
    const message = `\`${outside.site}\` has no \`beds\`: people of the haven \`${site}\` go on only to another haven`;
    view.report('contradiction', outside.at, message);
  }
};

const checkHours = (view: View, path: Path): void => {
  const hours = view.read([...path, 'hours']) as readonly [number, number] | undefined;
  if (hours === undefined || hours[0] !== hours[1]) return;
  view.report('contradiction', [...path, 'hours'], 'the hours begin and end at the same time of day');
};

/** Each fleet has routes to fly, knows how long they take, and sets people down elsewhere. */
export const checkFleets = (view: View): void => {
  const isRouteWrong = view.names(['routes']).some((name) => endsOf(view, ['routes', name]).length !== 2);
  for (const name of view.names(['fleets'])) {
    const path = ['fleets', name];
    checkHours(view, path);
    const base = view.word([...path, 'base']);
    if (base === undefined || view.words([...path, 'pickup']) === undefined) continue;
    checkEnds(view, path, base);
    if (!isRouteWrong) checkLegs(view, path, base);
  }
};
