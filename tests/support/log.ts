import type { Catalogue, Outcome } from '../../src/model/index.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(3)}:${String(minutes % 60).padStart(2, '0')}`;

/** A run as a readable log: one line for each level that has changed since the sample before. */
export const logOf = ({ grid, series }: Catalogue, outcome: Outcome): string => {
  const lines = grid.flatMap((minutes, sample) =>
    series.flatMap(({ id }, index) => {
      const level = outcome.series[index]![sample]!;
      const before = sample === 0 ? 0 : outcome.series[index]![sample - 1]!;
      return level === before ? [] : [`${clock(minutes)}  ${id.padEnd(22)} ${before} -> ${level}`];
    }),
  );
  return `${lines.join('\n')}\n`;
};
