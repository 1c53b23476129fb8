import type { Process } from '../kernel/index.ts';
import type { Force as Plan } from '../scenario/index.ts';
import { Departure } from './departure.ts';
import { Force, type Task, type Unit } from './force.ts';
import type { World } from './world.ts';

/** Builds the force from its plan, and starts the units that are still to come. */
export const buildForce = (world: World, plan: Plan): Force => {
  const { luck } = world;
  const units = Object.entries(plan.units).map(([id, unit]): Unit => {
    const strength = luck.whole(`force.units.${id}.troops`, unit.troops);
    const { nation, site, from, priority, present } = unit;
    const ground = present ? strength : 0;
    return {
      id,
      nation,
      site,
      from,
      priority,
      strength,
      home: strength - ground,
      staged: 0,
      inbound: 0,
      ground,
      leaving: 0,
      aboard: 0,
      outbound: 0,
      withdrawn: 0,
      isWithdrawing: false,
      lift: undefined,
    };
  });
  const tasks = Object.entries(plan.tasks).map(([id, task]): Task => taskOf(world, id, task));
  const force = new Force(units, tasks, luck.whole('force.hostForces', plan.hostForces));
  for (const unit of units) {
    if (unit.home === 0) continue;
    const { ready, delay: late } = plan.units[unit.id]!;
    const when = { stated: world.minutes(ready), late };
    world.sent.set(unit.id, new Departure(world.sim, luck, `force.units.${unit.id}.delay`, when));
    world.start(`unit ${unit.id}`, assemble(world, force, unit, plan.units[unit.id]!));
  }
  return force;
};

const taskOf = (world: World, id: string, plan: Plan['tasks'][string]): Task => {
  const runway = plan.runway === undefined ? undefined : world.site(plan.runway).runway;
  const gates = plan.gates.map((gate) => world.gates.get(gate)!);
  const perLane =
    plan.troopsPerLane && world.luck.whole(`force.tasks.${id}.troopsPerLane`, plan.troopsPerLane);
  return {
    id,
    site: plan.site,
    troops: world.luck.whole(`force.tasks.${id}.troops`, plan.troops),
    priority: plan.priority,
    perimeter: plan.perimeter,
    troopsPerLane: perLane && Math.max(1, perLane),
    gates,
    covers: [
      ...gates,
      ...plan.desks.map((desk) => world.desks.get(desk)!),
      ...(runway === undefined ? [] : [runway]),
    ],
    fleets: plan.fleets,
    given: 0,
    isCovered: false,
  };
};

/** A unit's serials become ready one after another: to be lifted, or on the ground where they need no lift. */
function* assemble(world: World, force: Force, unit: Unit, plan: Plan['units'][string]): Process {
  const { sim, luck } = world;
  const interval = luck.once(`force.units.${unit.id}.interval`, plan.interval);
  yield* world.sent.get(unit.id)!.begins();
  world.sent.delete(unit.id);
  while (unit.home > 0 && !unit.isWithdrawing) {
    const troops = Math.min(plan.serial, unit.home);
    if (unit.from === undefined) force.arrive(unit, troops);
    else {
      force.stage({ unit, troops });
      world.site(unit.site).announce();
    }
    yield sim.hold(interval);
  }
}
