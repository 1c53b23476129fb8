import {
  type Capacity,
  formatCount,
  formatDuration,
  formatNumber,
  localTime,
  type Stage,
  type Way,
  waysOf,
} from '../analysis/index.ts';
import { mean } from '../kernel/index.ts';
import { formatCivil, type LedgerEntry, type LoadedScenario, type Scenario } from '../scenario/index.ts';
import { alike, type RandomNumber, randomNumbers } from './describe-numbers.ts';
import { Names, shortName } from './names.ts';
import type { Colours } from './terminal.ts';
import { left, paragraph, plainText, right, WIDTH, wrap } from './text.ts';

const count = (value: number): string => formatNumber(value, 0);

/** A scenario in plain English: what is asked, who and what takes part, the way of people, what is drawn, and sources. */
export const describeText = (
  loaded: LoadedScenario,
  grades: readonly { readonly grade: LedgerEntry['grade']; readonly numbers: number }[],
  colours: Colours,
): string => {
  const { scenario, numbers, name } = loaded;
  const names = new Names(scenario);
  const heading = (text: string): string => `\n${colours.bold(text)}\n`;
  const ways = waysOf(scenario);
  return [
    colours.bold(paragraph(`${scenario.title} (${name})`)),
    paragraph(scenario.question),
    ...(scenario.description === undefined ? [] : ['\n', paragraph(scenario.description)]),
    heading('What takes part'),
    ...sentences(scenario, names).map((text) => paragraph(text, 2)),
    ...ways.flatMap((way) => [
      heading(shortName(`The way through ${names.of('sites', way.site)}`)),
      wayText(way, scenario, { names, colours }),
    ]),
    heading('Numbers that are drawn'),
    numbersText(randomNumbers(numbers)),
    heading('Where the numbers come from'),
    gradesText(grades),
    ...section(heading('What to guess before it runs'), questionsText(scenario)),
    ...section(heading('Variants'), variantsText(loaded)),
  ].join('');
};

/** A part with its heading; nothing where there is nothing to tell. */
const section = (heading: string, text: string): string[] => (text === '' ? [] : [heading, text]);

/** The questions with the flag that answers them. */
const questionsText = ({ questions }: Scenario): string =>
  Object.entries(questions)
    .map(([id, { text }]) => `${paragraph(text, 2)}${paragraph(`run … --guess ${shortName(id)}=VALUE`, 4)}`)
    .join('');

/** The variants as they are asked for, each with its title; a variant has none of its own to tell. */
const variantsText = ({ name, variants, variantTitles }: LoadedScenario): string =>
  name.includes('#') ? '' : variants.map((one) => variantText(one, variantTitles)).join('');

/** One variant with its title. */
export const variantText = (name: string, titles: ReadonlyMap<string, string>): string => {
  const title = titles.get(name);
  return paragraph(`#${name}${title === undefined ? '' : `: ${title}`}`, 2);
};

const list = (parts: readonly string[]): string => parts.join('; ');

/** Who and what takes part, a sentence each. */
const sentences = (scenario: Scenario, names: Names): string[] => {
  const { start, zone, window, tail, populations, embassy, force, crowd, threat } = scenario;
  const clock = { start: formatCivil(start.civil), utcOffset: start.utcOffset, zone };
  const after = tail > 0 ? ` and goes on for ${formatDuration(tail)}` : '';
  const people = Object.entries(populations);
  const units = Object.values(force?.units ?? {});
  const troops = units.reduce((sum, { troops: strength }) => sum + mean(strength), 0);
  const staff = Object.values(embassy?.staff ?? {}).reduce((sum, each) => sum + mean(each.people), 0);
  const places = Object.keys(threat?.places ?? {}).length;
  const orders = scenario.timeline.length;
  const policies = Object.entries(scenario.policies).map(([id, { title }]) => plainText(title ?? id));
  const onward = Object.entries(scenario.fleets)
    .filter(([, { pickup }]) => pickup.every((site) => scenario.sites[site]!.beds !== undefined))
    .map(([id, each]) => `${names.of('fleets', id)} (${count(mean(each.count))})`);
  const incidents = Object.keys(scenario.incidents);
  return [
    `It starts on ${localTime(clock, 0, 'full')}, ${plainText(zone)}, is read after ${formatDuration(window)}${after}.`,
    ...(people.length === 0
      ? []
      : [
          `People who want to leave: ${list(people.map(([id, each]) => `${names.group(id)} (${count(mean(each.people))})`))}.`,
        ]),
    ...(staff > 0
      ? [`An embassy with ${formatCount(staff, 'member', 'members')} of staff, status ${embassy!.status}.`]
      : []),
    ...(units.length > 0
      ? [
          `A force of ${formatCount(troops, 'soldier', 'soldiers')} in ${formatCount(units.length, 'unit', 'units')}.`,
        ]
      : []),
    ...(crowd === undefined ? [] : [`A crowd at ${names.of('sites', crowd.site)} that may overrun it.`]),
    ...(places > 0 ? [`${formatCount(places, 'place that may fall', 'places that may fall')}.`] : []),
    ...(incidents.length > 0
      ? [`Incidents: ${list(incidents.map((id) => names.of('incidents', id)))}.`]
      : []),
    ...(onward.length > 0 ? [`From havens people are taken on by: ${list(onward)}.`] : []),
    ...(orders > 0
      ? [`${formatCount(orders, 'order changes', 'orders change')} things at stated times.`]
      : []),
    ...(policies.length > 0 ? [`Policies: ${list(policies)}.`] : []),
  ];
};

