import { formatNumber, type Interval, pairedDifference } from '../../src/analysis/index.ts';
import { compile } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { row, withTable } from '../support/docs/checks.ts';
import { textOf } from '../support/files.ts';
import { ASSUMPTIONS, type Assumption } from './assumptions.ts';

const FILE = 'scenarios/kabul-airlift.yaml';
/** Of every plan, on the same random futures; enough for intervals much narrower than the largest changes. */
export const REPLICATIONS = 6;

/** What becomes of the total at both ends of an assumption. */
export interface Moved {
  readonly assumption: Assumption;
  /** by replication: with the file as it is, and at either end */
  readonly base: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const totals = (set: readonly string[]): readonly number[] => {
  const { scenario, name } = loadScenario(FILE, { read: textOf, set });
  const model = compile(scenario, name);
  const out = model.catalogue.measures.findIndex(({ id }) => id === 'people-out');
  return Array.from(
    { length: REPLICATIONS },
    (_, replication) => model.run({ seed: '1', replication }).measures[out]!,
  );
};

/** Mean of the differences between two plans on the same futures, with its 95 % interval. */
const changeOf = (from: readonly number[], to: readonly number[]): Interval => {
  const { difference, low, high } = pairedDifference('count', from, to);
  return { estimate: difference!, low: low!, high: high! };
};

/** How far an assumption can move the total: from the file's value to either end, or from end to end. */
const reachOf = ({ base, low, high }: Moved): number =>
  Math.max(
    ...[changeOf(base, low), changeOf(base, high), changeOf(low, high)].map(({ estimate }) =>
      Math.abs(estimate),
    ),
  );

/**
 * Moves one assumption at a time to either end, on the same random futures.
 *
 * @param told of every assumption as it is done
 */
export const moveAll = (told: (moved: Moved) => void = () => {}): readonly Moved[] => {
  const base = totals([]);
  return ASSUMPTIONS.map((assumption) => {
    const moved = { assumption, base, low: totals(assumption.low.set), high: totals(assumption.high.set) };
    told(moved);
    return moved;
  });
};

/** How many stand in the table of the page. */
const SHOWN = 10;

const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${formatNumber(Math.abs(Math.round(value / 100) * 100))}`;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const withInterval = ({ estimate, low, high }: Interval): string =>
  `${signed(estimate)} (${signed(low)} to ${signed(high)})`;

const lineOf = ({ assumption, base, low, high }: Moved, index: number): string => {
  const total = mean(base);
  return row([
    String(index + 1),
    assumption.what,
    assumption.base,
    `${assumption.low.text} … ${assumption.high.text}`,
    signed(mean(low) - total),
    signed(mean(high) - total),
    withInterval(changeOf(low, high)),
    assumption.from,
  ]);
};

/** Fills the tables of a page. */
export const withSensitivity = (page: string, all: readonly Moved[]): string => {
  const moved = all.toSorted((a, b) => reachOf(b) - reachOf(a));
  const table = [
    row([
      '#',
      'assumption',
      'in the file',
      'low … high',
      'at low',
      'at high',
      'from low to high (95 %)',
      'from',
    ]),
    row(['--:', '---', '---', '---', '--:', '--:', '--:', '---']),
    ...moved.slice(0, SHOWN).map(lineOf),
  ].join('\n');
  const others = moved.slice(SHOWN).map(({ assumption }) => assumption.what);
  const rest = `Moved less than these: ${others.join('; ')}.`;
  const mark = 'sensitivity kabul-airlift';
  return withTable(withTable(page, mark, table), `${mark}, others`, rest);
};
