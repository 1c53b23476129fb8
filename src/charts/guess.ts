import { type AnsweredQuestion, guessWords } from '../analysis/distribution.ts';
import { formatPercent } from '../analysis/format.ts';
import type { Summary } from '../analysis/summary.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import { fileName } from './file-name.ts';
import { countAxis, extras, runs } from './frame.ts';
import { guessMark, written } from './guess-mark.ts';
import { colour, translucent } from './palette.ts';
import type { Axis, ChartSpec, Dataset, Point, Table } from './spec.ts';
import { plain } from './text.ts';

/** What the reader guessed, in the unit of the measure, by question. */
export type Guesses = ReadonlyMap<string, number>;

/**
 * One chart for each question of the scenario: how single runs ended, with the reader's guess marked where there is one.
 * A thing that happens or does not has no distribution, and no chart.
 */
export function questionCharts(summary: Summary, guesses: Guesses): readonly ChartSpec[] {
  return (summary.questions ?? []).flatMap((asked) => {
    const spec = summary.catalogue.measures.find(({ id }) => id === asked.question.measure);
    const hasBars = spec !== undefined && spec.kind !== 'indicator' && asked.distribution.counts.length > 0;
    return hasBars ? [chartOf(summary, spec, { asked, guess: guesses.get(asked.question.id) })] : [];
  });
}

/** The file and element name of a question's chart. */
export const questionChartId = (id: string): string => `question-${fileName(id)}`;

interface Answer {
  readonly asked: AnsweredQuestion;
  readonly guess: number | undefined;
}

function chartOf(summary: Summary, spec: MeasureSpec, { asked, guess }: Answer): ChartSpec {
  const { question, distribution } = asked;
  const title = plain(question.text, 160);
  const told = guess === undefined ? '' : ` ${guessWords(distribution, guess)}`;
  const never =
    distribution.never === 0
      ? ''
      : ` Not drawn: ${formatPercent(share(asked, distribution.never))} of runs in which it never came.`;
  return {
    id: questionChartId(question.id),
    title,
    subtitle: `How ${runs(summary)}, ended: share of runs by ${plain(spec.label, 60)}.${told}${never}`,
    alt: `Histogram. ${title} ${rangeWords(summary, spec, asked)}${told}`,
    config: {
      type: 'scatter',
      data: { datasets: [bars(summary, asked)] },
      options: {
        scales: { x: valueAxis(asked, spec, guess), y: countAxis('share of runs', { write: 'share' }) },
        plugins: {
          airbridge: extras(summary, {
            marks: guess === undefined ? [] : [guessMark(guess, spec, summary.catalogue)],
          }),
        },
      },
    },
    table: tableOf(summary, spec, asked),
  };
}

function bars(summary: Summary, asked: AnsweredQuestion): Dataset {
  const { from, width, counts } = asked.distribution;
  const steps: Point[] = counts.map((count, bar) => ({ x: from + bar * width, y: share(asked, count) }));
  const end = from + counts.length * width;
  return {
    label: `runs (seed ${plain(summary.seed, 24)})`,
    role: 'line',
    group: 'runs',
    data: [{ x: from, y: 0 }, ...steps, { x: end, y: steps.at(-1)?.y ?? 0 }, { x: end, y: 0 }],
    borderColor: colour(0),
    backgroundColor: translucent(colour(0), 0.45),
    borderWidth: 2,
    pointRadius: 0,
    stepped: true,
    showLine: true,
    fill: 'origin',
  };
}

function share({ distribution }: AnsweredQuestion, count: number): number {
  const all = distribution.counts.reduce((sum, each) => sum + each, distribution.never);
  return Math.round((count / all) * 10_000) / 10_000;
}

/** From the first bar to the last, and as far as the guess where that lies outside. */
function valueAxis(
  { question, distribution }: AnsweredQuestion,
  spec: MeasureSpec,
  guess: number | undefined,
): Axis {
  const { from, width, counts } = distribution;
  const ends = [from - width, from + (counts.length + 1) * width, ...(guess === undefined ? [] : [guess])];
  const room =
    spec.kind === 'time' || spec.kind === 'share'
      ? {}
      : { title: { display: true, text: plain(question.unit, 60) } };
  return {
    type: 'linear',
    position: 'bottom',
    min: Math.max(from >= 0 ? 0 : Number.NEGATIVE_INFINITY, Math.min(...ends)),
    max: Math.max(...ends),
    write: spec.kind === 'time' ? 'time' : spec.kind === 'share' ? 'share' : 'count',
    ...room,
  };
}

function rangeWords({ catalogue }: Summary, spec: MeasureSpec, { distribution }: AnsweredQuestion): string {
  const { from, width, counts } = distribution;
  return `Runs lie between ${written(spec, from, catalogue)} and ${written(spec, from + counts.length * width, catalogue)}.`;
}

function tableOf({ catalogue }: Summary, spec: MeasureSpec, asked: AnsweredQuestion): Table {
  const { from, width, counts, never } = asked.distribution;
  const rows = counts.map((count, bar) => [
    written(spec, from + bar * width, catalogue),
    written(spec, from + (bar + 1) * width, catalogue),
    String(count),
  ]);
  const last = never === 0 ? [] : [['never', 'never', String(never)]];
  return { columns: ['from', 'below', 'runs'], rows: [...rows, ...last] };
}
