import { countAxis } from './frame.ts';
import type { Axis, Panel } from './spec.ts';

/** Room left free above the levels of a panel, so that panels do not touch. */
const AIR = 1.28;
/** The same where the axes have a number at both ends, so that the lowest of one is told from the highest of the next. */
const AIR_FOR_NUMBERS = 1.45;
/** Most panels whose axes have more numbers than one. */
const ROOMY = 3;

/** A panel before it is given its place: its words, how high it reaches, and how it writes its numbers. */
export interface Strip {
  readonly panel: Panel;
  /** highest level to be shown, above 0 */
  readonly most: number;
  readonly write: 'count' | 'share';
  /** height against the other panels; 1 unless told */
  readonly weight?: number;
}

/**
 * The axes of panels one above the other, the first one on top.
 *
 * @param strips one or more
 */
export function panelAxes(strips: readonly Strip[]): Readonly<Record<string, Axis>> {
  // Chart.js stacks the first axis at the bottom.
  return Object.fromEntries(
    strips.toReversed().map((strip) => [strip.panel.axis, axisOf(strip, strips.length)]),
  );
}

function axisOf({ most, write, weight = 1 }: Strip, panels: number): Axis {
  const { title: _, ...axis } = countAxis('');
  const middle = most >= 4 && most % 2 === 0 && write === 'count' ? [most / 2] : [];
  return {
    ...axis,
    stack: 'panels',
    stackWeight: weight,
    min: 0,
    max: most * (panels <= ROOMY ? AIR_FOR_NUMBERS : AIR),
    ticksAt: panels <= ROOMY ? [0, ...middle, most] : [most],
    write,
  };
}

/**
 * The next number of one digit, or of a digit and a half, that is not below a level: 1, 2, 3, 4, 5, 6, 8, 10, 15, 20 …
 *
 * @param level 0 or more
 * @example
 * roundUp(938) // => 1000
 * roundUp(0) // => 1
 */
export function roundUp(level: number): number {
  if (level <= 1) return 1;
  let power = 1;
  while (power * 10 < level) power *= 10;
  const digit = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= level) ?? 10;
  return Math.ceil(digit * power);
}
