import { type BindingSpan, bindingSeries, bindingSpans } from '../analysis/binding.ts';
import { formatPercents } from '../analysis/format.ts';
import type { SeriesSummary, Summary } from '../analysis/summary.ts';
import { layer } from './datasets.ts';
import { extras, runs, seriesTable, timeAxis, windowEnd } from './frame.ts';
import { colour } from './palette.ts';
import { isAlive, times, windowIndex } from './series.ts';
import type { ChartSpec } from './spec.ts';
import { plain } from './text.ts';

/** One colour for each constraint in every chart; demand is paper, since then nothing holds anybody back. */
const COLOURS: Readonly<Record<string, string>> = {
  demand: '#DDDDDD',
  road: '#8C510A',
  embassy: '#CC79A7',
  gate: colour(1),
  processing: '#882255',
  'waiting-area': colour(6),
  flights: '#999933',
  fleet: colour(0),
  fuel: '#44AA99',
  stand: colour(4),
  runway: colour(2),
  haven: colour(5),
  force: '#332288',
  closed: '#555555',
};

/** Stretches shorter than this share of the run are not told of. */
const LEAST_SHARE = 1 / 24;

/** The stretches of a run that are worth a sentence. */
export const tellingSpans = (summary: Summary): readonly BindingSpan[] =>
  bindingSpans(summary, summary.catalogue.horizon * LEAST_SHARE);

/**
 * What held the flow back, hour by hour: the shares of runs in which each constraint bound.
 *
 * @returns null when nobody ever waits
 */
export function binding(summary: Summary): ChartSpec | null {
  const series = layersOf(bindingSeries(summary));
  if (!series.some(({ spec }) => spec.id !== 'binding.demand')) return null;
  const title = sentence(summary);
  return {
    id: 'binding',
    title,
    subtitle: `Height of a colour: share of runs in which most of those who wait at that hour wait for it in the end; ${runs(summary)}.`,
    alt: `Stacked areas, one for each constraint. ${title}`,
    config: {
      type: 'line',
      data: {
        labels: times(summary),
        datasets: series.map((each) => ({
          ...layer(summary, each, { hex: COLOURS[nameOf(each)] ?? '#555555' }),
          stepped: false,
          borderWidth: 0,
          backgroundColor: COLOURS[nameOf(each)] ?? '#555555',
        })),
      },
      options: {
        scales: {
          x: timeAxis(summary),
          y: {
            type: 'linear',
            position: 'left',
            stacked: true,
            min: 0,
            max: 1,
            title: { display: true, text: 'share of runs' },
            write: 'share',
          },
        },
        plugins: { airbridge: extras(summary) },
      },
    },
    table: seriesTable(summary, series, false),
  };
}

const nameOf = ({ spec }: SeriesSummary): string => spec.id.slice(spec.id.indexOf('.') + 1);

const isOftenEnough = (series: SeriesSummary): boolean =>
  isAlive(series) || series.mean.some((share) => share >= 0.01);

/** The constraints that bind often enough to have a layer, and those that do not as one: a stack of shares must be full. */
function layersOf(all: readonly SeriesSummary[]): readonly SeriesSummary[] {
  const seldom = all.filter((each) => !isOftenEnough(each) && each.mean.some((share) => share > 0));
  const [first] = seldom;
  if (first === undefined || seldom.length === 1)
    return all.filter((each) => isOftenEnough(each) || each === first);
  const mean = first.mean.map((_, index) => seldom.reduce((sum, each) => sum + (each.mean[index] ?? 0), 0));
  const others = { ...first, spec: { ...first.spec, id: 'binding.others', label: 'Others, seldom' }, mean };
  return [...all.filter(isOftenEnough), others];
}

/** Constraints that bind in less of the time than this are left to the picture. */
const WORTH_TELLING = 0.05;
/** Most constraints that a title names. */
const MOST_NAMED = 3;

/** Shares of the time up to the end of the window, over all runs, the constraint that binds most first. */
function sentence(summary: Summary): string {
  const samples = windowIndex(summary) + 1;
  const shares = bindingSeries(summary).map((series) => ({
    series,
    share: series.mean.slice(0, samples).reduce((sum, each) => sum + each, 0) / samples,
  }));
  const nobody = shares.find(({ series }) => nameOf(series) === 'demand')?.share ?? 0;
  const told = shares
    .filter(({ series, share }) => nameOf(series) !== 'demand' && share >= WORTH_TELLING)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_NAMED);
  if (told.length === 0) return `Nobody is held back for long until ${windowEnd(summary)}`;
  const percents = formatPercents([...told.map(({ share }) => share), nobody]);
  const named = told.map(
    ({ series }, index) => `“${plain(series.spec.label, 60)}” ${percents[index]} of the time`,
  );
  const waits = nobody >= WORTH_TELLING ? `; nobody waits ${percents.at(-1)} of it` : '';
  return `What holds people back until ${windowEnd(summary)}: ${named.join(', ')}${waits}`;
}
