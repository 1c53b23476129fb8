import type { SeriesSummary, Summary } from './summary.ts';

/** A stretch of time in which one constraint bound more often than any other. */
export interface BindingSpan {
  /** the constraint's name: `gate`, `fleet`, `demand` … */
  readonly constraint: string;
  readonly label: string;
  /** minutes after the start */
  readonly from: number;
  readonly to: number;
  /** mean share of runs in which it bound, 0 to 1 */
  readonly share: number;
}

/** The series that say which constraint binds, in the order of the flow. */
export const bindingSeries = (summary: Summary): readonly SeriesSummary[] =>
  summary.series.filter(({ spec }) => spec.topic === 'constraint');

/**
 * Which constraint bound when: the run cut into stretches of at least `least` minutes, each named after the
 * constraint that bound in most runs through it. Shorter stretches join the longer neighbour.
 *
 * @param summary of a scenario's replications
 * @param least minutes of the shortest stretch, above 0
 * @returns in order of time, without gaps; empty where nothing was sampled
 * @example
 * const series = (id, mean) => ({ spec: { id: `binding.${id}`, label: id, topic: 'constraint' }, mean });
 * const summary = { catalogue: { grid: [0, 60, 120, 180] }, series: [series('gate', [0.9, 0.7, 0.2, 0]), series('fleet', [0.1, 0.3, 0.8, 1])] };
 * bindingSpans(summary, 60).map(({ constraint, from, to }) => [constraint, from, to]) // => [['gate', 0, 120], ['fleet', 120, 180]]
 */
export function bindingSpans(summary: Summary, least: number): readonly BindingSpan[] {
  const { grid } = summary.catalogue;
  const series = bindingSeries(summary);
  if (series.length === 0 || grid.length < 2) return [];
  const stretches = absorb(stretchesOf(series, grid.length), (from, to) => grid[to]! - grid[from]! < least);
  return stretches.map(({ leader, from, to }) => {
    const { spec, mean } = series[leader]!;
    const shares = mean.slice(from, Math.max(to, from + 1));
    return {
      constraint: spec.id.slice(spec.id.indexOf('.') + 1),
      label: spec.label,
      from: grid[from]!,
      to: grid[to]!,
      share: shares.reduce((sum, each) => sum + each, 0) / shares.length,
    };
  });
}

/** A stretch between two indexes of the grid. */
interface Stretch {
  readonly leader: number;
  readonly from: number;
  readonly to: number;
}

/** Each instant belongs to the constraint that binds in most runs, until the next instant. */
function stretchesOf(series: readonly SeriesSummary[], points: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let index = 0; index < points - 1; index++) {
    const leader = leaderAt(series, index);
    const last = stretches.at(-1);
    if (last?.leader === leader) stretches[stretches.length - 1] = { ...last, to: index + 1 };
    else stretches.push({ leader, from: index, to: index + 1 });
  }
  return stretches;
}

function leaderAt(series: readonly SeriesSummary[], index: number): number {
  let leader = 0;
  for (const [at, { mean }] of series.entries())
    if ((mean[index] ?? 0) > (series[leader]!.mean[index] ?? 0)) leader = at;
  return leader;
}

/** Joins the shortest stretch that is too short with its longer neighbour, until none is left. */
function absorb(
  stretches: readonly Stretch[],
  isShort: (from: number, to: number) => boolean,
): readonly Stretch[] {
  const length = ({ from, to }: Stretch): number => to - from;
  const short = stretches
    .filter(({ from, to }) => isShort(from, to))
    .toSorted((a, b) => length(a) - length(b))[0];
  if (short === undefined || stretches.length === 1) return stretches;
  const at = stretches.indexOf(short);
  const before = stretches[at - 1];
  const behind = stretches[at + 1];
  const host =
    behind === undefined || (before !== undefined && length(before) >= length(behind)) ? before! : behind;
  const joined = {
    leader: host.leader,
    from: Math.min(host.from, short.from),
    to: Math.max(host.to, short.to),
  };
  const rest = stretches.map((each) => (each === host ? joined : each)).filter((each) => each !== short);
  return absorb(merge(rest), isShort);
}

/** Neighbours with one leader are one stretch. */
function merge(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const each of stretches) {
    const last = merged.at(-1);
    if (last?.leader === each.leader) merged[merged.length - 1] = { ...last, to: each.to };
    else merged.push(each);
  }
  return merged;
}
