import { STATES } from './states.ts';
import type { World } from './world.ts';

/** What is wrong with a world at this instant: empty when nothing is. Every run keeps these, whatever its input. */
export const audit = (world: World): readonly string[] => [
  ...auditPeople(world),
  ...auditForce(world),
  ...auditSites(world),
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

/** Each of a unit's troops is at home, staged, inbound or on the ground. */
const auditForce = ({ force }: World): string[] =>
  force.units
    .filter((unit) => unit.home + unit.staged + unit.inbound + unit.ground !== unit.strength)
    .map((unit) => `${unit.id}: its troops do not add up to ${unit.strength}`);

/** Rooms agree with the people in them; nothing is negative; stands are given back. */
const auditSites = (world: World): string[] => {
  const wrong: string[] = [];
  for (const site of world.sites.values()) {
    const { waitingArea, processingRoom, haven, stands } = site;
    if (site.waiting.people !== waitingArea.people) {
      wrong.push(
        `${site.id}: ${waitingArea.people} people in the waiting area, ${site.waiting.people} in line there`,
      );
    }
    for (const [name, level] of [
      ['waiting area', waitingArea.reserved],
      ['processing room', processingRoom.people],
      ['processing room, reserved', processingRoom.reserved],
      ['inbound', haven?.inbound ?? 0],
      ['occupied beds', haven?.occupied ?? 0],
      ['stands', stands.inUse],
    ] as const) {
      if (level < 0) wrong.push(`${site.id}: ${name} is ${level}`);
    }
  }
  return wrong;
};
