import type { Path } from '../tree.ts';
import { toPlain } from '../tree.ts';
import type { View } from './view.ts';

const checkHours = (view: View, path: Path): void => {
  const hours = view.read([...path, 'hours']) as readonly number[] | undefined;
  if (hours === undefined || hours[0] !== hours[1]) return;
  const message = 'it must close at another time than it opens; leave `hours` out for around the clock';
  view.report('contradiction', [...path, 'hours'], message);
};

const checkOfficers = (view: View, path: Path): void => {
  const desk = view.word([...path, 'officersFrom']);
  if (desk === undefined) {
    if (!view.has([...path, 'officersPerLane']) || view.has([...path, 'officersFrom'])) return;
    const message = '`officersPerLane` needs `officersFrom`: the desk they come from';
    view.report('missing-key', [...path, 'officersPerLane'], message);
    return;
  }
  const site = view.word([...path, 'site']);
  const other = view.word(['desks', desk, 'site']);
  if (site === undefined || other === undefined || site === other) return;
  const message = `the desk \`${desk}\` stands at \`${other}\`, this gate leads into \`${site}\``;
  view.report('contradiction', [...path, 'officersFrom'], message);
};

/** What a desk says of its whole step, as written. */
const stepOf = (view: View, path: Path): string =>
  JSON.stringify(
    ['needs', 'share'].map((key) => {
      const node = view.node([...path, key]);
      return node === undefined ? null : toPlain(node);
    }),
  );

/** Desks of one step share a line, so they must agree on who stands in it. */
const checkSteps = (view: View): void => {
  const first = new Map<string, string>();
  for (const name of view.names(['desks'])) {
    const path = ['desks', name];
    const site = view.word([...path, 'site']);
    const step = view.amount([...path, 'step']);
    if (site === undefined || step === undefined) continue;
    const at = `${site} ${step}`;
    const other = first.get(at);
    first.set(at, other ?? name);
    if (other === undefined || stepOf(view, path) === stepOf(view, ['desks', other])) continue;
    const message = `\`${other}\` is of the same step ${step} of \`${site}\`: they must agree on \`needs\` and \`share\`, or one be of another step`;
    view.report('contradiction', path, message, view.keyPlace(path));
  }
};

/** Gates and desks keep hours that can be kept, and agree with the desks beside them. */
export const checkStations = (view: View): void => {
  for (const name of view.names(['gates'])) {
    checkHours(view, ['gates', name]);
    checkOfficers(view, ['gates', name]);
  }
  for (const name of view.names(['desks'])) checkHours(view, ['desks', name]);
  checkSteps(view);
};
