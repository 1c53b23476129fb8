import type { FleetState } from './fleet.ts';
import { troopsOf } from './force.ts';
import type { SiteState } from './site.ts';
import { OUT_STATES, SAFE_STATES, STATE, STATES, type State } from './states.ts';
import { TAIL, TAIL_STATES } from './tail.ts';
import type { World } from './world.ts';

/** What is wrong with a world at this instant: empty when nothing is. Every run keeps these, whatever its input. */
export const audit = (world: World): readonly string[] => [
  ...auditPeople(world),
  ...auditCounts(world),
  ...auditForce(world),
  ...auditLifted(world),
  ...[...world.sites.values()].flatMap(auditSite),
  ...auditPlaces(world),
  ...auditFleets(world),
];

/** Each person is in exactly one state, and the ledger agrees with the rows. */
const auditPeople = ({ roster }: World): string[] => {
  const wrong: string[] = [];
  const counted = new Float64Array(STATES.length);
  for (let party = 0; party < roster.parties; party++) counted[roster.state[party]!]! += roster.size[party]!;
  let total = 0;
  for (const [state, name] of STATES.entries()) {
    total += roster.count(state);
    if (roster.count(state) !== counted[state]) {
      wrong.push(`${name}: the ledger says ${roster.count(state)} people, the rows say ${counted[state]}`);
    }
  }
  if (total !== roster.people) wrong.push(`${total} people in all states together, of ${roster.people}`);
  return wrong;
};

/** Who is counted as out or safe is in a state of those. */
const auditCounts = ({ roster }: World): string[] =>
  roster.groups.flatMap(({ id, index }) => {
    const among = (states: readonly State[]): number =>
      states.reduce((people, state) => people + roster.count(STATE[state], index), 0);
    const out = among(OUT_STATES);
    const safe = among(SAFE_STATES);
    if (out === roster.out[index] && safe === roster.safe[index]) return [];
    return [
      `${id}: ${roster.out[index]} out and ${roster.safe[index]} safe, but ${out} and ${safe} in such states`,
    ];
  });

/** Each of a unit's troops is at home, staged, inbound or on the ground; no task is covered after one that is not. */
const auditForce = ({ force }: World): string[] => {
  const wrong = force.units
    .filter((unit) => {
      const { home, staged, inbound, ground, leaving, aboard, outbound, withdrawn } = unit;
      const places = [home, staged, inbound, ground, leaving, aboard, outbound, withdrawn];
      return places.reduce((sum, each) => sum + each, 0) !== unit.strength || Math.min(...places) < 0;
    })
    .map((unit) => `${unit.id}: its troops do not add up to ${unit.strength}`);
  return [...wrong, ...auditTasks(force)];
};

/** Troops on their way out are on craft, and on no more seats than these have. */
const auditLifted = ({ force, fleets }: World): string[] => {
  const wrong: string[] = [];
  let lifted = 0;
  for (const fleet of fleets.values()) {
    for (const { sortie, seats, troopSeats } of fleet.joined) {
      if (sortie === undefined) continue;
      const troops = troopsOf(sortie.troops);
      lifted += troops;
      if (troops > troopSeats || sortie.people + sortie.troopSeats > Math.max(seats, sortie.people) + 1e-6) {
        wrong.push(`${fleet.id}: ${sortie.people} people and ${troops} troops on ${seats} seats`);
      }
    }
  }
  const outbound = force.units.reduce((sum, unit) => sum + unit.aboard + unit.outbound, 0);
  if (lifted !== outbound) wrong.push(`${outbound} troops on their way out, but ${lifted} on craft`);
  return wrong;
};

/** Tasks have been given the troops on the ground in strict order, and no more than there are. */
const auditTasks = ({ tasks, units }: World['force']): string[] => {
  const wrong: string[] = [];
  const left = new Map<string, number>();
  for (const { site, ground } of units) left.set(site, (left.get(site) ?? 0) + ground);
  for (const task of tasks) {
    const { site, isCovered, given, troops, troopsPerLane, gates } = task;
    const free = left.get(site) ?? 0;
    if (isCovered !== free >= troops) wrong.push(`${task.id}: covered is ${isCovered}, ${free} left`);
    const lanes = gates.reduce((sum, gate) => sum + gate.servers, 0);
    const whole = troops + lanes * (troopsPerLane ?? 0);
    const isPart = isCovered && (given === whole || troopsPerLane !== undefined);
    if (given !== 0 && !(isPart && given <= Math.min(free, whole))) {
      wrong.push(`${task.id}: given ${given} of ${free} troops`);
    }
    left.set(site, given < whole ? -Infinity : free - given);
  }
  return wrong;
};

