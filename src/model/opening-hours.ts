import type { Process } from '../kernel/index.ts';
import type { Station } from './station.ts';
import type { World } from './world.ts';

const DAY = 1440;

/** Whether a minute of the day lies within hours; hours that end before they begin run over midnight. */
export const isWithin = (minute: number, [opens, closes]: readonly [number, number]): boolean =>
  opens < closes ? opens <= minute && minute < closes : minute >= opens || minute < closes;

/** A station keeps its hours, day after day; outside them it begins no service. */
export function* keepOpeningHours(world: World, station: Station, hours: readonly [number, number]): Process {
  const { sim } = world;
  const minute = world.minuteOfDay;
  station.setOpen(isWithin(minute, hours), 'hours');
  const [first, second] = [...hours].sort((a, b) => a - b) as [number, number];
  for (let midnight = -minute; ; midnight += DAY) {
    for (const time of [first, second]) {
      const due = midnight + time;
      if (due <= 0) continue;
      yield sim.hold(Math.max(0, due - sim.now));
      // told by the hour itself, since sums of minutes may fall short of it
      station.setOpen(isWithin(time % DAY, hours), 'hours');
    }
  }
}
