import {
  fewRuns,
  formatAlike,
  formatCount,
  formatInterval,
  formatNumber,
  formatPercent,
  formatValue,
  localTime,
  type MeasureSummary,
  type ObservedPoint,
  observedKind,
  observedWhen,
  type Summary,
} from '../analysis/index.ts';
import { tellingSpans } from '../charts/binding.ts';
import { NOTICE } from '../charts/frame.ts';
import type { Catalogue, MeasureSpec } from '../model/index.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** Whether the numbers or the label tell the unit already. */
const isTold = ({ label, unit, kind }: MeasureSpec): boolean =>
  (kind !== 'count' && kind !== 'hours') ||
  unit === 'people' ||
  label.toLowerCase().includes(unit.toLowerCase());

/** A measure's label, with its unit where nothing else tells it; the indent of a part below its whole is kept. */
export const labelled = (spec: MeasureSpec): string => {
  const indent = /^ */.exec(spec.label)![0];
  return `${indent}${plainText(isTold(spec) ? spec.label : `${spec.label}, ${spec.unit}`)}`;
};

/** A local time as short as it can be: weekday and clock, which within a week name one instant. */
const shortTime = (catalogue: Catalogue, minutes: number): string =>
  catalogue.horizon < 7 * 24 * 60
    ? `${localTime(catalogue, minutes, 'day').slice(0, 3)} ${localTime(catalogue, minutes, 'clock')}`
    : localTime(catalogue, minutes).slice(4);

/** A time's mean with the half-width of its interval, or how often it came where it did not always come. */
const timeEstimate = (catalogue: Catalogue, one: MeasureSummary): string => {
  if (one.happened === 0) return 'in no run';
  if (one.mean === null)
    return `in ${formatPercent(one.happened)} of runs (${percents(one.happenedLow, one.happenedHigh)})`;
  const half = one.high === null ? '' : ` ± ${formatNumber((one.high - one.mean) / 60, 1)} h`;
  return `${shortTime(catalogue, one.mean)}${half}`;
};

/** Two percentages, one sign. */
const percents = (low: number, high: number): string =>
  `${formatPercent(low).replace(/ %$/, '')} to ${formatPercent(high)}`;

/** The estimate of a measure with its 95 % interval. */
const estimate = (catalogue: Catalogue, one: MeasureSummary): string => {
  const { spec, mean, low, high } = one;
  if (spec.kind === 'time') return timeEstimate(catalogue, one);
  if (mean === null) return 'not known';
  const isShare = spec.kind === 'share' || spec.kind === 'indicator';
  if (low === null || high === null) return isShare ? formatPercent(mean) : formatNumber(mean);
  return isShare ? `${formatPercent(mean)} (${percents(low, high)})` : formatInterval(mean, low, high);
};

/** How far single runs spread, from the 5 % to the 95 % quantile. */
const spread = (catalogue: Catalogue, { spec, n, p05, p95, min, max, happened }: MeasureSummary): string => {
  if (n === 1) return '';
  if (spec.kind === 'indicator' || (spec.kind === 'time' && happened === 0)) return '';
  if (spec.kind === 'time') {
    const [from, to] = [p05, p95].map((one) => (one === null ? 'never' : shortTime(catalogue, one)));
    return `${from} to ${to}`;
  }
  if (p05 === null || p95 === null) return '';
  if (min === max) return 'always the same';
  if (spec.kind === 'share') return percents(p05, p95);
  const [from, to] = formatAlike([p05, p95]);
  return `${from} to ${to}`;
};

/** Title, question, and what the numbers are. */
const heading = ({ catalogue, replications, seed, size }: Summary, colours: Colours): string => {
  const runs = formatCount(replications, 'replication');
  const { people, parties, events } = size;
  const end = `${localTime(catalogue, catalogue.window)} ${catalogue.zone}`;
  return [
    colours.bold(paragraph(`${catalogue.title} (${catalogue.name})`)),
    paragraph(catalogue.question),
    '\n',
    paragraph(
      `${runs}, seed ${seed}; read at ${end}, ${formatNumber(catalogue.window / 60)} hours after the start`,
    ),
    paragraph(
      `each run: ${formatCount(people, 'person', 'people')} in ${formatCount(parties, 'party', 'parties')}, ${formatCount(events, 'event')}`,
    ),
  ].join('');
};

