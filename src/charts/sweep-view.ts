import type { Comparison, MeasureComparison } from '../analysis/compare.ts';
import { formatCount, formatNumber } from '../analysis/format.ts';
import type { MeasureSummary } from '../analysis/measures.ts';
import type { Factor } from '../experiment/factor.ts';
import type { SweptPoint } from '../experiment/sweep.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import type { ChartSpec } from './spec.ts';
import { plain } from './text.ts';

/** A sweep of one measure, as its charts need it. */
export interface SweepView {
  readonly factors: readonly Factor[];
  readonly swept: readonly SweptPoint[];
  readonly spec: MeasureSpec;
  /** of the measure at every point; null where no replication was finished */
  readonly summaries: readonly (MeasureSummary | null)[];
  readonly base: SweepBase;
  /** of every point with the base; null for the base, and for a point that shares no finished run with it */
  readonly comparisons: readonly (Comparison | null)[];
  readonly seed: string;
  readonly replications: number;
}

/** The point that the others are compared with. */
export interface SweepBase {
  /** index of the point */
  readonly point: number;
  /** whether it is the file as it stands; else it is the first point of which a run was finished */
  readonly isFile: boolean;
}

/** The paired difference of the measure at every point from the base; null where there is none. */
export const differencesOf = ({
  comparisons,
  spec,
}: Pick<SweepView, 'comparisons' | 'spec'>): readonly (MeasureComparison | null)[] =>
  comparisons.map((one) => one?.measures.find((measure) => measure.spec.id === spec.id) ?? null);

/** What the others are compared with: `the file as it stands (6)`. */
export const baseName = ({ base, swept }: Pick<SweepView, 'base' | 'swept'>): string => {
  const levels = swept[base.point]!.levels.map(({ text }) => plain(text, 40)).join(', ');
  const which = base.point === 0 ? 'the first point' : 'the first point that finished a run';
  return `${base.isFile ? 'the file as it stands' : which} (${levels})`;
};

/** How a measure's numbers are drawn: shares in percent, times in hours after the start. */
export const scaleOf = ({ kind }: Pick<MeasureSpec, 'kind'>): number => {
  if (kind === 'time') return 1 / 60;
  return kind === 'share' || kind === 'indicator' ? 100 : 1;
};

/** `People out (people)`, for axes and titles. */
export const named = (spec: MeasureSpec): string => `${plain(spec.label, 60)} (${drawnUnit(spec)})`;

/** What a measure's numbers are drawn in. */
const drawnUnit = ({ unit, kind }: MeasureSpec): string =>
  plain(kind === 'time' ? 'hours after the start' : scaleOf({ kind }) === 100 ? '%' : unit, 30);

/** What differences of a measure are drawn in. */
export const changeUnit = (spec: MeasureSpec): string => {
  if (spec.kind === 'time') return 'hours';
  return scaleOf(spec) === 100 ? 'percentage points' : drawnUnit(spec);
};

/** `200 replications of each of 12 points, seed 1`. */
export const effort = ({ replications, swept, seed }: SweepView): string =>
  `${formatCount(replications, 'replication')} of each of ${formatCount(swept.length, 'point')} on the same random futures, seed ${plain(seed, 24)}`;

/** How a difference is drawn: one of means like the measure, one of how often a time comes in percent of the runs. */
export const differenceScale = ({ spec, basis }: Pick<MeasureComparison, 'spec' | 'basis'>): number =>
  basis === 'happened' ? 100 : scaleOf(spec);

/** The mean and the difference from the base at every point, with their intervals. */
export function tableOf(view: SweepView): ChartSpec['table'] {
  const { factors, swept, summaries, spec, base } = view;
  const scale = scaleOf(spec);
  const interval = ['95 % from', '95 % to'];
  const differences = differencesOf(view);
  return {
    columns: [
      ...factors.map(({ path }) => plain(path, 60)),
      ...[named(spec), ...interval],
      ...[`difference from ${baseName(view)}`, ...interval],
    ],
    rows: swept.map(({ levels }, index) => {
      const summary = summaries[index] ?? null;
      const numbers = (['mean', 'low', 'high'] as const).map((key) => {
        if (summary === null) return 'no run was finished';
        const value = summary[key];
        return value === null ? 'not in every run' : formatNumber(value * scale);
      });
      const from = (['difference', 'low', 'high'] as const).map((key) => {
        if (index === base.point) return 'base';
        const value = differences[index]?.[key] ?? null;
        return value === null ? 'not known' : formatNumber(value * differenceScale(differences[index]!));
      });
      return [...levels.map(({ text }) => plain(text, 40)), ...numbers, ...from];
    }),
  };
}
