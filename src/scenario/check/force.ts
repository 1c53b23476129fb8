import type { Path } from '../tree.ts';
import type { View } from './view.ts';

const lifters = (view: View, lift: { from: string; site: string; nation: string }): string[] =>
  view.names(['fleets']).filter((fleet) => {
    const path = ['fleets', fleet];
    return (
      view.word([...path, 'base']) === lift.from &&
      view.words([...path, 'pickup'])?.includes(lift.site) === true &&
      view.word([...path, 'nation']) === lift.nation
    );
  });

const checkUnit = (view: View, path: Path): void => {
  const present = view.read([...path, 'present']) !== false;
  const from = view.word([...path, 'from']);
  if (!present && from === undefined && !view.has([...path, 'from']) && !view.has([...path, 'ready'])) {
    const message =
      'needs `present: true`, or `ready` with the time it lands, or `from` with the site it waits at';
    view.report('missing-key', path, message, view.keyPlace(path));
  }
  const site = view.word([...path, 'site']);
  const nation = view.word([...path, 'nation']);
  if (present || from === undefined || site === undefined || nation === undefined) return;
  if (!view.has(['sites', from]) || !view.has(['sites', site])) return;
  if (lifters(view, { from, site, nation }).length > 0) return;
  const message = `no fleet of \`${nation}\` flies from its base \`${from}\` to \`${site}\`: nothing can lift this unit`;
  view.report('contradiction', [...path, 'from'], message);
};

/** Some craft picks the unit up where it is, and goes where it is to go. */
const checkWithdrawal = (view: View, path: Path): void => {
  const site = view.word([...path, 'site']);
  const nation = view.word([...path, 'nation']);
  const to = view.word([...path, 'withdraw', 'to']);
  const carriedBy = view.words([...path, 'withdraw', 'carriedBy']);
  if (!view.has([...path, 'withdraw']) || site === undefined || !view.has(['sites', site])) return;
  const fleets = view.names(['fleets']).filter((fleet) => {
    const isTheirs =
      carriedBy === undefined ? view.word(['fleets', fleet, 'nation']) === nation : carriedBy.includes(fleet);
    return isTheirs && view.words(['fleets', fleet, 'pickup'])?.includes(site) === true;
  });
  const goes = (fleet: string): boolean =>
    to === undefined ||
    (view.words(['fleets', fleet, 'delivers']) ?? [view.word(['fleets', fleet, 'base'])]).includes(to);
  if (fleets.some(goes)) return;
  const whose = carriedBy === undefined ? `no fleet of \`${nation}\`` : 'none of these fleets';
  const where = to === undefined ? '' : ` and takes it to \`${to}\``;
  const message = `${whose} picks up at \`${site}\`${where}: nothing can lift this unit out`;
  view.report('contradiction', [...path, 'withdraw'], message, view.keyPlace([...path, 'withdraw']));
};

const checkTroops = (view: View, path: Path): void => {
  const perLane = view.has([...path, 'troopsPerLane']);
  if (!perLane && !view.has([...path, 'troops'])) {
    const message = 'needs `troops`, or `troopsPerLane` where it has gates: how many it takes';
    view.report('missing-key', path, message, view.keyPlace(path));
  }
  if (perLane && view.words([...path, 'gates'])?.length === 0) {
    const message = '`troopsPerLane` needs `gates`: whose search lanes they are';
    view.report(
      'missing-key',
      [...path, 'troopsPerLane'],
      message,
      view.keyPlace([...path, 'troopsPerLane']),
    );
  }
};

/** Whether a unit gets to its site only with the fleets named. */
const comesOnlyWith = (view: View, path: Path, fleets: readonly string[]): boolean => {
  const [from, site, nation] = ['from', 'site', 'nation'].map((key) => view.word([...path, key]));
  if (view.read([...path, 'present']) !== false) return false;
  if (from === undefined || site === undefined || nation === undefined) return false;
  const lifting = lifters(view, { from, site, nation });
  return lifting.length > 0 && lifting.every((fleet) => fleets.includes(fleet));
};

/** Fleets that wait for a task do not bring the very troops that are to cover it: they would wait for ever. */
const checkEscort = (view: View, path: Path, site: string): void => {
  const fleets = view.words([...path, 'fleets']) ?? [];
  const units = view
    .names(['force', 'units'])
    .map((unit) => ['force', 'units', unit])
    .filter((unit) => view.word([...unit, 'site']) === site);
  if (units.length === 0 || !units.every((unit) => comesOnlyWith(view, unit, fleets))) return;
  const message = `these fleets wait until troops at \`${site}\` cover the task, and no others bring troops there: nothing would ever fly; leave them out`;
  view.report('contradiction', [...path, 'fleets'], message, view.keyPlace([...path, 'fleets']));
};

const checkTask = (view: View, path: Path): void => {
  checkTroops(view, path);
  const site = view.word([...path, 'site']);
  if (site === undefined || !view.has(['sites', site])) return;
  checkEscort(view, path, site);
  for (const section of ['gates', 'desks'] as const) {
    for (const [index, name] of (view.words([...path, section]) ?? []).entries()) {
      const other = view.word([section, name, 'site']);
      if (other === undefined || other === site || !view.has(['sites', other])) continue;
      const message = `\`${name}\` is at \`${other}\`, where troops of \`${site}\` cannot cover it`;
      view.report('contradiction', [...path, section, index], message);
    }
  }
};

/** Each unit is there or can come, and troops cover tasks where they stand. */
export const checkForce = (view: View): void => {
  for (const name of view.names(['force', 'units'])) {
    checkUnit(view, ['force', 'units', name]);
    checkWithdrawal(view, ['force', 'units', name]);
  }
  for (const name of view.names(['force', 'tasks'])) checkTask(view, ['force', 'tasks', name]);
};
