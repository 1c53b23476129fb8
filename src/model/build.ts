import type { Scenario } from '../scenario/index.ts';
import { perform } from './actions.ts';
import { moveOn } from './arrival.ts';
import { buildForce } from './assembly.ts';
import { fly } from './craft.ts';
import { Crowd, gather } from './crowd.ts';
import { attend, dispatchAll } from './dispatch.ts';
import { destroy, drawDown } from './drawdown.ts';
import { Embassy, type Staff } from './embassy.ts';
import { scheduleFalls } from './falls.ts';
import { FleetState } from './fleet.ts';
import { FlightState } from './flights.ts';
import { Incident } from './incident.ts';
import { takeRoad } from './journey.ts';
import { keepOpeningHours } from './opening-hours.ts';
import { countDays, watch } from './policies.ts';
import { PopulationState } from './population.ts';
import { hearWord } from './reaction.ts';
import { RoadState } from './road.ts';
import { keepSchedule } from './schedule.ts';
import { SettingOut } from './setting-out.ts';
import { STATE } from './states.ts';
import { buildStations, consularSection, receptionOf } from './stations.ts';
import { Tally } from './tally.ts';
import { Threat } from './threat.ts';
import { planWithdrawals } from './withdrawal.ts';
import { World } from './world.ts';

/** Makes the world of one run, with every process ready to start at time zero. */
export const buildWorld = (scenario: Scenario, seed: string, eventBudget: number): World => {
  const world = new World(scenario, seed, eventBudget);
  buildRoads(world);
  buildPopulations(world);
  buildStations(world);
  buildFleets(world);
  connectFleets(world);
  for (const [id, plan] of Object.entries(scenario.tallies)) world.tallies.set(id, new Tally(world, plan));
  buildFlights(world);
  buildHavens(world);
  buildEmbassy(world);
  if (scenario.force !== undefined) world.force = buildForce(world, scenario.force);
  planWithdrawals(world);
  if (scenario.crowd !== undefined) {
    const crowd = new Crowd(world.site(scenario.crowd.site), scenario.crowd, world.luck);
    world.crowd = crowd;
    world.start('crowd', gather(world.sim, crowd, world.force));
  }
  world.force.changed.listen(() => dispatchAll(world));
  world.force.cover();
  buildThreat(world);
  buildIncidents(world);
  world.start('days', countDays(world));
  for (const [id, policy] of Object.entries(scenario.policies))
    world.start(`policy ${id}`, watch(world, id, policy));
  for (const { at, action } of scenario.timeline) {
    const minutes = world.minutes(at);
    world.sim.at(minutes, () => perform(world, action, { origin: 'timeline', by: 'timeline' }));
  }
  return world;
};

const buildRoads = (world: World): void => {
  for (const [id, road] of Object.entries(world.scenario.roads)) {
    const turnedBack = world.luck.once(`roads.${id}.turnedBack`, road.turnedBack);
    const capacity = road.capacity && world.luck.once(`roads.${id}.capacity`, road.capacity);
    world.roads.set(id, new RoadState(id, road, { turnedBack, capacity }, world.partyLuck));
  }
};

const buildPopulations = (world: World): void => {
  world.setOutAgain = (party) => {
    world.partyLuck.startTry(party);
    world.triedAgain += world.roster.size[party]!;
    takeRoad(world, party);
  };
  const plans = Object.values(world.scenario.populations);
  for (const [index, plan] of plans.entries()) {
    const group = world.roster.groups[index]!;
    const population = new PopulationState(world, plan, group);
    world.populations.set(population.id, population);
    world.populationsByGroup.push(population);
    admitPresent(world, population);
    const settingOut = new SettingOut(world, population);
    world.sim.at(Math.max(0, world.minutes(plan.notified)), () => settingOut.begin());
    if (plan.reacts !== undefined) world.start(`word to ${population.id}`, hearWord(world, population));
  }
};

/** Some are ready to board when the run starts. */
const admitPresent = (world: World, { group, site, present }: PopulationState): void => {
  if (present === 0) return;
  for (let party = group.first; party < group.first + group.parties; party++) {
    if (!world.partyLuck.isAmong(present, party, 'present')) continue;
    site.waitingArea.admit(world.roster.size[party]!);
    world.roster.move(party, STATE['waiting-area']);
    site.waiting.join(party);
  }
};

