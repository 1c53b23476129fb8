import type { Process } from '../kernel/index.ts';
import type { PopulationState } from './population.ts';
import type { SiteState } from './site.ts';
import type { World } from './world.ts';

/** Minutes between two looks at what people hear of; assumed, as for the crowd at the perimeter. */
const WORD_STEP = 15;

/** What fleets have flown from a site up to a time. */
interface Flown {
  readonly at: number;
  readonly seats: number;
  readonly people: number;
}

const flownFrom = (world: World, { flown: { seats, people } }: SiteState): Flown => ({
  at: world.sim.now,
  seats,
  people,
});

const gatesAreClosed = ({ site, group }: PopulationState): boolean => {
  const gates = site.gates.filter((gate) => gate.takes(group.index));
  return gates.length > 0 && gates.every((gate) => gate.working === 0);
};

/** The product of all multiples whose cause holds now. */
const reactionOf = (world: World, population: PopulationState, since: Flown): number => {
  const { gatesClosed, outsideAbove, departures, seatsEmpty } = population.plan.reacts!;
  const { site } = population;
  const now = flownFrom(world, site);
  const seats = now.seats - since.seats;
  const people = now.people - since.people;
  let factor = 1;
  if (gatesAreClosed(population)) factor *= gatesClosed;
  if (outsideAbove !== undefined && site.outside.people > outsideAbove.people) factor *= outsideAbove.factor;
  if (people > 0) factor *= departures;
  if (seatsEmpty !== undefined && seats > 0 && seats - people > seatsEmpty.above * seats)
    factor *= seatsEmpty.factor;
  return factor;
};

/** Word of what happens at the site travels, and those still at home set out sooner or later than usual. */
export function* hearWord(world: World, population: PopulationState): Process {
  const { sim } = world;
  const { over, delay } = population.plan.reacts!;
  const path = `populations.${population.id}.reacts`;
  const lookBack = world.luck.once(`${path}.over`, over);
  const travels = world.luck.once(`${path}.delay`, delay);
  const past: Flown[] = [];
  let told = 1;
  for (;;) {
    past.push(flownFrom(world, population.site));
    while (past.length > 1 && past[1]!.at <= sim.now - lookBack) past.shift();
    const factor = reactionOf(world, population, past[0]!);
    if (factor !== told) {
      told = factor;
      sim.at(sim.now + travels, () => population.setReaction(factor));
    }
    yield sim.hold(WORD_STEP);
  }
}
