import { type Action, type ActionName, fixed } from '../scenario/index.ts';
import { BY_ORDER } from './closings.ts';
import { fly } from './craft.ts';
import { dispatch, dispatchAll, reassign } from './dispatch.ts';
import { moveConsular, moveEmbassy } from './drawdown.ts';
import type { FlightState } from './flights.ts';
import type { LoggedAction } from './outcome.ts';
import { admitWalkers, leaveTerminal } from './outside.ts';
import type { PopulationState } from './population.ts';
import type { SiteState } from './site.ts';
import { withdrawUnit } from './withdrawal.ts';
import type { World } from './world.ts';

/** Who or what ordered an action. */
export interface Order {
  readonly origin: LoggedAction['origin'];
  readonly by: string;
  /** keeps the luck of its delays apart from that of other orders by the same */
  readonly occasion?: string;
}

type Effects = {
  readonly [Name in ActionName]: (
    world: World,
    action: Extract<Action, { do: Name }>,
    cause: string,
  ) => string;
};

const STAYS_CLOSED = 'stays closed for another cause';

const NO_EMBASSY = 'did nothing: the scenario has no embassy';

const flightsOf = (world: World, id: string | undefined): FlightState[] =>
  [...world.flights.values()].filter((each) => id === undefined || each.id === id);

const sitesOf = (world: World, ids: readonly string[]): SiteState[] => ids.map((id) => world.site(id));

/** One population, those of a category, or all. */
const populationsOf = (
  world: World,
  {
    population,
    category,
  }: { readonly population?: string | undefined; readonly category?: string | undefined },
): PopulationState[] =>
  [...world.populations.values()].filter(
    ({ id, plan }) =>
      (population === undefined || id === population) &&
      (category === undefined || plan.category === category),
  );

const several = (amount: number, one: string, many: string = `${one}s`): string =>
  `${amount} ${amount === 1 ? one : many}`;

/** Of slots that a site did not have before: the window that the format states. */
const DEFAULT_SLOTS = { window: fixed(30) };

