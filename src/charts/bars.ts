import { translucent } from './palette.ts';
import type { Dataset } from './spec.ts';

/** Thickness in logical pixels of a bar that has a whisker: less than the whisker's caps, so that both are seen. */
const SLIM = 8;
/** How solid a bar is behind its whisker, so that the whisker's lower half is seen on it. */
const FAINT = 0.4;
/** Thickness of a bar alone. */
const STOUT = 18;

/** What every bar of a row is told. */
interface Placed {
  /** the row, from 0 at the top */
  readonly index: number;
  readonly hex: string;
  readonly label: string;
}

/** A bar from nothing to its end, on the scale of the rows. */
export const bar = ({ index, hex, label }: Placed, end: number, thickness: number = STOUT): Dataset => ({
  label,
  group: label,
  role: 'dot',
  data: [{ x: end, y: index, low: Math.min(0, end), high: Math.max(0, end) }],
  borderColor: hex,
  backgroundColor: hex,
  pointRadius: 0,
  bars: 'x',
  barWidth: thickness,
});

/** A bar from nothing to an estimate, and its whisker, both on the scale of the rows. */
export const barAndWhisker = (
  placed: Placed,
  estimate: number,
  [low, high]: readonly [number, number],
): readonly Dataset[] => {
  const { barWidth: _, ...thin } = bar(placed, estimate, SLIM);
  return [
    bar({ ...placed, hex: translucent(placed.hex, FAINT) }, estimate, SLIM),
    { ...thin, data: [{ x: estimate, y: placed.index, low, high }], pointRadius: 5 },
  ];
};
