import { formatCivil } from '../civil.ts';
import type { Instant, Start } from '../instant.ts';
import { readInstant } from '../instant.ts';
import { type Path, toPlain } from '../tree.ts';
import { formatAmount } from '../units.ts';
import type { View } from './view.ts';

/** Places may have fallen long before the start, and published values may lie anywhere. */
const mayLieOutside = (path: Path): boolean => path.at(-1) === 'falls' || path[0] === 'observations';

const describe = (start: Start | undefined, end: number): string => {
  const until = `${formatAmount('duration', end)} after it`;
  if (start === undefined) return `from the start to ${until}`;
  return `${formatCivil(start.civil)} to ${formatCivil(start.civil + end)}`;
};

/** Everything that is to happen, happens between the start and the end of window and tail. */
export const checkTimes = (view: View): void => {
  const window = view.amount(['window']);
  const tail = view.amount(['tail']);
  if (window === undefined || tail === undefined) return;
  const end = window + tail;
  const start = view.read(['start']) as Start | undefined;
  for (const leaf of view.leaves) {
    if (leaf.kind !== 'field' || leaf.field.kind !== 'instant' || mayLieOutside(leaf.path)) continue;
    const reading = readInstant(toPlain(leaf.node));
    const time = reading.ok ? view.after(reading.value satisfies Instant) : undefined;
    if (time === undefined || (time >= 0 && time <= end)) continue;
    const side = time < 0 ? 'before the start' : 'after the end';
    view.report('outside-window', leaf.path, `lies ${side}: the run goes from ${describe(start, end)}`);
  }
};

/** The first commercial flight of a day leaves before the last. */
export const checkFlights = (view: View): void => {
  for (const name of view.names(['flights'])) {
    const path = ['flights', name];
    const first = view.amount([...path, 'firstHour']);
    const last = view.amount([...path, 'lastHour']);
    if (first === undefined || last === undefined || first <= last) continue;
    view.report(
      'contradiction',
      [...path, 'lastHour'],
      'the last departure of the day lies before the first',
    );
  }
};
