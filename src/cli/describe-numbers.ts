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
  /** once for a run, or anew for every party, sortie … */
  readonly drawnFor: ScenarioNumber['drawnFor'];
}

/** Digits of a resolved number; assumed, because means are compared and not computed with. */
const DIGITS = 3;

/** Minutes from which a duration is told in hours. */
const HOURS_FROM = 120;

const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

const amountText = (dimension: ScenarioNumber['dimension'], value: number): string => {
  if (dimension === 'duration' && value >= HOURS_FROM) return `${rounded(value / 60)} h`;
  return writeQuantity(dimension, fixed(rounded(value)));
};

/** The numbers of a scenario that are drawn, with their means and ranges. */
export const randomNumbers = (numbers: readonly ScenarioNumber[]): readonly RandomNumber[] =>
  numbers
    .filter(({ value }) => value.kind !== 'fixed')
    .map(({ path, written, dimension, value, drawnFor }) => {
      const draw = quantile(value);
      return {
        path,
        written,
        mean: amountText(dimension, mean(value)),
        low: amountText(dimension, draw(0.1)),
        high: amountText(dimension, draw(0.9)),
        drawnFor,
      };
    });

/** Numbers of entries of one section that say the same: their key of the section is a star. */
export interface Alike extends RandomNumber {
  readonly numbers: number;
}

/** Brings together the same number of several entries of a section, where they are drawn alike. */
export const alike = (numbers: readonly RandomNumber[]): readonly Alike[] => {
  const groups = new Map<string, RandomNumber[]>();
  for (const number of numbers) {
    const [section, , ...rest] = number.path.split('.');
    const key = JSON.stringify([section, rest, { ...number, path: '', written: '' }]);
    groups.set(key, [...(groups.get(key) ?? []), number]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [RandomNumber];
    const [section, , ...rest] = first.path.split('.');
    const path = group.length === 1 ? first.path : [section, '*', ...rest].join('.');
    return { ...first, path, numbers: group.length };
  });
};