/** Rooms agree with the people in them; nothing is negative; nothing is fuller than it may be. */
const auditSite = (site: SiteState): string[] => {
  const { waitingArea, processingRoom, haven, stands, pads, parking, fuelPoints, runway } = site;
  const levels = [
    ['waiting area, in line and in the room', waitingArea.people, site.waiting.people, site.waiting.people],
    [
      'waiting area, with those on their way',
      waitingArea.people + waitingArea.reserved,
      0,
      waitingArea.ceiling,
    ],
    ['waiting area, reserved', waitingArea.reserved, 0, Infinity],
    ['processing room', processingRoom.people + processingRoom.reserved, 0, processingRoom.ceiling],
    ['processing room, in line', site.processing.people, 0, processingRoom.people],
    ['processing room, reserved', processingRoom.reserved, 0, Infinity],
    ['beds, with those under way', (haven?.occupied ?? 0) + (haven?.inbound ?? 0), 0, haven?.ceiling ?? 0],
    ['beds occupied', haven?.occupied ?? 0, site.arrivals.people + site.residents.people, Infinity],
    ['inbound', haven?.inbound ?? 0, 0, Infinity],
    ['stands', stands.inUse, 0, site.ceilingOf(stands)],
    ['pads', pads.inUse, 0, site.ceilingOf(pads)],
    ['parking', parking?.inUse ?? 0, 0, parking === undefined ? 0 : site.ceilingOf(parking)],
    ['fuel points', fuelPoints.inUse, 0, site.ceilingOf(fuelPoints)],
    ['runway, movements at once', runway?.track.inUse ?? 0, 0, 1],
  ] as const;
  return levels
    .filter(([, level, least, most]) => !(level >= least && level <= most))
    .map(
      ([name, level, least, most]) =>
        `${site.id}: ${name}: ${level}, which is not within ${least} and ${most}`,
    );
};

/** All places together hold the people who are in the states of such places. */
const auditPlaces = ({ roster, sites }: World): string[] => {
  const total = (of: (site: SiteState) => number): number =>
    [...sites.values()].reduce((people, site) => people + of(site), 0);
  const inStates = (...states: readonly State[]): number =>
    states.reduce((people, state) => people + roster.count(STATE[state]), 0);
  const pairs = [
    ['outside the gates', total((site) => site.outside.people), inStates('outside-gate')],
    ['at terminals', total((site) => site.terminal.people), inStates('terminal')],
    ['in processing rooms', total((site) => site.processingRoom.people), inStates('processing')],
    ['in waiting areas', total((site) => site.waiting.people), inStates('waiting-area', 'called-forward')],
    [
      'in beds',
      total(({ haven }) => (haven?.occupied ?? 0) - (haven?.boarding ?? 0)),
      inStates('reception', 'in-haven'),
    ],
    ['received', total((site) => site.residents.people), inStates('in-haven')],
  ] as const;
  return pairs
    .filter(([, there, states]) => there !== states)
    .map(([name, there, states]) => `${name}: ${there} people, but ${states} in such states`);
};

/** Every craft has spent each minute since it joined in exactly one tail state. */
const auditTails = ({ id, joined, idle }: FleetState, now: number): string[] => {
  const wrong: string[] = [];
  for (const [index, tail] of joined.entries()) {
    let spent = 0;
    for (const state of TAIL_STATES) spent += tail.minutesIn(TAIL[state]);
    const there = (tail.isTakenOut ? tail.since : now) - tail.joined;
    if (Math.abs(spent - there) > 1e-6)
      wrong.push(`${id} ${index + 1}: ${spent} of ${there} minutes accounted for`);
  }
  if (idle.some(({ state }) => !IDLE.has(state))) wrong.push(`${id}: an idle craft is busy`);
  return wrong;
};

/** Tail states of craft that are ready at their base. */
const IDLE: ReadonlySet<number> = new Set(
  (['not-wanted', 'stood-down', 'launch-stop', 'no-road', 'closed'] as const).map((state) => TAIL[state]),
);

/** Nobody flies on a seat that is not there, and seats under way are those of craft under way. */
const auditFleets = ({ fleets, crowd, sim }: World): string[] => {
  const wrong: string[] = [];
  for (const fleet of fleets.values()) {
    const { id, committed, total, tails, surplus } = fleet;
    if (committed.some((seats) => seats < 0)) wrong.push(`${id}: fewer than no seats under way`);
    if (total.people > total.seats) wrong.push(`${id}: ${total.people} people on ${total.seats} seats`);
    wrong.push(...auditTails(fleet, sim.now));
    if (tails < surplus || surplus < 0) wrong.push(`${id}: ${surplus} of ${tails} craft to be taken out`);
  }
  if (crowd !== undefined && !(crowd.people >= 0 && crowd.people < Infinity)) {
    wrong.push(`a crowd of ${crowd.people}`);
  }
  return wrong;
};
