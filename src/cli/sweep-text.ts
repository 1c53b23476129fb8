import { formatCount, type MeasureSummary } from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import type { SweepView } from '../charts/index.ts';
import { baseName, differencesOf } from '../charts/sweep-view.ts';
import type { MeasureSpec } from '../model/index.ts';
import { amounts, differenceText, meanText, unitOf } from './ranking-text.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** Most points printed; the files have them all. */
const MOST_LINES = 60;

const pointText = (spec: MeasureSpec, summary: MeasureSummary | null): string => {
  if (summary === null) return 'no run was finished';
  const { mean, low, high } = summary;
  if (mean === null) return 'not in every run';
  if (low === null || high === null) return amounts(spec, [mean])[0]!;
  return meanText(spec, { estimate: mean, low, high });
};

/** The paired difference of every point from the base; a star marks what stands after correction. */
const gaps = (view: SweepView): readonly string[] =>
  differencesOf(view).map((one, index) => {
    if (index === view.base.point) return 'base  ';
    if (one === null) return '';
    if (one.direction === 'identical') return 'identical  ';
    return `${differenceText(view.spec, one)}${one.direction === 'none' ? '  ' : ' *'}`;
  });

/** What the differences are; nothing where there are none. */
const gapNote = (view: SweepView): string => {
  const count = differencesOf(view).filter((one) => one !== null).length;
  if (count === 0) return '';
  const stands = count === 1 ? 'is told at 95 %' : `stands once all ${count} are counted (Holm's correction)`;
  return paragraph(
    `difference: paired, from ${baseName(view)}, on the same runs; a star marks what ${stands}`,
  );
};

/**
 * A sweep for a terminal, in less than 80 columns.
 *
 * @param view of one measure
 * @param question of the scenario
 */
export const sweepText = (view: SweepView, question: string, colours: Colours): string => {
  const { factors, swept, spec, summaries, seed, replications } = view;
  const differences = gaps(view);
  const rows = summaries
    .slice(0, MOST_LINES)
    .map((one, index) => [
      plainText(swept[index]!.levels.map(({ text }) => text).join(', ')),
      pointText(spec, one),
      differences[index]!,
    ]);
  const [title, ...lines] = table([['', 'mean (95 % interval)', 'difference (95 % interval)  '], ...rows]);
  const failed = swept.reduce((sum, one) => sum + one.failed.length, 0);
  return [
    paragraph(question),
    '\n',
    colours.bold(paragraph(`${spec.label.trim()}, ${unitOf(spec)}`)),
    paragraph(
      `${formatCount(replications, 'replication')} of each of ${formatCount(swept.length, 'point')}, seed ${seed}, on the same random futures`,
    ),
    gapNote(view),
    '\n',
    paragraph(factors.map(({ path }) => path).join(', '), 2),
    colours.dim(title!),
    ...lines,
    summaries.length > MOST_LINES
      ? paragraph(`and ${formatCount(summaries.length - MOST_LINES, 'more point')}`, 2)
      : '',
    failed === 0
      ? ''
      : paragraph(
          `${formatCount(failed, 'run could not be finished and is', 'runs could not be finished and are')} left out`,
        ),
    '\n',
    colours.dim(paragraph(NOTICE)),
  ].join('');
};