const STAGE: Readonly<Record<Stage['stage'], string>> = {
  road: 'Roads',
  gate: 'Gates',
  processing: 'Desks',
  'waiting-area': 'Waiting area',
  flights: 'Commercial flights, beside gates and craft',
  fleet: 'Craft',
  stand: 'Stands and pads',
  runway: 'Runway',
  haven: 'Beds at havens',
};

/** Columns left for the rate. */
const RATE = 18;

const rateText = (peoplePerHour: number): string =>
  peoplePerHour < Infinity
    ? `${formatNumber(peoplePerHour, peoplePerHour < 10 ? 1 : 0)} people/h`
    : 'no limit';

const lineOf = (text: string, rate: string): string => {
  const lines = wrap(plainText(text), WIDTH - RATE - 4);
  return lines
    .map((line, index) =>
      `  ${index === lines.length - 1 ? `${left(line, WIDTH - RATE - 4)}  ${right(rate, RATE)}` : line}`.trimEnd(),
    )
    .join('\n')
    .concat('\n');
};

const ARROW = '    │\n    ▼\n';

/** The way of people through one site, from top to bottom, with what each stage lets through an hour. */
const wayText = (
  way: Way,
  scenario: Scenario,
  { names, colours }: { readonly names: Names; readonly colours: Colours },
): string => {
  const { stages, least, people } = way;
  const from = people > 0 ? lineOf(`${formatCount(people, 'person wants', 'people want')} to leave`, '') : '';
  const boxes = stages.map((stage) => {
    const isLeast = stage === least;
    const title =
      stages.filter((each) => each.stage === stage.stage).length > 1 ? `, step ${stage.step}` : '';
    const rate = `${isLeast ? '▶ ' : ''}${rateText(stage.peoplePerHour)}`;
    const head = lineOf(`${STAGE[stage.stage]}${title}`, rate);
    const parts = stage.parts.map((part) => paragraph(`${partName(part, names)}: ${part.how}`, 4)).join('');
    return `${isLeast ? colours.yellow(head) : head}${parts}`;
  });
  const chain = [from, ...boxes].filter((box) => box !== '').join(ARROW);
  return `${chain}${leastText(way, scenario)}`;
};

const leastText = ({ least, people }: Way, { window }: Scenario): string => {
  if (least === undefined) return '\n  Nothing here is known to limit the flow.\n';
  const passed = least.peoplePerHour * (window / 60);
  const who = STAGE[least.stage].toLowerCase();
  const demand = people > 0 && passed >= people ? ` That is enough for all ${count(people)}.` : '';
  const text = `Likely bottleneck: ${who}, ${rateText(least.peoplePerHour)}, or about ${formatCount(passed, 'person', 'people')} in ${formatDuration(window)}.${demand} Means over the window, as if every other stage were free, all troops there, nothing closed by order and no craft in repair or its crew at rest. Which stage holds people back in a run, \`run\` tells.`;
  return `\n${paragraph(text, 2)}`;
};

const partName = ({ stage, id }: Capacity, names: Names): string => {
  switch (stage) {
    case 'road':
      return names.of('roads', id);
    case 'gate':
      return names.of('gates', id);
    case 'processing':
      return names.of('desks', id);
    case 'flights':
      return names.of('flights', id);
    case 'fleet':
      return names.of('fleets', id);
    case 'stand':
      return id.endsWith(' pads') ? 'Pads' : 'Stands';
    default:
      return names.of('sites', id);
  }
};

const numbersText = (numbers: readonly RandomNumber[]): string => {
  if (numbers.length === 0) return '  None: every run is the same.\n';
  return alike(numbers)
    .map(({ path, mean: average, low, high, drawnFor, numbers: many }) => {
      const often = drawnFor === 'run' ? 'once a run' : `for each ${drawnFor}`;
      const name = many === 1 ? shortPath(path) : `${shortPath(path)} (${many} alike)`;
      return paragraph(`${name}: ${average} on average, 8 in 10 from ${low} to ${high}, drawn ${often}`, 2);
    })
    .join('');
};

const shortPath = (path: string): string => path.split('.').map(shortName).join('.');

const GRADE: Readonly<Record<LedgerEntry['grade'], string>> = {
  observed: 'observed, with a source',
  estimate: 'estimated in a source',
  assumed: 'assumed, with a reason',
  default: 'left to the format',
  none: 'without a source',
};

const gradesText = (
  grades: readonly { readonly grade: LedgerEntry['grade']; readonly numbers: number }[],
): string =>
  grades
    .filter(({ numbers }) => numbers > 0)
    .map(({ grade, numbers }) => `${right(count(numbers), 7)}  ${GRADE[grade]}\n`)
    .join('');

/** Every number of the file with its source; defaults are told by their number alone. */
export const ledgerText = (ledger: readonly LedgerEntry[], colours: Colours): string => {
  const own = ledger.filter(({ grade }) => grade !== 'default');
  const lines = own.map(({ path, value, grade, source, assumed, note }) => {
    const why = [source, assumed, note].filter((text) => text !== undefined).join('; ');
    return `${paragraph(`${shortPath(path)} = ${value}`, 2)}${paragraph(why === '' ? grade : `${grade}: ${why}`, 6)}`;
  });
  return `\n${colours.bold('Ledger')}\n${lines.join('')}`;
};
