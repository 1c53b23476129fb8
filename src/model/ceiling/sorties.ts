import { quantile, Stream } from '../../kernel/index.ts';
import type { Distribution } from '../../scenario/index.ts';
import type { FleetState } from '../fleet.ts';
import { isLinked, standardBlock } from '../legs.ts';
import type { SiteState } from '../site.ts';
import type { Tail } from '../tail.ts';
import type { World } from '../world.ts';
import { ordered } from './ordered.ts';

/** What a fleet could fly at most by now, with the luck of its craft and without ever waiting. */
export interface Flyable {
  /** free seats of its sorties, the largest first */
  readonly seats: readonly number[];
  /** ground times at the pickup, the shortest first */
  readonly ground: readonly number[];
  /** earliest arrival at a pickup and at a haven, and the least time from launch to wheels-up; minutes */
  readonly atPickup: number;
  readonly atHaven: number;
  readonly lead: number;
}

/** Where a fleet may fly, as times without variation. */
interface Lines {
  readonly out: number;
  readonly back: number;
  /** every sortie flies the same two legs, whichever way it goes */
  readonly isSimple: boolean;
  /** whether it begins where people board */
  readonly beginsThere: boolean;
}

/** Most legs of one sortie, and of one that diverts: by way of a place to refuel. */
const MOST_LEGS = 5;

/** Least minutes from launch to launch: the model's own. */
const LEAST_CYCLE = 1;

/** Sites that a fleet has ever been told to serve. */
const everServed = (world: World, fleet: FleetState) => {
  const pickups = new Set(fleet.plan.pickup.map((id) => world.site(id)));
  const delivers = new Set((fleet.plan.delivers ?? [fleet.plan.base]).map((id) => world.site(id)));
  for (const action of ordered(world)) {
    if (action.do === 'assignFleet' && action.fleet === fleet.id)
      for (const id of action.pickup) pickups.add(world.site(id));
    if (action.do === 'setDelivers' && action.fleet === fleet.id)
      for (const id of action.delivers) delivers.add(world.site(id));
  }
  return { pickups: [...pickups], delivers: [...delivers] };
};

const linesOf = (world: World, fleet: FleetState): Lines | undefined => {
  const { base } = fleet;
  const { pickups, delivers } = everServed(world, fleet);
  const bringsOut =
    pickups.some(({ haven }) => haven === undefined) && delivers.some(({ haven }) => haven !== undefined);
  if (!bringsOut) return undefined;
  const leg = (from: SiteState, to: SiteState): number =>
    isLinked(world, fleet, from, to) ? standardBlock(world, fleet, from, to) : Infinity;
  const out = Math.min(...pickups.map((pickup) => leg(base, pickup)));
  const stop = fleet.plan.refuelAt === undefined ? undefined : world.site(fleet.plan.refuelAt);
  // by way of a stop where that is shorter: times of routes need not obey the triangle
  const way = (from: SiteState, to: SiteState): number =>
    Math.min(leg(from, to), stop === undefined ? Infinity : leg(from, stop) + leg(stop, to));
  const back = Math.min(
    ...pickups.flatMap((pickup) =>
      delivers.filter((site) => site !== pickup).map((site) => way(pickup, site) + leg(site, base)),
    ),
  );
  const beginsThere = pickups.includes(base);
  const fliesOneWay = pickups.length === 1 && delivers.every((site) => site === base) && !beginsThere;
  return { out, back, isSimple: fliesOneWay && stop === undefined, beginsThere };
};

/** The luck of one purpose of a tail, drawn again from its beginning; kept in ascending order. */
class Drawn {
  readonly sorted: number[] = [];
  readonly #next: () => number;
  #sum = 0;

  constructor(world: World, path: string, distribution: Distribution) {
    if (distribution.kind === 'fixed') {
      this.#next = () => distribution.value;
      return;
    }
    const draw = quantile(distribution);
    const stream = new Stream(world.sim.seed, path);
    this.#next = () => draw(stream.uniform());
  }

  /** Draws until there are so many. */
  upTo(count: number): this {
    while (this.sorted.length < count) {
      const value = this.#next();
      this.#sum += value;
      let at = this.sorted.length;
      this.sorted.push(value);
      for (; at > 0 && this.sorted[at - 1]! > value; at--) this.sorted[at] = this.sorted[at - 1]!;
      this.sorted[at] = value;
    }
    return this;
  }

  /** The sum of the smallest, from one rank to another. */
  least(from: number, to: number): number {
    if (from === 0 && to === this.sorted.length) return this.#sum;
    let sum = 0;
    for (let k = from; k < to; k++) sum += this.sorted[k]!;
    return sum;
  }
}

