import { type Process, Signal } from '../kernel/index.ts';
import { fixed, type Force as Plan } from '../scenario/index.ts';
import { Departure } from './departure.ts';
import type { Unit } from './force.ts';
import type { World } from './world.ts';

type WithdrawPlan = NonNullable<Plan['units'][string]['withdraw']>;

/** What a unit without a plan of its own does when it is ordered out: all at once, with any craft of its nation. */
const AT_ONCE: WithdrawPlan = {
  interval: fixed(0),
  order: 1,
  seatsPerTroop: fixed(1),
  boards: 'first',
};

/** Starts the withdrawals that are planned. */
export const planWithdrawals = (world: World): void => {
  for (const unit of world.force.units) {
    const plan = world.scenario.force?.units[unit.id]?.withdraw;
    if (plan !== undefined) prepare(world, unit, plan);
  }
};

/** Orders a unit out now; gives back what happened. */
export const withdrawUnit = (world: World, id: string): string => {
  const unit = world.force.units.find((each) => each.id === id)!;
  if (unit.isWithdrawing) return `did nothing: ${id} is withdrawing already`;
  if (!world.withdrawals.has(id)) prepare(world, unit, AT_ONCE);
  world.withdrawals.get(id)!.order();
  return `withdrawal of ${id} begins`;
};

const prepare = (world: World, unit: Unit, plan: WithdrawPlan): void => {
  const { sim, luck } = world;
  const path = `force.units.${unit.id}.withdraw`;
  const stated = plan.from === undefined ? Infinity : world.minutes(plan.from);
  const departure = new Departure(sim, luck, `${path}.from`, { stated, late: fixed(0) });
  unit.lift = {
    order: plan.order,
    to: plan.to,
    fleets: plan.carriedBy,
    seatsPerTroop: luck.once(`${path}.seatsPerTroop`, plan.seatsPerTroop),
    boardsFirst: plan.boards === 'first',
  };
  world.withdrawals.set(unit.id, departure);
  world.start(`withdrawal of ${unit.id}`, withdraw(world, unit, plan));
};

/** A unit leaves: nobody more comes, and its serials are called forward after those of units that go before it. */
function* withdraw(world: World, unit: Unit, plan: WithdrawPlan): Process {
  const { sim, luck, force } = world;
  const interval = luck.once(`force.units.${unit.id}.withdraw.interval`, plan.interval);
  const moved = new Signal(sim);
  yield* world.withdrawals.get(unit.id)!.begins();
  force.changed.listen(() => moved.fire());
  force.beginWithdrawal(unit);
  world.sent.delete(unit.id);
  for (;;) {
    while (unit.ground === 0 || force.isPreceded(unit)) {
      if (unit.ground === 0 && unit.inbound === 0) return;
      yield moved.wait();
    }
    const serial = plan.serial ?? world.scenario.force!.units[unit.id]!.serial;
    force.callForward(unit, Math.min(serial, unit.ground));
    world.site(unit.site).announce();
    yield sim.hold(interval);
  }
}
