import type { Scenario } from '../../scenario/index.ts';
import { CEILING_STAGES, type Ceiling, type CeilingStage, ceilingOf } from '../ceiling/index.ts';
import type { World } from '../world.ts';
import { isLimit, type Measure, measure } from './measure.ts';

const section = 'Ceiling';

/** What each stage bounds, in words. */
const BOUND: { readonly [stage in CeilingStage]: string } = {
  demand: 'who came',
  gate: 'gates',
  processing: 'desks',
  fleet: 'craft',
  stand: 'stands',
  runway: 'runways',
  haven: 'beds',
};

const boards = ({ fleets, sites }: Scenario): (Scenario['sites'][string] | undefined)[] =>
  Object.values(fleets).flatMap(({ pickup }) => pickup.map((site) => sites[site]));

/** What a scenario must have for a stage to bound anything. */
const NEEDS: { readonly [stage in CeilingStage]: (scenario: Scenario) => boolean } = {
  demand: () => true,
  gate: ({ gates }) => Object.keys(gates).length > 0,
  processing: ({ desks }) => Object.keys(desks).length > 0,
  fleet: ({ fleets }) => Object.keys(fleets).length > 0,
  stand: (scenario) =>
    boards(scenario).some((site) => site !== undefined && (isLimit(site.stands) || isLimit(site.pads))),
  runway: (scenario) => boards(scenario).some((site) => site?.runway !== undefined),
  haven: ({ sites }) => Object.values(sites).some(({ beds }) => beds !== undefined),
};

/** The most people that could be out, and how much of it was reached. */
export const ceilingMeasures = (scenario: Scenario): Measure[] => {
  if (Object.keys(scenario.populations).length === 0) return [];
  const stages = CEILING_STAGES.filter((stage) => NEEDS[stage](scenario));
  // all are read at one instant of one run: the work is done once
  let last: { readonly world: World; readonly ceiling: Ceiling } | undefined;
  const read = (world: World, stage: CeilingStage): number => {
    if (last?.world !== world) last = { world, ceiling: ceilingOf(world) };
    return Math.min(last.ceiling.demand, last.ceiling[stage]);
  };
  const lowest = (world: World): number => Math.min(...stages.map((stage) => read(world, stage)));
  return [
    measure({
      id: 'ceiling',
      label: 'Ceiling of people out',
      kind: 'count',
      section,
      description:
        'A number of evacuees out by the end of the window that no plan can pass with the capacities, the luck and the actions of this run: the least over the stages.',
      read: lowest,
    }),
    measure({
      id: 'ceiling-reached',
      label: 'Share of the ceiling reached',
      kind: 'share',
      better: 'more',
      section,
      description: 'People out as a share of the ceiling; 100 % where nobody could be out.',
      read: (world) => {
        const ceiling = lowest(world);
        return ceiling === 0 ? 1 : peopleOut(world) / ceiling;
      },
    }),
    ...stages.map((stage) =>
      measure({
        id: `ceiling.${stage}`,
        label: `  As far as ${BOUND[stage]} ${stage === 'demand' ? 'goes' : 'go'}`,
        kind: 'count',
        section,
        description: `Evacuees who could be out by the end of the window as far as ${BOUND[stage]} ${stage === 'demand' ? 'goes' : 'go'}, of those who came.`,
        read: (world) => read(world, stage),
      }),
    ),
  ];
};

const peopleOut = (world: World): number => {
  let people = 0;
  for (const { group } of world.populations.values()) people += world.roster.out[group.index]!;
  return people;
};
