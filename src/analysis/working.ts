import { formatCount } from '../analysis/format.ts';
import { mean } from '../kernel/index.ts';
import { type Fleet, minutesAfterStart, type Scenario } from '../scenario/index.ts';

/** Local hours of the day, in minutes after midnight; past midnight where the first is the later. */
export type Hours = readonly [from: number, to: number];

const DAY = 1440;

const isIn = (minute: number, [from, to]: Hours): boolean =>
  from <= to ? from <= minute && minute < to : minute >= from || minute < to;

/** Minutes between two times after the start that lie within all of these hours. */
const minutesWithin = (
  { start }: Scenario,
  hours: readonly (Hours | undefined)[],
  span: readonly [from: number, to: number],
): number => {
  const long = Math.max(0, span[1] - span[0]);
  const all = hours.filter((each) => each !== undefined);
  if (all.length === 0) return long;
  const first = (((start.civil + Math.ceil(span[0])) % DAY) + DAY) % DAY;
  const days = Math.floor(long / DAY);
  let [open, rest] = [0, 0];
  for (let minute = 0; minute < DAY; minute++) {
    if (!all.every((each) => isIn((first + minute) % DAY, each))) continue;
    open += 1;
    if (minute < long - days * DAY) rest += 1;
  }
  return Math.min(long, days * open + rest);
};

/**
 * Share of the window, 0 to 1, that lies within all of these hours.
 *
 * @param hours those that are absent are around the clock
 */
export const shareWithin = (scenario: Scenario, hours: readonly (Hours | undefined)[]): number =>
  minutesWithin(scenario, hours, [0, scenario.window]) / scenario.window;

/** Hours in which craft may land and take off at a site. */
export const siteHours = (
  { operates, visual, daylight }: Scenario['sites'][string],
  isDayOnly = false,
): readonly (Hours | undefined)[] => [operates, visual || isDayOnly ? daylight : undefined];

/** What the calendar leaves of a fleet: by how much its rate falls, and why. */
export interface Working {
  /** share of the rate of craft that are always there and may always fly, 0 to 1 */
  readonly share: number;
  /** sorties of the whole fleet at most */
  readonly sorties: number;
  readonly why: readonly string[];
}

/**
 * What dates and hours leave of a fleet: its craft join one after another, may be launched and land in some hours only, and
 * may have a limit of sorties. Those that join within a cycle of the first only space it out; one whose cycle is a day or
 * longer waits for its hours on the way. Neither loses anything.
 *
 * @param cycle minutes from launch to launch
 */
export const workingOf = (scenario: Scenario, fleet: Fleet, pickup: string, cycle: number): Working => {
  const { window, sites, craft } = scenario;
  const isDayOnly = craft[fleet.craft]!.flies === 'day';
  const hours = [
    fleet.hours,
    ...siteHours(sites[fleet.base]!, isDayOnly),
    ...siteHours(sites[pickup]!, isDayOnly),
  ];
  const interval = mean(fleet.interval);
  const first = Math.max(0, minutesAfterStart(scenario, fleet.available));
  const end = Math.min(window, fleet.until === undefined ? window : minutesAfterStart(scenario, fleet.until));
  const count = Math.max(1, Math.round(mean(fleet.count)));
  const isEverOpen = shareWithin(scenario, hours) > 0;
  let minutes = 0;
  for (let tail = 0; tail < count; tail++) {
    const joins = Math.min(end, first + Math.max(0, tail * interval - cycle));
    const open = minutesWithin(scenario, hours, [joins, end]);
    minutes += isEverOpen ? Math.max(open, (end - joins) * Math.min(1, cycle / DAY)) : 0;
  }
  const share = Math.max(0, minutes) / (count * window);
  const sorties = fleet.sorties === undefined ? Infinity : mean(fleet.sorties);
  return {
    share,
    sorties,
    why: [
      ...(share < 1 ? [`at work ${Math.round(100 * share)} % of the time`] : []),
      ...(sorties < Infinity ? [`at most ${formatCount(sorties, 'sortie')}`] : []),
    ],
  };
};