/** What each action does; the text it gives back says what changed, or why nothing did. */
const EFFECTS: Effects = {
  openGate: (world, { gate }, cause) => {
    const station = world.gates.get(gate)!;
    if (station.isOpen) return `did nothing: gate ${gate} is open already`;
    if (!world.closings.open(station, cause)) return `gate ${gate} ${STAYS_CLOSED}`;
    station.setOpen(true);
    return `gate ${gate} opens`;
  },
  closeGate: (world, { gate }, cause) => {
    const station = world.gates.get(gate)!;
    world.closings.close(station, cause, station.isOpen);
    if (!station.isOpen) return `did nothing: gate ${gate} is closed already`;
    station.setOpen(false);
    return `gate ${gate} closes`;
  },
  setLanes: (world, { gate, lanes }) => {
    const station = world.gates.get(gate)!;
    station.setServers(lanes);
    if (world.force.countsLanesOf(station)) world.force.cover();
    return `gate ${gate} works with ${several(lanes, 'lane')}`;
  },
  meterGate: (world, { gate, rate }) => {
    world.gates.get(gate)!.meter(rate);
    return `gate ${gate} lets in ${rate === undefined ? 'as many as it can' : `${rate} people an hour`}`;
  },
  setAdmits: (world, { gate, populations }) => {
    world.gates.get(gate)!.setServes(world.flags(populations));
    return `gate ${gate} admits ${populations?.join(', ') ?? 'everyone'}`;
  },
  setStands: (world, { site, stands }) => {
    const state = world.site(site);
    state.setUnits(state.stands, stands);
    return `${site} has ${several(stands, 'stand')}`;
  },
  setPads: (world, { site, pads }) => {
    const state = world.site(site);
    state.setUnits(state.pads, pads);
    return `${site} has ${several(pads, 'pad')}`;
  },
  setParking: (world, { site, places }) => {
    const state = world.site(site);
    if (state.parking === undefined) return `did nothing: parking is not limited at ${site}`;
    state.setUnits(state.parking, places);
    return `${site} has parking for ${several(places, 'craft', 'craft')}`;
  },
  setFuelPoints: (world, { site, points = Infinity }) => {
    const state = world.site(site);
    state.setUnits(state.fuelPoints, points);
    if (points === 0) return `${site} has no fuel`;
    return `${site} has ${points === Infinity ? 'fuel for all who come' : several(points, 'fuel point')}`;
  },
  setSlots: (world, { site, interval }) => {
    const state = world.site(site);
    const { window } = state.plan.slots ?? DEFAULT_SLOTS;
    state.setSlots(interval, world.sim.now, world.luck.once(`sites.${site}.slots.window`, window));
    return interval === undefined
      ? `nobody needs a slot at ${site}`
      : `${site} has a slot every ${several(interval, 'minute')}`;
  },
  setWaitingArea: (world, { site, people }) => {
    world.site(site).waitingArea.setCapacity(people);
    return `the waiting area of ${site} has room for ${people}`;
  },
  setBeds: (world, { site, beds }) => {
    const { haven } = world.site(site);
    if (haven === undefined) return `did nothing: ${site} is not a haven`;
    haven.setBeds(beds);
    return `${site} has ${beds} beds`;
  },
  setOnward: (world, { site, rate }) => {
    const { haven } = world.site(site);
    if (haven === undefined) return `did nothing: ${site} is not a haven`;
    haven.onward = rate;
    return `${rate} people an hour move on from ${site}`;
  },
  closeRunway: (world, { site }, cause) => {
    const { runway } = world.site(site);
    if (runway === undefined) return `did nothing: ${site} has no runway`;
    world.closings.close(runway, cause, !runway.isClosedBy('action'));
    if (runway.isClosedBy('action')) return `did nothing: the runway of ${site} is closed already`;
    runway.close('action');
    return `the runway of ${site} closes`;
  },
  openRunway: (world, { site }, cause) => {
    const { runway } = world.site(site);
    if (runway === undefined) return `did nothing: ${site} has no runway`;
    if (!runway.isClosedBy('action')) return `did nothing: no action has closed the runway of ${site}`;
    if (!world.closings.open(runway, cause)) return `the runway of ${site} ${STAYS_CLOSED}`;
    runway.open('action');
    return runway.isOpen ? `the runway of ${site} is open` : `the runway of ${site} ${STAYS_CLOSED}`;
  },
  closeSite: (world, { site }, cause) => {
    const state = world.site(site);
    world.closings.close(state, cause, !state.isShut);
    if (state.isShut) return `did nothing: ${site} is closed to craft already`;
    state.shut(true);
    return `${site} closes to craft`;
  },
  openSite: (world, { site }, cause) => {
    const state = world.site(site);
    if (!state.isShut) return `did nothing: no action has closed ${site} to craft`;
    if (!world.closings.open(state, cause)) return `${site} ${STAYS_CLOSED}`;
    state.shut(false);
    dispatchAll(world);
    return `${site} is open to craft again`;
  },
  openRoad: (world, { road }, cause) => {
    const state = world.roads.get(road)!;
    if (state.isOpen) return `did nothing: road ${road} is open already`;
    if (!world.closings.open(state, cause)) return `road ${road} ${STAYS_CLOSED}`;
    state.isOpen = true;
    dispatchAll(world);
    return `road ${road} opens`;
  },
  closeRoad: (world, { road }, cause) => {
    const state = world.roads.get(road)!;
    world.closings.close(state, cause, state.isOpen);
    if (!state.isOpen) return `did nothing: road ${road} is closed already`;
    state.isOpen = false;
    return `road ${road} closes`;
  },
  setRoadCapacity: (world, { road, rate }) => {
    world.roads.get(road)!.setCapacity(rate, world.sim.now);
    return `road ${road} carries ${rate === undefined ? 'everyone' : `${rate} people an hour`}`;
  },
  setTurnedBack: (world, { road, share }) => {
    world.roads.get(road)!.turnedBack = share;
    return `${Math.round(share * 100)} % are turned back on road ${road}`;
  },
  setDepartures: (world, { population, category, factor }) => {
    for (const each of populationsOf(world, { population, category })) each.setFactor(factor);
    return `${population ?? category ?? 'everyone'}: people set out ${factor} times as fast as usual`;
  },
  setPriority: (world, { population, category, priority }) => {
    for (const { group } of populationsOf(world, { population, category }))
      world.roster.priority[group.index] = priority;
    // whoever is next now may fit where the one before did not
    for (const station of [...world.gates.values(), ...world.desks.values()]) station.assign();
    for (const site of world.sites.values()) if (site.gates.length === 0) admitWalkers(world, site);
    return `${population ?? category ?? 'everyone'} has priority ${priority}`;
  },
  addCrowd: (world, { people }) => {
    if (world.crowd === undefined) return 'did nothing: the scenario has no crowd';
    world.crowd.flow(world.sim.now);
    world.crowd.people += people;
    return `${people} people come to the perimeter`;
  },
  setCrowdArrivals: (world, { rate }) => {
    if (world.crowd === undefined) return 'did nothing: the scenario has no crowd';
    world.crowd.flow(world.sim.now);
    world.crowd.arrivals = rate;
    return `${rate} people an hour come to the perimeter`;
  },
  setHostForces: (world, { troops }) => {
    world.force.setHostForces(troops);
    return `${troops} host forces hold the perimeter`;
  },
  sendUnit: (world, { unit }) => {
    const departure = world.sent.get(unit);
    if (departure === undefined) return `did nothing: ${unit} is on its way, there, or withdrawing already`;
    world.sent.delete(unit);
    departure.order();
    return `${unit} is sent`;
  },
  withdrawUnit: (world, { unit }) => withdrawUnit(world, unit),
  addCraft: (world, { fleet, count }) => {
    const state = world.fleets.get(fleet)!;
    for (let k = 0; k < count; k++) {
      state.tails += 1;
      state.numbered += 1;
      world.start(`${fleet} ${state.numbered}`, fly(world, state, state.numbered));
    }
    return `${count} more craft in ${fleet}`;
  },
  removeCraft: (world, { fleet, count }) => {
    const state = world.fleets.get(fleet)!;
    const removed = Math.min(count, state.tails - state.surplus);
    if (removed === 0) return `did nothing: ${fleet} has no craft left`;
    state.surplus += removed;
    dispatch(world, state);
    return `${removed} craft ${removed === 1 ? 'leaves' : 'leave'} ${fleet} when next at the base`;
  },
  assignFleet: (world, { fleet, pickup }) => {
    const state = world.fleets.get(fleet)!;
    const why = reassign(world, state, { pickups: sitesOf(world, pickup), delivers: state.delivers });
    return why ?? `${fleet} picks people up at ${pickup.join(', then ')}`;
  },
  setDelivers: (world, { fleet, delivers }) => {
    const state = world.fleets.get(fleet)!;
    const why = reassign(world, state, { pickups: state.pickups, delivers: sitesOf(world, delivers) });
    return why ?? `${fleet} takes people to ${delivers.join(', else ')}`;
  },
  setSorties: (world, { fleet, sorties }) => {
    const state = world.fleets.get(fleet)!;
    state.sortiesLeft = sorties;
    dispatch(world, state);
    return `${fleet} has ${sorties} more sorties`;
  },
  setDepartureStatus: (world, { status }) => {
    if (world.embassy === undefined) return NO_EMBASSY;
    if (world.embassy.isMoving) return 'did nothing: the embassy is moving, which suspends it';
    if (world.embassy.status === status) return `did nothing: the departure status is ${status} already`;
    world.embassy.status = status;
    world.embassy.ordered.fire();
    return `departure status: ${status}`;
  },
  moveEmbassy: (world) => {
    if (world.embassy === undefined) return NO_EMBASSY;
    if (world.embassy.isMoving) return 'did nothing: the embassy is moving already';
    moveEmbassy(world, world.embassy);
    return 'the embassy moves to the airfield';
  },
  moveConsular: (world, { officers }) => {
    if (world.embassy === undefined) return NO_EMBASSY;
    const moved = moveConsular(world, world.embassy, officers);
    if (moved === 0) return 'did nothing: no consular officers are left at the embassy';
    return `${moved} consular officers leave the embassy`;
  },
  addOfficers: (world, { desk, officers }) => {
    const station = world.desks.get(desk)!;
    station.setServers(station.servers + officers);
    return `${officers} more officers at ${desk}`;
  },
  setOfficers: (world, { desk, officers }) => {
    world.desks.get(desk)!.setServers(officers);
    return `${officers} officers at ${desk}`;
  },
  stopFlights: (world, { flights }) => {
    const stopped = flightsOf(world, flights).filter((each) => each.isRunning);
    if (stopped.length === 0) return 'did nothing: no such commercial flights are running';
    for (const each of stopped) each.isRunning = false;
    for (const each of stopped) if (!world.fliesFrom(each.site)) leaveTerminal(world, each.site);
    return 'commercial flights stop';
  },
  startFlights: (world, { flights }) => {
    const started = flightsOf(world, flights).filter((each) => !each.isRunning);
    if (started.length === 0) return 'did nothing: no such commercial flights have stopped';
    for (const each of started) each.isRunning = true;
    return 'commercial flights start again';
  },
  beginIncident: (world, { incident }) => world.incidents.get(incident)!.begin(),
  endIncident: (world, { incident }) => world.incidents.get(incident)!.end(),
  fall: (world, { place }) => {
    const state = world.threat?.places.get(place);
    if (state === undefined || state.hasFallen) return `did nothing: ${place} has fallen already`;
    state.hasFallen = true;
    state.fallsAt = world.sim.now;
    if (state.isCapital && world.embassy !== undefined) {
      world.embassy.isOverrun = true;
      world.milestones.staffAtFall = world.embassy.inCompound;
    }
    for (const action of state.plan.actions) perform(world, action, { origin: 'threat', by: place });
    return `${state.title} falls`;
  },
};

