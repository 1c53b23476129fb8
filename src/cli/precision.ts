import {
  createStoppingRule,
  formatCount,
  formatNumber,
  formatPercent,
  type Precision,
  type StoppingRule,
  withUnit,
} from '../analysis/index.ts';
import type { Catalogue } from '../model/index.ts';
import type { Provenance } from '../report/provenance.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { InputError } from './errors.ts';

/** A precision that is to be reached, and how far the run is. */
export interface Target {
  readonly asked: string;
  readonly precision: Precision;
  /** place of the measure in an outcome */
  readonly index: number;
  readonly rule: StoppingRule;
}

const FORM = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%|[A-Za-z][\w-]*)?\s+of\s+(\S+)$/;

/**
 * Reads `--precision` and prepares to watch for it.
 *
 * @param asked `5 % of people-out`, or `50 people of people-out`; undefined when the number of replications was given
 * @param catalogue whose measures it may name
 * @throws InputError that says what would be right
 */
export const targetOf = (asked: string | undefined, catalogue: Catalogue): Target | null => {
  if (asked === undefined) return null;
  const [, number, unit, id] = FORM.exec(asked.trim()) ?? [];
  const value = Number(number?.replaceAll(',', ''));
  if (id === undefined || !(value > 0))
    throw new InputError(
      `--precision needs a half-width and a measure, such as "5 % of people-out" or "50 of people-out", found \`${asked}\``,
    );
  const index = catalogue.measures.findIndex((one) => one.id === id);
  const spec = catalogue.measures[index];
  if (spec === undefined) {
    const known = catalogue.measures.map((one) => one.id);
    throw new InputError(`--precision: there is no measure \`${id}\`${didYouMean(id, known)}`);
  }
  const isRelative = unit === '%' || unit === 'percent';
  if (isRelative && spec.kind === 'time')
    throw new InputError(
      `--precision: ${id} is a time, of which nobody takes a percentage: give minutes, "30 min of ${id}"`,
    );
  if (unit !== undefined && !isRelative && unit !== spec.unit)
    throw new InputError(`--precision: ${id} is counted in ${spec.unit}, not in ${unit}`);
  const precision: Precision = { spec, halfWidth: isRelative ? value / 100 : value, isRelative };
  return { asked: asked.trim(), precision, index, rule: createStoppingRule(precision) };
};

/** What the record says of it. */
export const precisionRecord = (target: Target | null): Pick<Provenance, 'precision'> => {
  if (target === null) return {};
  const { isEnough, since, halfWidth } = target.rule.reached();
  return { precision: { asked: target.asked, since: isEnough ? since : null, halfWidth } };
};

/** What to tell of it; nothing when none was asked for. */
export const precisionNote = (target: Target | null): string[] => {
  if (target === null) return [];
  const { asked, precision, rule } = target;
  const { replications, isEnough, since, halfWidth, needed } = rule.reached();
  const { spec, isRelative } = precision;
  const missed = `the precision of ${asked} was not reached in ${formatCount(replications, 'replication')}`;
  if (halfWidth === null && replications < 2) return [`${missed}: an interval needs two`];
  if (halfWidth === null && isRelative)
    return [
      `${missed}: ${spec.id} is 0 in all of them, of which nothing is a percentage: give a half-width itself, "0.1 of ${spec.id}"`,
    ];
  if (halfWidth === null)
    return [`${missed}: ${spec.id} did not come in all of them, so that it has no mean`];
  const half = isRelative ? formatPercent(halfWidth) : withUnit(formatNumber(halfWidth), spec.unit);
  if (isEnough && since !== null)
    return [
      `precision: half-width ${half} of ${spec.id}; ${asked} was met after ${formatCount(since, 'replication')} and went on being met`,
    ];
  return [
    `${missed}: the half-width is ${half}; about ${formatNumber(Math.max(needed ?? 0, replications + 1))} would be needed`,
  ];
};
