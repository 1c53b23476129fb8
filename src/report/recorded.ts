import { formatValue } from '../analysis/format.ts';
import { observedKind, observedWhen } from '../analysis/observations.ts';
import type { ObservedPoint, Summary } from '../analysis/summary.ts';
import type { ObservationUse } from '../model/outcome.ts';
import { html, type Markup } from './escape.ts';
import { table } from './table.ts';

const USES: { readonly [use in ObservationUse]: string } = {
  calibrate: 'tuned on',
  'hold-out': 'kept from tuning',
  event: 'scripted',
  check: 'compared',
};

/** What was recorded in the world beside what the runs gave; nothing where the scenario records nothing. */
export function recordedTable(summary: Summary): Markup | string {
  if (summary.observations.length === 0) return '';
  const columns = [
    'observation',
    'use',
    'when',
    'recorded',
    'its band',
    'mean of runs',
    '90 % of runs',
    'verdict',
  ];
  const rows = summary.observations.map((point) => rowOf(summary, point));
  return html`<h3 id="recorded">Beside what was recorded</h3>
${table({ columns, rows })}
`;
}

function rowOf({ catalogue }: Summary, point: ObservedPoint): readonly string[] {
  const kind = observedKind(catalogue, point);
  const write = (value: number | null): string => formatValue({ kind }, value, catalogue);
  const { simulated, verdict } = point;
  return [
    point.label,
    USES[point.use],
    observedWhen(catalogue, point),
    write(point.value),
    `${write(point.low)} to ${write(point.high)}`,
    write(simulated.mean),
    `${write(simulated.p05)} to ${write(simulated.p95)}`,
    verdict,
  ];
}
