import { formatNumber, formatPercent, formatPercents } from '../analysis/format.ts';
import { fewRuns, type MeasureSummary } from '../analysis/measures.ts';
import type { Summary } from '../analysis/summary.ts';
import { barAndWhisker } from './bars.ts';
import { footer, rowOptions, runs, windowEnd } from './frame.ts';
import { colour } from './palette.ts';
import type { ChartSpec, Row } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most rows in one picture; assumed, because more would be smaller than slide text. */
const MOST_ROWS = 10;

/** Person-hours split by something: by what held people back, or by where they were. */
interface Split {
  readonly id: string;
  /** what ids of its measures begin with */
  readonly prefix: string;
  readonly hex: string;
  /** what is summed up: `person-hours of waiting` */
  readonly of: string;
  /** how the longest row is told of, its share first */
  readonly told: (share: string, name: string) => string;
  /** what a row is, for those who have not read the model */
  readonly meaning: string;
}

const BY_CONSTRAINT: Split = {
  id: 'hours-by-constraint',
  prefix: 'lost-to.',
  hex: colour(5),
  of: 'person-hours of waiting',
  told: (share, name) => `${share} are owed to “${name}”`,
  meaning: 'Everyone who waits is charged to what they wait for in the end, also those who never get out.',
};

const BY_STAGE: Split = {
  id: 'hours-by-stage',
  prefix: 'person-hours.',
  hex: colour(0),
  of: 'person-hours on the way to safety',
  told: (share, name) => `${share} are spent “${name}”`,
  meaning: 'Everyone is counted where they are, also those who never get out.',
};

/**
 * Person-hours of waiting by what held people back.
 *
 * @returns null when nobody ever waits
 */
export const hoursByConstraint = (summary: Summary): ChartSpec | null => hours(summary, BY_CONSTRAINT);

/**
 * Person-hours by where people spent them.
 *
 * @returns null when nobody ever waits
 */
export const hoursByStage = (summary: Summary): ChartSpec | null => hours(summary, BY_STAGE);

function hours(summary: Summary, split: Split): ChartSpec | null {
  const all = summary.measures.filter(({ spec }) => spec.id.startsWith(split.prefix));
  const sorted = all.filter(({ max }) => max !== 0).toSorted((a, b) => meanOf(b) - meanOf(a));
  const [first] = sorted;
  if (first === undefined) return null;
  const total = sorted.reduce((sum, each) => sum + meanOf(each), 0);
  const share = (each: MeasureSummary): string => formatPercent(meanOf(each) / total);
  const shown = sorted.slice(0, MOST_ROWS);
  const shares = formatPercents(shown.map((each) => meanOf(each) / total));
  const reach = Math.max(...shown.map((each) => each.p95 ?? meanOf(each)), meanOf(first));
  const rows = shown.map(
    (each, index): Row => ({
      label: nameOf(each),
      levels: shares[index]!,
      verdict: `${whole(meanOf(each))} h${spread(each)}`,
    }),
  );
  const hasWhiskers = shown.some((each) => spread(each) !== '');
  const title = `Of ${whole(total)} ${split.of}, ${split.told(shares[0]!, nameOf(first))}`;
  return {
    id: split.id,
    title,
    subtitle: `${split.meaning} Mean of ${runs(summary)}, up to ${windowEnd(summary)}.${hasWhiskers ? ' Whiskers and brackets: 90 % of runs.' : ''}`,
    alt: `Bar chart${hasWhiskers ? ' with whiskers' : ''}. ${title}. ${rows.map(({ label, levels, verdict }) => `${label}: ${levels}, ${verdict}`).join('. ')}`,
    config: {
      type: 'scatter',
      data: {
        datasets: shown.flatMap((each, index) =>
          barAndWhisker({ index, hex: split.hex, label: each.spec.id }, meanOf(each) / reach, [
            (each.p05 ?? meanOf(each)) / reach,
            (each.p95 ?? meanOf(each)) / reach,
          ]),
        ),
      },
      options: rowOptions(rows, footer(summary), { isOneSided: true }),
    },
    table: {
      columns: [
        split.of,
        'mean',
        '95 % from',
        '95 % to',
        'share of all',
        '5 % of runs below',
        '95 % of runs below',
      ],
      rows: all.map((each) => {
        const [mean, low, high, p05, p95] = [each.mean, each.low, each.high, each.p05, each.p95].map(
          (value) => (value === null ? '–' : formatNumber(value, 0)),
        );
        return [nameOf(each), mean, low, high, share(each), p05, p95] as string[];
      }),
    },
  };
}

const meanOf = ({ mean }: MeasureSummary): number => mean ?? 0;

/** Where nine runs in ten lie; nothing where all runs are the same. Where the mean does not lie there, it says why. */
function spread(measure: MeasureSummary): string {
  const { n, min, max, p05, p95 } = measure;
  if (n === 1 || p05 === null || p95 === null || min === max) return '';
  const span = whole(p05) === whole(p95) ? whole(p05) : `${whole(p05)} to ${whole(p95)}`;
  const few = fewRuns(measure);
  return ` (${span}${few === '' ? '' : `; ${few}`})`;
}

/** What stands behind the colon that all labels of a split have: `Outside the gates`. */
function nameOf({ spec }: MeasureSummary): string {
  const name = plain(spec.label.slice(spec.label.indexOf(':') + 1), 60);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
