import type { ProblemCode } from '../fault.ts';
import type { Action, Scenario } from '../schema/index.ts';
import { didYouMean } from '../suggest.ts';
import type { Path } from '../tree.ts';
import { routeOf, sitesAt } from './routes.ts';
import type { View } from './view.ts';

/** The line of a fleet as the file states it. */
interface Line {
  readonly base: string;
  readonly pickup: readonly string[];
  readonly delivers: readonly string[];
}

/** What an action is held against. */
interface Ground {
  readonly actions: readonly Action[];
  /** the categories of its populations */
  readonly categories: readonly string[];
  /** undefined where there is no such fleet, or it is wrong itself */
  line(fleet: string): Line | undefined;
  isJoined(from: string, to: string): boolean;
  /** whether a site has a key */
  has(site: string, key: 'parking' | 'runway' | 'beds'): boolean;
  isSite(name: string): boolean;
}

/** What is wrong with an action, and the key that it is about. */
export interface Wrong {
  readonly code: ProblemCode;
  readonly path: Path;
  readonly message: string;
}

const noRoute = (path: Path, from: string, to: string): Wrong => ({
  code: 'no-route',
  path,
  message: `there is no route between \`${from}\` and \`${to}\`: add it to \`routes\``,
});

/** Sites that some action may have given a fleet, beside those of the file, before this one is carried out. */
const alsoAt = (ground: Ground, fleet: string, key: 'pickup' | 'delivers'): readonly string[] =>
  ground.actions.flatMap((action) => {
    if (key === 'pickup') return action.do === 'assignFleet' && action.fleet === fleet ? action.pickup : [];
    return action.do === 'setDelivers' && action.fleet === fleet ? action.delivers : [];
  });

/**
 * A fleet is sent only to where routes lead. Where other actions may have changed the other end of its line before,
 * one route to any of those ends is enough.
 */
const lineProblem = (
  ground: Ground,
  fleet: string,
  sites: readonly string[],
  key: 'pickup' | 'delivers',
): Wrong | undefined => {
  const line = ground.line(fleet);
  if (line === undefined) return undefined;
  const other = key === 'pickup' ? 'delivers' : 'pickup';
  const moved = alsoAt(ground, fleet, other);
  for (const [index, site] of sites.entries()) {
    const path = sites.length > 1 ? [key, index] : [key];
    if (!ground.isSite(site)) continue;
    const ends = [...line[other], ...moved].filter((end) => end !== site && ground.isSite(end));
    if (site !== line.base && !ground.isJoined(line.base, site)) return noRoute(path, line.base, site);
    const cut = ends.filter((end) => !ground.isJoined(end, site));
    const isCut = moved.length > 0 ? cut.length === ends.length : true;
    if (cut[0] !== undefined && isCut) return noRoute(path, cut[0], site);
  }
  return undefined;
};

const whoProblem = (
  ground: Ground,
  action: Extract<Action, { do: 'setPriority' | 'setDepartures' }>,
): Wrong | undefined => {
  const { population, category } = action;
  if (population !== undefined && category !== undefined) {
    const message = 'needs `population` or `category`, not both';
    return { code: 'contradiction', path: ['category'], message };
  }
  if (action.do === 'setPriority' && population === undefined && category === undefined) {
    const message = 'needs `population` or `category`: whose priority changes';
    return { code: 'missing-key', path: [], message };
  }
  if (category === undefined || ground.categories.includes(category)) return undefined;
  const message = `no population has the category \`${category}\`${didYouMean(category, ground.categories)}`;
  return { code: 'dangling-name', path: ['category'], message };
};

/** What cannot be done in a scenario, whatever happens in its runs; undefined where nothing is known against it. */
const problemWith = (ground: Ground, action: Action): Wrong | undefined => {
  switch (action.do) {
    case 'assignFleet':
      return lineProblem(ground, action.fleet, action.pickup, 'pickup');
    case 'setDelivers':
      return lineProblem(ground, action.fleet, action.delivers, 'delivers');
    case 'setPriority':
    case 'setDepartures':
      return whoProblem(ground, action);
    case 'setParking':
      if (!ground.isSite(action.site) || ground.has(action.site, 'parking')) return undefined;
      return {
        code: 'contradiction',
        path: ['site'],
        message: `\`${action.site}\` has no \`parking\` to change: state it in \`sites\``,
      };
    default:
      return undefined;
  }
};

/** Where actions stand in a file, each list of them. */
const listsOf = (view: View): readonly Path[] => [
  ['timeline'],
  ...view.names(['policies']).map((name) => ['policies', name, 'actions']),
  ...view
    .names(['incidents'])
    .flatMap((name) => ['actions', 'ending'].map((key) => ['incidents', name, key])),
  ...view.names(['threat', 'places']).map((name) => ['threat', 'places', name, 'actions']),
];

const actionsOf = (view: View): readonly { readonly path: Path; readonly action: Action }[] =>
  listsOf(view).flatMap((list) => {
    const node = view.node(list);
    if (node?.kind !== 'list') return [];
    return node.items.flatMap((_, index) => {
      const path = [...list, index];
      const read = view.read(path) as Action | { readonly action: Action } | undefined;
      if (read === undefined) return [];
      return [{ path, action: 'action' in read ? read.action : read }];
    });
  });

const groundOf = (view: View, actions: readonly Action[]): Ground => ({
  actions,
  categories: view
    .names(['populations'])
    .flatMap((name) => view.word(['populations', name, 'category']) ?? []),
  line: (fleet) => {
    const path = ['fleets', fleet];
    const base = view.has(path) ? view.word([...path, 'base']) : undefined;
    if (base === undefined) return undefined;
    const at = (key: string): string[] => sitesAt(view, [...path, key]).map(({ site }) => site);
    const delivers = at('delivers');
    return { base, pickup: at('pickup'), delivers: delivers.length > 0 ? delivers : [base] };
  },
  isJoined: (from, to) => routeOf(view, from, to) !== undefined,
  has: (site, key) => view.has(['sites', site, key]),
  isSite: (name) => view.has(['sites', name]),
});

/** Every action can be carried out in some run. */
export const checkActions = (view: View): void => {
  const all = actionsOf(view);
  const ground = groundOf(
    view,
    all.map(({ action }) => action),
  );
  for (const { path, action } of all) {
    const wrong = problemWith(ground, action);
    if (wrong !== undefined) view.report(wrong.code, [...path, ...wrong.path], wrong.message);
  }
};

/** What is wrong with a decision from outside, held against the scenario it is taken in. */
export const decisionProblem = (scenario: Scenario, action: Action): Wrong | undefined => {
  const { sites, fleets, routes, populations, timeline, policies, incidents, threat } = scenario;
  const routed = Object.values(routes);
  return problemWith(
    {
      actions: [
        action,
        ...timeline.map((each) => each.action),
        ...Object.values(policies).flatMap((each) => each.actions),
        ...Object.values(incidents).flatMap((each) => [...each.actions, ...each.ending]),
        ...Object.values(threat?.places ?? {}).flatMap((each) => each.actions),
      ],
      categories: Object.values(populations).flatMap((each) => each.category ?? []),
      line: (fleet) => {
        const plan = fleets[fleet];
        return plan && { base: plan.base, pickup: plan.pickup, delivers: plan.delivers ?? [plan.base] };
      },
      isJoined: (from, to) =>
        routed.some(({ between }) => between.includes(from) && between.includes(to) && from !== to),
      has: (site, key) => sites[site]?.[key] !== undefined,
      isSite: (name) => sites[name] !== undefined,
    },
    action,
  );
};
