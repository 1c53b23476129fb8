import { formatDuration, formatNumber, formatPercent } from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import type { ObservationUse } from '../model/index.ts';
import { type Check, type Part, relativeError } from '../verify/index.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** Heading of each part, and what its intervals are. */
const PARTS: { readonly [part in Part]: readonly [string, string] } = {
  theory: [
    'Engine against queueing theory',
    'Means of independent experiments. The intervals hold all together with 99.9 %.',
  ],
  formulas: [
    'Model against planning formulas',
    'Scenario files with a closed form, run once: nothing in them is random.',
  ],
  history: [
    'Model against history',
    'In brackets: the band that the sources allow. Intervals: 95 % of the mean. Reported, never failed.',
  ],
};

/** Significant digits of a number; closed forms are known to six, and intervals are wider. */
const DIGITS = 5;

/** A number to five digits, with commas between thousands and without idle zeros. */
const number = (value: number): string => {
  if (Math.abs(value) >= 1000)
    return formatNumber(value, Number.isInteger(value) || Math.abs(value) >= 1e4 ? 0 : 1);
  return String(Number(value.toPrecision(DIGITS)));
};

/** A number as its kind asks for. */
const written = ({ part, kind }: Check, value: number | null): string => {
  if (value === null) return 'never';
  if (kind === 'time') return formatDuration(value);
  if (kind === 'share' || kind === 'indicator') return formatPercent(value);
  return part === 'history' ? formatNumber(value) : number(value);
};

const interval = (check: Check): string => {
  const { low, high } = check;
  if (low === null || high === null) return '';
  const [from, to] = [written(check, low), written(check, high)];
  const isExact = from === to || high - low < 1e-4 * Math.abs(check.expected);
  return isExact ? 'exact' : `${from} to ${to}`;
};

const verdict = (check: Check): string => {
  if (check.part !== 'history') return check.verdict;
  const error = relativeError(check);
  if (error === null) return check.verdict;
  const sign = error > 0 ? '+' : '';
  return `${sign}${formatNumber(error * 100, Math.abs(error) < 0.1 ? 1 : 0)} % ${check.verdict}`;
};

const label = (check: Check): string => {
  if (check.part !== 'history') return `  ${check.quantity}`;
  const band = `${written(check, check.expectedLow)} to ${written(check, check.expectedHigh)}`;
  return `  ${plainText(check.quantity)} (${band})`;
};

/** What observations are good for, in words. */
const USES: { readonly [use in ObservationUse]: string } = {
  calibrate: 'tuned on',
  'hold-out': 'kept from tuning',
  event: 'scripted',
  check: 'compared',
};

/** The system, operation or scenario; of a scenario's records also what they are good for. */
const heading = ({ group, use }: Check): string =>
  use === undefined ? group : `${plainText(group)}, ${USES[use]}`;

const COLUMNS = ['', 'expected', 'got', 'interval', 'verdict'] as const;

const painted = ({ verdict: one }: Check, text: string, colours: Colours): string => {
  if (one === 'holds' || one === 'inside') return text;
  return one === 'differs' || one === 'too wide' ? colours.red(text) : colours.yellow(text);
};

/** The checks of one part as a table, under the names of their cases. */
const partText = (part: Part, checks: readonly Check[], colours: Colours): string => {
  const rows = checks.map((check) => [
    label(check),
    written(check, check.expected),
    written(check, check.got),
    interval(check),
    verdict(check),
  ]);
  const [columns, ...lines] = table([[...COLUMNS], ...rows]);
  const body = checks.map((check, index) => {
    const before = checks[index - 1];
    const isFirst = before === undefined || heading(check) !== heading(before);
    const group = isFirst ? paragraph(heading(check), 2) : '';
    return `${group}${painted(check, lines[index]!, colours)}`;
  });
  const [title, words] = PARTS[part];
  return `${colours.bold(paragraph(title))}${paragraph(words)}${colours.dim(columns!)}${body.join('')}\n`;
};

/** What it all comes to, in a sentence. */
const conclusion = (checks: readonly Check[]): string => {
  const must = checks.filter(({ part }) => part !== 'history');
  const held = must.filter(({ verdict: one }) => one === 'holds').length;
  const records = checks.filter(({ part }) => part === 'history');
  const uses = (Object.keys(USES) as ObservationUse[]).flatMap((use) => {
    const those = records.filter((check) => check.use === use);
    const inside = those.filter(({ verdict: one }) => one === 'inside').length;
    return those.length === 0 ? [] : [`${inside} of ${those.length} ${USES[use]}`];
  });
  return [
    ...(must.length > 0 ? [`${held} of ${must.length} numbers that must hold do.`] : []),
    ...(uses.length > 0
      ? [`Observations of history that lie within their error bands: ${uses.join(', ')}.`]
      : []),
    ...(checks.length === 0 ? ['Nothing was checked.'] : []),
  ].join(' ');
};

/**
 * All checks for a terminal, in less than 80 columns.
 *
 * @param checks in the order of their parts
 * @param colours none where the output is piped
 */
export const verifyText = (checks: readonly Check[], colours: Colours): string => {
  const parts = [...new Set(checks.map(({ part }) => part))];
  return [
    ...parts.map((part) =>
      partText(
        part,
        checks.filter((check) => check.part === part),
        colours,
      ),
    ),
    paragraph(conclusion(checks)),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
