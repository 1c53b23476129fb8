import { mean, quantile } from '../kernel/index.ts';
import { fixed, type ScenarioNumber, writeQuantity } from '../scenario/index.ts';

/** A number that is drawn, as people read it. */
export interface RandomNumber {
  readonly path: string;
  readonly written: string;
  readonly mean: string;
  /** what one draw in ten falls below, and one in ten exceeds */
  readonly low: string;
  readonly high: string;
  /** once for a run, or anew for every party, sortie, order */
  readonly isDrawnAnew: boolean;
}

/** Digits of a resolved number; assumed, because means are compared and not computed with. */
const DIGITS = 3;

/** The numbers of a scenario that are drawn, with their means and ranges. */
export const randomNumbers = (numbers: readonly ScenarioNumber[]): readonly RandomNumber[] =>
  numbers
    .filter(({ value }) => value.kind !== 'fixed')
    .map(({ path, written, dimension, value, isDrawnAnew }) => {
      const at = (amount: number): string =>
        writeQuantity(dimension, fixed(Number(amount.toPrecision(DIGITS))));
      const draw = quantile(value);
      return { path, written, mean: at(mean(value)), low: at(draw(0.1)), high: at(draw(0.9)), isDrawnAnew };
    });
