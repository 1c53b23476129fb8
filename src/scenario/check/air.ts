import { mostOf } from '../distribution.ts';
import type { Path } from '../tree.ts';
import { formatAmount } from '../units.ts';
import { type Leg, legsOf, routeOf, sitesAt } from './routes.ts';
import type { View } from './view.ts';

/** The sites a fleet calls at, each with its path in the file. */
const callsOf = (view: View, path: Path): readonly { readonly site: string; readonly at: Path }[] =>
  ['base', 'pickup', 'delivers'].flatMap((key) => sitesAt(view, [...path, key]));

/** A craft fits on the stands, pads and places of every site it calls at. */
const checkFootprint = (view: View, path: Path, craft: string): void => {
  const units = view.amount(['craft', craft, 'footprint']) ?? 1;
  const berths = view.word(['craft', craft, 'lands']) === 'pad' ? ['pads'] : ['stands', 'parking'];
  for (const { site, at } of units > 1 ? callsOf(view, path) : []) {
    for (const key of berths) {
      const there = view.random(['sites', site, key]);
      if (there === undefined || mostOf(there) >= units) continue;
      view.report(
        'contradiction',
        at,
        `\`${craft}\` takes ${units} ${key}, and \`${site}\` has ${mostOf(there)}`,
      );
      return;
    }
  }
};

/**
 * The legs that craft of a fleet fly on one filling: from a pickup without fuel they go by way of the stop where they refuel,
 * and the direct route to where they deliver is only the way that they could not make.
 */
const flown = (view: View, path: Path, base: string): readonly Leg[] => {
  const stop = view.word([...path, 'refuelAt']);
  const pickups = sitesAt(view, [...path, 'pickup']).map(({ site }) => site);
  const isDry = (site: string): boolean => {
    const points = view.random(['sites', site, 'fuelPoints']);
    return points !== undefined && mostOf(points) === 0;
  };
  return legsOf(view, path, base).flatMap((leg) => {
    const { from, to, at } = leg;
    if (stop === undefined || !pickups.includes(from) || !isDry(from)) return [leg];
    return [
      { from, to: stop, at },
      { from: stop, to, at },
    ];
  });
};

/** A craft with a range can fly each of its legs, and the legs have a length. */
const checkRange = (view: View, path: Path, craft: string, base: string): void => {
  const range = view.random(['craft', craft, 'range']);
  if (range === undefined) return;
  for (const { from, to, at } of flown(view, path, base)) {
    const route = from === to ? undefined : routeOf(view, from, to);
    if (route === undefined) continue;
    const distance = view.random(['routes', route, 'distance']);
    if (distance === undefined) {
      const message = `the route \`${route}\` needs a \`distance\`: \`${craft}\` has a \`range\``;
      view.report('missing-key', at, message);
      return;
    }
    const fixed = distance.kind === 'fixed' && range.kind === 'fixed';
    if (!fixed || distance.value <= range.value) continue;
    const [far, most] = [distance.value, range.value].map((length) => formatAmount('distance', length));
    view.report(
      'contradiction',
      at,
      `the route \`${route}\` is ${far} long, and \`${craft}\` flies ${most} at most`,
    );
    return;
  }
};

/** Where a fleet refuels on the way, or diverts to, there is fuel; the ways there are those of its legs. */
const checkStops = (view: View, path: Path): void => {
  for (const key of ['refuelAt', 'alternate']) {
    const at = [...path, key];
    const stop = view.word(at);
    if (stop === undefined) continue;
    const points = view.random(['sites', stop, 'fuelPoints']);
    if (points === undefined || mostOf(points) > 0) continue;
    view.report('contradiction', at, `\`${stop}\` has no fuel: its \`fuelPoints\` are 0`);
  }
};

const checkCrews = (view: View, path: Path, craft: string): void => {
  const needs: readonly (readonly [key: string, of: string])[] = [
    ['crews', 'crewDuty'],
    ['refuelAt', 'range'],
  ];
  for (const [key, of] of needs) {
    if (!view.has([...path, key]) || !view.has(['craft', craft]) || view.has(['craft', craft, of])) continue;
    const message = `\`${key}\` needs \`${of}\` of the craft \`${craft}\`, which has none`;
    view.report('missing-key', [...path, key], message);
  }
};

const checkSiteHours = (view: View, path: Path): void => {
  for (const key of ['operates', 'daylight']) {
    const hours = view.read([...path, key]) as readonly [number, number] | undefined;
    if (hours === undefined || hours[0] !== hours[1]) continue;
    view.report('contradiction', [...path, key], 'the hours begin and end at the same time of day');
  }
  if (!view.has([...path, 'resumeBelow']) || view.has([...path, 'beds'])) return;
  view.report('missing-key', [...path, 'resumeBelow'], '`resumeBelow` needs `beds`: it is a share of them');
};

/** What craft need of sites, fuel and crews, they can get. */
export const checkAir = (view: View): void => {
  for (const site of view.names(['sites'])) checkSiteHours(view, ['sites', site]);
  for (const name of view.names(['fleets'])) {
    const path = ['fleets', name];
    const craft = view.word([...path, 'craft']);
    const base = view.word([...path, 'base']);
    if (craft === undefined || base === undefined) continue;
    checkFootprint(view, path, craft);
    checkRange(view, path, craft, base);
    checkStops(view, path);
    checkCrews(view, path, craft);
  }
};