const effectOf = (world: World, action: Action, { origin, by }: Order): string => {
  const effect = EFFECTS[action.do] as (world: World, action: Action, cause: string) => string;
  return effect(world, action, origin === 'incident' ? `incident ${by}` : BY_ORDER);
};

/** What an action does and to what, by which its luck is known: one more action of another kind, or on another thing, changes none. */
const subjectOf = ({ by: _by, reason: _reason, ...action }: Action): string =>
  Object.values(action)
    .filter((value) => typeof value === 'string')
    .join('/');

/**
 * Carries out an action now, or after its delay, and logs it when it takes effect: as an action without delay
 * at that time, so that what was logged can be ordered again and does the same.
 */
export const perform = (world: World, action: Action, order: Order): void => {
  const { sim } = world;
  const { origin, by, occasion } = order;
  const path = ['orders', origin, by, ...(occasion === undefined ? [] : [occasion]), subjectOf(action)];
  const delay = world.luck.next(path.join('/'), action.after);
  const carryOut = (): void => {
    const at = sim.now;
    const taken = { ...action, after: fixed(0) };
    const entry = { at, origin, by: action.by ?? by, action: taken, note: '' };
    const index = world.log.push(entry) - 1;
    const logged = { ...entry, note: effectOf(world, action, order) };
    world.log[index] = logged;
    world.record?.({ kind: 'action', ...logged });
    world.news.fire();
  };
  if (delay > 0) sim.at(sim.now + delay, carryOut);
  else carryOut();
};
