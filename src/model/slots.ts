import type { Process } from '../kernel/index.ts';
import { minutesTo, needsSlot } from './itinerary.ts';
import { untilUsable } from './opening.ts';
import type { SiteState } from './site.ts';
import { TAIL, type Tail } from './tail.ts';
import type { World } from './world.ts';

/** Most slots that are looked at for one that lies within the hours of the site; assumed, as four days of a slot a minute. */
const MOST_SLOTS = 6000;

/** Takes the first free slot at a site, from a time on, at which the craft may land; that time where there is none. */
const reserve = (world: World, tail: Tail, site: SiteState, from: number): number => {
  const book = site.slots!;
  let at = from;
  for (let look = 0; look < MOST_SLOTS; look++) {
    const slot = book.next(at);
    const wait = untilUsable(world, tail.fleet, site, slot - world.sim.now);
    if (wait === Infinity) break;
    if (wait === 0) {
      book.take(slot);
      return slot;
    }
    at = slot + wait;
  }
  return from;
};

/** At the base: takes the first slot that it can be in time for, and waits until it must go. */
export function* awaitSlot(world: World, tail: Tail): Process {
  const { pickup } = tail.sortie!;
  if (!needsSlot(tail, pickup)) return;
  const there = minutesTo(world, tail, pickup);
  tail.slot = reserve(world, tail, pickup, world.sim.now + there);
  tail.enter(TAIL['awaiting-slot']);
  yield world.sim.hold(Math.max(0, tail.slot - there - world.sim.now));
}

/** In the air: waits for its slot, or for the next free one when it is too late; false when patience ends first. */
export function* keepSlot(world: World, tail: Tail, patience: () => number): Process<boolean> {
  const { now } = world.sim;
  const { pickup } = tail.sortie!;
  if (!needsSlot(tail, pickup)) return true;
  if (now > tail.slot + pickup.slots!.window) tail.slot = reserve(world, tail, pickup, now);
  const wait = Math.max(0, tail.slot - now);
  const left = patience();
  tail.enter(TAIL['awaiting-slot']);
  if (wait > 0) yield world.sim.hold(Math.min(wait, left));
  return wait <= left;
}