/** What one tail could fly. */
interface Tours {
  readonly seats: readonly number[];
  readonly ground: readonly number[];
  readonly atPickup: number;
  readonly lead: number;
}

/**
 * The sorties of one tail that never waits. The luck is that of its sorties in their order; where it has diverted,
 * or may have flown legs of other lengths, the best of all that it may have met.
 */
const toursOf = (world: World, tail: Tail, lines: Lines): Tours => {
  const { fleet } = tail;
  const craft = world.scenario.craft[fleet.plan.craft]!;
  const path = `fleets.${fleet.id}/${tail.number}`;
  const variation = new Drawn(world, `${path}/variation`, craft.variation);
  const seats = new Drawn(world, `${path}/seats`, craft.seats);
  const ground = new Drawn(world, `${path}/groundTime`, craft.groundTime);
  const turn = new Drawn(world, `${path}/turnTime`, craft.turnTime);
  const { diverts } = tail;
  const darkest = Math.min(1, tail.night);
  const { out, back, beginsThere, isSimple } = lines;
  const outward = beginsThere ? 0 : 1;
  let sorties = 0;
  for (;;) {
    const k = sorties + 1;
    const legs = (isSimple ? 2 * sorties + 1 : MOST_LEGS * k) + MOST_LEGS * diverts;
    variation.upTo(legs);
    ground.upTo(k);
    turn.upTo(sorties + diverts);
    const flying = flown(variation, { out: outward * k, back: sorties }, { out, back });
    const cycles = Math.max(
      flying + darkest * ground.least(0, k) + turn.least(0, sorties),
      LEAST_CYCLE * sorties,
    );
    const launch = tail.joined + cycles - ground.sorted[k - 1]! - outward * out * variation.sorted[legs - 1]!;
    if (tail.joined + cycles > world.sim.now || launch > fleet.until) break;
    sorties = k;
  }
  seats.upTo(sorties + diverts);
  const quickest = outward * out * (variation.sorted[0] ?? 0);
  return {
    seats: seats.sorted.slice(diverts).map((each) => Math.max(1, Math.round(each))),
    ground: ground.sorted.slice(0, sorties).map((minutes) => darkest * minutes),
    atPickup: tail.joined + quickest,
    lead: quickest + darkest * (ground.sorted[0] ?? 0),
  };
};

/** Least minutes in the air for so many legs: the longer ones with the best luck. */
const flown = (
  variation: Drawn,
  legs: { readonly out: number; readonly back: number },
  block: { readonly out: number; readonly back: number },
): number => {
  const isOutLonger = block.out >= block.back;
  const [first, second] = isOutLonger ? [legs.out, legs.back] : [legs.back, legs.out];
  const [longer, shorter] = isOutLonger ? [block.out, block.back] : [block.back, block.out];
  return longer * variation.least(0, first) + shorter * variation.least(first, first + second);
};

/** What a fleet could fly; undefined where it brings nobody out. */
export const flyable = (world: World, fleet: FleetState): Flyable | undefined => {
  const lines = linesOf(world, fleet);
  if (lines === undefined) return undefined;
  const tours = fleet.joined.map((tail) => toursOf(world, tail, lines));
  const most = sortiesAllowed(world, fleet);
  const least = (values: readonly number[]): number => Math.min(Infinity, ...values);
  const atPickup = least(tours.map((each) => each.atPickup));
  const { back } = lines;
  const shortest = lines.isSimple && isFixed(world, fleet) ? back : 0;
  return {
    seats: tours
      .flatMap((each) => each.seats)
      .sort((a, b) => b - a)
      .slice(0, most),
    ground: tours
      .flatMap((each) => each.ground)
      .sort((a, b) => a - b)
      .slice(0, most),
    atPickup,
    atHaven: atPickup + least(tours.flatMap((each) => each.ground)) + shortest,
    lead: least(tours.map((each) => each.lead)),
  };
};

const isFixed = (world: World, fleet: FleetState): boolean => {
  const { variation } = world.scenario.craft[fleet.plan.craft]!;
  return variation.kind === 'fixed' && variation.value >= 1;
};

/** Sorties of the whole fleet; no limit where an action may have changed it. */
const sortiesAllowed = (world: World, fleet: FleetState): number => {
  const { sorties } = fleet.plan;
  const isChanged = ordered(world).some((action) => action.do === 'setSorties' && action.fleet === fleet.id);
  if (sorties === undefined || isChanged) return Infinity;
  return world.luck.whole(`fleets.${fleet.id}.sorties`, sorties);
};
