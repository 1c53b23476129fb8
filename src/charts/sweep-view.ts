import { formatNumber } from '../analysis/format.ts';
import type { MeasureSummary } from '../analysis/measures.ts';
import type { Factor } from '../experiment/factor.ts';
import type { SweptPoint } from '../experiment/sweep.ts';
import type { MeasureSpec } from '../model/outcome.ts';
import type { ChartSpec } from './spec.ts';
import { plain, whole } from './text.ts';

/** A sweep of one measure, as its charts need it. */
export interface SweepView {
  readonly factors: readonly Factor[];
  readonly swept: readonly SweptPoint[];
  readonly spec: MeasureSpec;
  /** of the measure at every point; null where no replication was finished */
  readonly summaries: readonly (MeasureSummary | null)[];
  readonly seed: string;
  readonly replications: number;
}

/** How a measure's numbers are drawn: shares in percent, times in hours after the start. */
export const scaleOf = ({ kind }: Pick<MeasureSpec, 'kind'>): number => {
  if (kind === 'time') return 1 / 60;
  return kind === 'share' || kind === 'indicator' ? 100 : 1;
};

/** `People out (people)`, for axes and titles. */
export const named = ({ label, unit, kind }: MeasureSpec): string => {
  const drawn = kind === 'time' ? 'hours after the start' : scaleOf({ kind }) === 100 ? '%' : unit;
  return `${plain(label, 60)} (${plain(drawn, 30)})`;
};

/** `200 replications of each of 12 points, seed 1`. */
export const effort = ({ replications, swept, seed }: SweepView): string =>
  `${whole(replications)} replications of each of ${whole(swept.length)} points on the same random futures, seed ${plain(seed, 24)}`;

/** The mean with its interval at every point. */
export function tableOf({ factors, swept, summaries, spec }: SweepView): ChartSpec['table'] {
  const scale = scaleOf(spec);
  return {
    columns: [...factors.map(({ path }) => plain(path, 60)), named(spec), '95 % from', '95 % to'],
    rows: swept.map(({ levels }, index) => {
      const summary = summaries[index] ?? null;
      const numbers = (['mean', 'low', 'high'] as const).map((key) => {
        if (summary === null) return 'no run was finished';
        const value = summary[key];
        return value === null ? 'not in every run' : formatNumber(value * scale);
      });
      return [...levels.map(({ text }) => plain(text, 40)), ...numbers];
    }),
  };
}
