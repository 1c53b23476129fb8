import { formatCount, formatPercents } from '../analysis/format.ts';
import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { meanLine, meanWithBand } from './datasets.ts';
import { extras, runs, seriesTable, shading, timeAxis } from './frame.ts';
import { colour, INK } from './palette.ts';
import { panelAxes, roundUp, type Strip } from './panels.ts';
import { byTopic, isAlive, times } from './series.ts';
import type { ChartSpec, Dataset } from './spec.ts';
import { plain, whole } from './text.ts';

/** Most havens in one picture; assumed, because a sixth would leave no panel tall enough to read. */
const MOST_PANELS = 5;
/** Beds more than so many times the people would press the people onto the axis: they are told in words alone. */
const FAR_ABOVE = 4;

/** A haven with its beds, and how full it gets. */
interface Haven {
  readonly axis: string;
  readonly people: SeriesSummary;
  readonly beds: SeriesSummary | undefined;
}

/**
 * People at each haven against its beds, one panel a haven, each on its own scale.
 *
 * @returns null when nobody ever comes to a haven
 */
export function havens(summary: Summary): ChartSpec | null {
  const shown = havensOf(summary);
  const first = shown.toSorted((a, b) => fullness(b) - fullness(a))[0];
  if (first === undefined) return null;
  const strips = shown.map((each) => stripOf(summary, each));
  const title = sentence(summary, first);
  const dashed = shown.some(isNear) ? ' Dashed: beds.' : '';
  const far = shown.some((each) => each.beds !== undefined && !isNear(each))
    ? ' Beds far above a scale are told at its left.'
    : '';
  return {
    id: 'havens',
    title,
    subtitle: `People at havens, mean of ${runs(summary)}. ${shading(
      summary,
      shown.map(({ people }) => people),
    )}${dashed}${shown.length > 1 ? ' Each haven has its own scale.' : ''}${far}`,
    alt: `Panels of line charts, one for each haven. ${title}`,
    config: {
      type: 'line',
      data: { labels: times(summary), datasets: shown.flatMap((each) => lines(summary, each)) },
      options: {
        scales: { x: timeAxis(summary), ...panelAxes(strips) },
        plugins: { airbridge: extras(summary, { panels: strips.map(({ panel }) => panel) }) },
      },
    },
    table: seriesTable(
      summary,
      shown.flatMap(({ people, beds }) => (beds === undefined ? [people] : [people, beds])),
      true,
    ),
  };
}

function havensOf(summary: Summary): readonly Haven[] {
  const beds = byTopic(summary, 'beds');
  const alive = byTopic(summary, 'haven').filter(isAlive);
  const busiest = alive.toSorted((a, b) => peak(b) - peak(a)).slice(0, MOST_PANELS);
  return alive
    .filter((each) => busiest.includes(each))
    .map((people, index) => ({
      axis: `haven${index}`,
      people,
      beds: beds.find(({ spec }) => spec.id === people.spec.id.replace(/^haven\./u, 'beds.')),
    }));
}

const peak = (series: SeriesSummary): number => Math.max(...series.mean);

/** Share of beds taken at each instant, on average; 0 where no beds are known. */
const taken = ({ people, beds }: Haven): readonly number[] =>
  people.mean.map((value, index) => value / Math.max(1, beds?.mean[index] ?? Number.POSITIVE_INFINITY));

const fullness = (haven: Haven): number => Math.max(...taken(haven));

const isNear = ({ people, beds }: Haven): boolean =>
  beds !== undefined && peak(beds) <= FAR_ABOVE * Math.max(...people.p95);

function lines(summary: Summary, haven: Haven): readonly Dataset[] {
  const { axis, people, beds } = haven;
  const level = meanWithBand(summary, people, { hex: colour(2), axis, width: 3 });
  if (beds === undefined || !isNear(haven)) return level;
  return [
    ...level,
    { ...meanLine(summary, beds, { hex: INK, axis, width: 2 }), borderDash: [9, 6], stepped: true },
  ];
}

function stripOf(summary: Summary, haven: Haven): Strip {
  const { axis, people, beds } = haven;
  const most = Math.max(1, ...people.p95, ...(isNear(haven) ? (beds?.mean ?? []) : []));
  const when = localTime(summary.catalogue, summit(summary, people));
  const room = beds === undefined ? '' : ` of ${whole(peak(beds))} beds`;
  const panel = {
    axis,
    label: plain(people.spec.label, 80),
    note: `at most ${whole(peak(people))}${room} on average, ${when}`,
  };
  return { panel, most: roundUp(most), write: 'count' };
}

const summit = ({ catalogue }: Summary, series: SeriesSummary): number =>
  catalogue.grid[series.mean.indexOf(peak(series))] ?? 0;

function sentence({ catalogue }: Summary, haven: Haven): string {
  const { people, beds } = haven;
  const name = plain(people.spec.label, 60);
  const shares = beds === undefined ? people.mean : taken(haven);
  const at = shares.indexOf(Math.max(...shares));
  const when = localTime(catalogue, catalogue.grid[at] ?? 0);
  const most = people.mean[at] ?? 0;
  if (beds === undefined) return `Most people at one haven: ${name}, ${whole(most)} on ${when}`;
  const share = formatPercents([fullness(haven)])[0];
  return `No haven fills more of its beds than ${name}: ${share}, ${formatCount(most, 'person', 'people')} for ${formatCount(beds.mean[at] ?? 0, 'bed')} on ${when}`;
}
