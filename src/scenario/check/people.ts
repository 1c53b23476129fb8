import { leastOf, mostOf } from '../distribution.ts';
import type { Path } from '../tree.ts';
import { formatAmount } from '../units.ts';
import type { View } from './view.ts';

/** Percentages are written to a tenth of a point at best: three thirds make 99.9 %. */
const TOLERANCE = 0.001 + 1e-9;

/** Whether some parties are at home when the run starts, or may be. */
const somebodyTravels = (view: View, path: Path): boolean => {
  const present = view.random([...path, 'present']);
  return present !== undefined && leastOf(present) < 1;
};

const checkLives = (view: View, path: Path): void => {
  const at = [...path, 'lives'];
  const names = view.names(at);
  const place = view.keyPlace(at) ?? view.keyPlace(path);
  if (names.length === 0 && (!view.has(at) || view.node(at)?.kind === 'map')) {
    const setsOut = view.random([...path, 'setsOut']);
    if (!somebodyTravels(view, path) || setsOut === undefined || mostOf(setsOut) === 0) return;
    view.report('missing-key', path, '`lives` needs at least one road and its share', place);
    return;
  }
  if (names.length === 0) return;
  const shares = names.map((name) => view.amount([...at, name]));
  const sum = shares.reduce<number>((total, share) => total + (share ?? Number.NaN), 0);
  if (Number.isNaN(sum) || Math.abs(sum - 1) <= TOLERANCE) return;
  const found = formatAmount('share', Number(sum.toFixed(6)));
  view.report('bad-probability', at, `the shares must sum to 100 %, these sum to ${found}`, place);
};

const checkPapers = (view: View, path: Path): void => {
  const partial = view.random([...path, 'partialPapers']);
  const ineligible = view.random([...path, 'ineligible']);
  if (partial === undefined || ineligible === undefined) return;
  const most = mostOf(partial) + mostOf(ineligible);
  if (most <= 1 + 1e-9) return;
  const message = `\`partialPapers\` and \`ineligible\` can reach ${formatAmount('share', most)} together: at most 100 %`;
  const at = view.has([...path, 'ineligible']) ? 'ineligible' : 'partialPapers';
  view.report('bad-probability', [...path, at], message);
};

/** Whether some gate or desk of a site takes a population; a list that is absent takes everyone. */
const isTaken = (view: View, section: string, by: { site: string; list: string; name: string }): boolean =>
  view.names([section]).some((entry) => {
    const site = view.word([section, entry, 'site']);
    if (site !== by.site) return site === undefined || !view.has(['sites', site]);
    const list = view.words([section, entry, by.list]);
    return list === undefined || list.includes(by.name);
  });

const hasAny = (view: View, section: string, site: string): boolean =>
  view.names([section]).some((entry) => view.word([section, entry, 'site']) === site);

const checkWay = (view: View, name: string): void => {
  const path = ['populations', name];
  const site = view.word([...path, 'site']);
  const ticketed = view.random([...path, 'ticketed']);
  if (site === undefined || !view.has(['sites', site]) || ticketed === undefined) return;
  const at = [...path, 'site'];
  if (view.has(['sites', site, 'beds'])) {
    view.report('contradiction', at, `\`${site}\` has \`beds\`: whoever is there is safe already`);
  }
  const travels = somebodyTravels(view, path);
  const hasGates = hasAny(view, 'gates', site);
  if (
    hasGates &&
    travels &&
    leastOf(ticketed) < 1 &&
    !isTaken(view, 'gates', { site, list: 'admits', name })
  ) {
    view.report('contradiction', at, `no gate of \`${site}\` admits \`${name}\`: add one to \`gates\``);
  }
  if (travels && hasAny(view, 'desks', site) && !isTaken(view, 'desks', { site, list: 'serves', name })) {
    view.report('contradiction', at, `no desk of \`${site}\` serves \`${name}\`: add it to \`serves\``);
  }
  if (mostOf(ticketed) > 0 && !hasAny(view, 'flights', site)) {
    const message = `no commercial flights leave from \`${site}\` for those with tickets: add them to \`flights\``;
    view.report('contradiction', [...path, 'ticketed'], message);
  }
};

const checkConsular = (view: View, path: Path): void => {
  const share = view.random([...path, 'consular']);
  if (share === undefined || mostOf(share) === 0 || view.has(['embassy'])) return;
  view.report(
    'contradiction',
    [...path, 'consular'],
    'there is no `embassy` whose consular officers could serve them',
  );
};

/** Everyone has a road to come by and a gate to pass, and shares make sense together. */
export const checkPopulations = (view: View): void => {
  const staff = view.names(['embassy', 'staff']);
  for (const name of view.names(['populations'])) {
    const path = ['populations', name];
    checkLives(view, path);
    checkPapers(view, path);
    checkConsular(view, path);
    checkWay(view, name);
    if (staff.includes(name)) {
      const message = `\`${name}\` is also a staff group of the embassy: give one of them another name`;
      view.report('ambiguous-name', path, message, view.keyPlace(path));
    }
  }
};