const buildFleets = (world: World): void => {
  for (const [id, plan] of Object.entries(world.scenario.fleets)) {
    const fleet = new FleetState(id, plan, {
      base: world.site(plan.base),
      pickups: plan.pickup.map((site) => world.site(site)),
      delivers: (plan.delivers ?? [plan.base]).map((site) => world.site(site)),
      sites: world.sites.size,
      until: plan.until === undefined ? Infinity : world.minutes(plan.until),
      carries: world.flags(plan.carries),
      kind: world.scenario.craft[plan.craft]!,
    });
    world.fleets.set(id, fleet);
    if (plan.sorties !== undefined)
      fleet.sortiesLeft = world.luck.whole(`fleets.${id}.sorties`, plan.sorties);
    const interval = world.luck.once(`fleets.${id}.interval`, plan.interval);
    const first = Math.max(0, world.minutes(plan.available));
    fleet.tails = world.luck.whole(`fleets.${id}.count`, plan.count);
    fleet.numbered = fleet.tails;
    for (let tail = 1; tail <= fleet.tails; tail++) {
      const at = first + (tail - 1) * interval;
      world.sim.start(fly(world, fleet, tail), { name: `${id} ${tail}`, at });
    }
  }
};

/** Craft hear of everything that may call for them, and know who else serves the same people. */
const connectFleets = (world: World): void => {
  const fleets = [...world.fleets.values()];
  for (const fleet of fleets) {
    fleet.sharing = fleets.filter((other) =>
      other.carries.some((carries, group) => carries * fleet.carries[group]! > 0),
    );
    attend(world, fleet);
  }
};

const buildFlights = (world: World): void => {
  for (const [id, plan] of Object.entries(world.scenario.flights)) {
    const flights = new FlightState(world.sim, world.luck, id, plan, world.site(plan.site));
    world.flights.set(id, flights);
    world.start(`flights ${id}`, keepSchedule(world, flights));
  }
};

const buildHavens = (world: World): void => {
  for (const site of world.sites.values()) {
    if (site.haven === undefined) continue;
    const reception = receptionOf(world, site);
    if (reception !== undefined) world.receptions.set(site.id, reception);
    world.start(`onward ${site.id}`, moveOn(world, site));
  }
};

const buildEmbassy = (world: World): void => {
  const plan = world.scenario.embassy;
  if (plan === undefined) return;
  const firstStaff = Object.keys(world.scenario.populations).length;
  const staff = Object.entries(plan.staff).map(
    ([id, each], index): Staff => ({
      id,
      group: world.roster.groups[firstStaff + index]!,
      plan: each,
      called: 0,
    }),
  );
  const officers = staff
    .filter((each) => each.plan.function === 'consular')
    .reduce((people, each) => people + each.group.people, 0);
  const embassy = new Embassy(world.sim, world.roster, world.luck, plan, {
    site: world.site(plan.site),
    staff,
    officers: consularSection(world, officers),
  });
  world.embassy = embassy;
  const { opens, closes } = plan.consular;
  world.start('consular hours', keepOpeningHours(world, embassy.officers, [opens, closes]));
  if (embassy.destruction !== undefined) world.start('destruction', destroy(world, embassy));
  world.start('drawdown', drawDown(world, embassy));
};

const buildThreat = (world: World): void => {
  const plan = world.scenario.threat;
  if (plan === undefined) return;
  const threat = new Threat(world.scenario, plan, world.luck);
  world.threat = threat;
  if (world.embassy !== undefined) {
    world.embassy.isOverrun = [...threat.places.values()].some((each) => each.isCapital && each.hasFallen);
  }
  scheduleFalls(world);
};

const buildIncidents = (world: World): void => {
  const { scenario, sim, luck } = world;
  for (const [id, plan] of Object.entries(scenario.incidents)) {
    const [from, to] = plan.between ?? [plan.at, plan.at];
    const incident = new Incident(id, plan, {
      sim,
      luck,
      span: [from === undefined ? 0 : world.minutes(from), to === undefined ? Infinity : world.minutes(to)],
      clockAtStart: world.minuteOfDay,
      horizon: scenario.window + scenario.tail,
      act: (actions, isOrdered) => {
        const order = { origin: 'incident', by: id, ...(isOrdered && { occasion: 'ordered' }) } as const;
        for (const action of actions) perform(world, action, order);
        world.news.fire();
      },
    });
    world.incidents.set(id, incident);
  }
};
