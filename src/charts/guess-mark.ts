import { formatPercent } from '../analysis/format.ts';
import { type LocalClock, localTime } from '../analysis/time.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import { whole } from './text.ts';

/** The mark of a guess, in words of its measure. */
export function guessMark(
  guess: number,
  spec: Pick<MeasureSpec, 'kind'>,
  clock: LocalClock,
): { readonly at: number; readonly label: string } {
  return { at: guess, label: `the guess: ${written(spec, guess, clock)}` };
}

/** A value in words of its measure. */
export const written = (spec: Pick<MeasureSpec, 'kind'>, value: number, clock: LocalClock): string => {
  if (spec.kind === 'time') return localTime(clock, value);
  if (spec.kind === 'share' || spec.kind === 'indicator') return formatPercent(value);
  return Math.abs(value) < 10 && !Number.isInteger(value) ? value.toFixed(1) : whole(value);
};