/** Sections in the order in which they first come. */
export const bySection = <T extends { readonly spec: MeasureSpec }>(
  measures: readonly T[],
): Map<string, T[]> => {
  const sections = new Map<string, T[]>();
  for (const one of measures)
    sections.set(one.spec.section, [...(sections.get(one.spec.section) ?? []), one]);
  return sections;
};

/** All headlines in one table, so that its columns stand below each other, cut into sections. */
const headlines = ({ catalogue, measures }: Summary, colours: Colours): string => {
  const sections = [...bySection(measures.filter(({ spec }) => spec.headline))];
  const rows = sections.flatMap(([, each]) =>
    each.map((one) => [labelled(one.spec), estimate(catalogue, one), spread(catalogue, one)]),
  );
  if (rows.length === 0) return '';
  const [title, ...texts] = table([['', 'mean (95 % interval)', 'runs, 5 % to 95 %'], ...rows]);
  let next = 0;
  const blocks = sections.map(([name, each]) => {
    const lines = texts.slice(next, next + each.length).join('');
    next += each.length;
    return `${colours.bold(plainText(name))}\n${lines}`;
  });
  const isApart = measures.some((one) => one.spec.headline && one.n > 1 && fewRuns(one) !== '');
  const apart = isApart
    ? `\n${paragraph('Where a mean lies outside its runs, a few runs far from the others make it.')}`
    : '';
  return `${colours.dim(title!)}${blocks.join('\n')}${apart}`;
};

/** What was recorded in the world, beside what the runs gave. */
const observed = ({ catalogue, observations }: Summary, colours: Colours): string => {
  if (observations.length === 0) return '';
  const points = observations.map((point) => observation(catalogue, point, colours));
  return `\n${colours.bold('Beside what was recorded')}\n${points.join('')}`;
};

/** What stands behind the label: when, or which measure; and what the point is for, if anything but a comparison. */
const subject = (catalogue: Catalogue, point: ObservedPoint): string => {
  const what = observedWhen(catalogue, point);
  return point.use === 'check' ? `(${what})` : `(${what}; ${point.use})`;
};

/** Writes numbers of an observation as its measure asks for; levels of a series as numbers that stand together. */
const written = (
  catalogue: Catalogue,
  point: ObservedPoint,
  values: readonly (number | null)[],
): readonly string[] => {
  const kind = observedKind(catalogue, point);
  const isPlain = kind === 'count' || kind === 'hours';
  const known = values.filter((value) => value !== null);
  if (isPlain && known.length === values.length) return formatAlike(known);
  return values.map((value) => formatValue({ kind }, value, catalogue));
};

const observation = (catalogue: Catalogue, point: ObservedPoint, colours: Colours): string => {
  const { label, value, low, high, simulated, verdict } = point;
  const write = (...values: readonly (number | null)[]) => written(catalogue, point, values);
  const [best, least, most] = write(value, low, high);
  const [mean, lower, upper] = write(simulated.mean, simulated.low, simulated.high);
  const [from, to] = write(simulated.p05, simulated.p95);
  const interval = simulated.low === null ? mean : `${mean} (${lower} to ${upper})`;
  const paint = verdict.startsWith('inside') ? colours.green : colours.yellow;
  return [
    paragraph(`${label} ${subject(catalogue, point)}`, 2),
    paragraph(`recorded ${best} (${least} to ${most})`, 4),
    paragraph(`simulated ${interval}, runs ${from} to ${to}`, 4),
    paint(paragraph(verdict.startsWith('inside') ? verdict : `${verdict} its error band`, 4)),
  ].join('');
};

/** Which constraint bound when, in a line each. */
const held = (summary: Summary, colours: Colours): string => {
  const spans = tellingSpans(summary);
  if (spans.every(({ constraint }) => constraint === 'demand')) return '';
  const { catalogue } = summary;
  const lines = spans.map(({ from, to, label, share }) => [
    `${shortTime(catalogue, from)} to ${shortTime(catalogue, to)}`,
    label,
    `in ${formatPercent(share)} of runs`,
  ]);
  return `\n${colours.bold('What held people back')}\n${table(lines).join('')}`;
};

/**
 * The results of a scenario for a terminal, in less than 80 columns.
 *
 * @param summary of all replications
 * @param colours none where the output is piped
 * @param notes what else is to be told of how it was run, a paragraph each
 */
export const summaryText = (summary: Summary, colours: Colours, notes: readonly string[] = []): string =>
  [
    heading(summary, colours),
    ...notes.map((note) => paragraph(note)),
    '\n',
    headlines(summary, colours),
    held(summary, colours),
    observed(summary, colours),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
