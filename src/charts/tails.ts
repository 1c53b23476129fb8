import { formatDuration } from '../analysis/format.ts';
import type { Summary } from '../analysis/summary.ts';
import { localTime } from '../analysis/time.ts';
import { type RecordedOutcome, TAIL_LABEL, type TailSpell } from '../model/index.ts';
import { CRAFT_KINDS, type CraftKind, kindOf, told } from './craft-kinds.ts';
import { extras, footer, timeAxis } from './frame.ts';
import { NEUTRAL } from './palette.ts';
import { drawn, times } from './series.ts';
import type { Axis, ChartSpec, Dataset } from './spec.ts';
import { plain } from './text.ts';

/** Most craft in one picture; assumed, because more rows would be thinner than their names. */
const MOST_ROWS = 24;

/**
 * What each craft did in one replication, a row a craft, above the stands in use against their number at the site that
 * comes first.
 *
 * @param outcome with the record of its craft
 * @returns null when no craft ever moved
 */
export function tails(summary: Summary, outcome: RecordedOutcome): ChartSpec | null {
  const all = outcome.spells;
  const moved = namesOf(all.filter(({ state }) => state === 'flying'));
  const names = fairShare(moved);
  if (names.length === 0) return null;
  const spells = merged(all.filter((each) => names.includes(nameOf(each))));
  const stands = standsOf(summary, outcome);
  const title = sentence(spells, names.length);
  const craft = summary.catalogue.byAir ? 'aircraft and other craft' : 'craft';
  const few =
    moved.length > names.length ? ` ${names.length} of the ${moved.length} that moved, of every fleet.` : '';
  const run = `replication ${outcome.replication}, seed ${plain(outcome.seed, 24)}`;
  return {
    id: 'tails',
    title,
    subtitle: `What ${craft} did in ${run}; one row each, the first of a fleet at its name.${few}${isAllThere(spells, names, summary) ? '' : ' White: not there.'}${stands === null ? '' : ` Below: ${stands.words}; dashed: all there are.`}`,
    alt: `Gantt chart. ${title}`,
    config: {
      type: 'scatter',
      data: {
        labels: times(summary),
        datasets: [
          ...CRAFT_KINDS.map((kind) => datasetOf(spells, { kind, names })),
          ...(stands?.datasets ?? []),
        ].filter(({ data }) => data.length > 0),
      },
      options: {
        scales: {
          x: timeAxis(summary),
          ...(stands === null ? {} : { stands: stands.axis }),
          rows: rowAxis(names, stands !== null),
        },
        plugins: {
          airbridge: extras(summary, { limits: stands?.limits ?? [], footer: footer(summary, run) }),
        },
      },
    },
    table: {
      columns: ['craft', 'what it did', 'from', 'to', 'for'],
      rows: spells
        .toSorted((a, b) => a.from - b.from)
        .slice(0, MOST_LINES)
        .map((each) => [
          plain(nameOf(each), 80),
          labelOf(each.state),
          localTime(summary.catalogue, each.from),
          localTime(summary.catalogue, each.to),
          formatDuration(each.to - each.from),
        ]),
    },
  };
}

/** Whether every craft is there from the start to the horizon. */
const isAllThere = (
  spells: readonly TailSpell[],
  names: readonly string[],
  { catalogue }: Summary,
): boolean =>
  spells.reduce((sum, { from, to }) => sum + to - from, 0) >= names.length * catalogue.horizon - 1;

/** Most lines of the table behind the chart; assumed, because nobody reads further and the page stays small. */
const MOST_LINES = 150;

const nameOf = ({ fleet, tail }: TailSpell): string => `${fleet} ${tail}`;

const fleetOf = (name: string): string => name.slice(0, name.lastIndexOf(' '));

/** The first craft of every fleet, then the second ones, until the rows are full; in the order of the file. */
function fairShare(names: readonly string[]): readonly string[] {
  const turn = (name: string): number =>
    names.slice(0, names.indexOf(name)).filter((each) => fleetOf(each) === fleetOf(name)).length;
  const chosen = names.toSorted((a, b) => turn(a) - turn(b)).slice(0, MOST_ROWS);
  return names.filter((name) => chosen.includes(name));
}

/** Spells of one craft that follow each other and are of one colour, as one; it keeps the state of the longest. */
function merged(spells: readonly TailSpell[]): readonly TailSpell[] {
  const last = new Map<string, { spell: TailSpell; longest: number }>();
  const done: TailSpell[] = [];
  for (const each of spells) {
    const name = nameOf(each);
    const before = last.get(name);
    const length = each.to - each.from;
    if (
      before !== undefined &&
      before.spell.to === each.from &&
      kindOf(before.spell.state) === kindOf(each.state)
    ) {
      const state = length > before.longest ? each.state : before.spell.state;
      const spell = { ...before.spell, state, to: each.to };
      last.set(name, { spell, longest: Math.max(length, before.longest) });
      continue;
    }
    if (before !== undefined) done.push(before.spell);
    last.set(name, { spell: each, longest: length });
  }
  return [...done, ...[...last.values()].map(({ spell }) => spell)];
}

/** Most rows of which each has its number. */
const MOST_NUMBERS = 14;

/** The fleet's name at its first craft, numbers at the others where there is room. */
function rowNames(names: readonly string[]): readonly string[] {
  return names.map((name, row) => {
    const isFirst = row === 0 || fleetOf(names[row - 1] as string) !== fleetOf(name);
    if (isFirst) return plain(name, 60);
    return names.length > MOST_NUMBERS ? '' : name.slice(name.lastIndexOf(' ') + 1);
  });
}

/** Names of craft in the order of the file and of their numbers. */
function namesOf(spells: readonly TailSpell[]): readonly string[] {
  const fleets = [...new Set(spells.map(({ fleet }) => fleet))];
  const sorted = spells.toSorted(
    (a, b) => fleets.indexOf(a.fleet) - fleets.indexOf(b.fleet) || a.tail - b.tail,
  );
  return [...new Set(sorted.map(nameOf))];
}

const labelOf = (state: string): string => (TAIL_LABEL as Readonly<Record<string, string>>)[state] ?? state;

function datasetOf(
  spells: readonly TailSpell[],
  { kind, names }: { kind: CraftKind; names: readonly string[] },
): Dataset {
  const mine = spells.filter(({ state }) => kind.states.includes(state));
  return {
    label: kind.label,
    role: 'line',
    group: kind.label,
    type: 'scatter',
    isSpell: true,
    yAxisID: 'rows',
    data: mine.map((each) => ({
      x: Math.round((each.from + each.to) / 2),
      y: names.indexOf(nameOf(each)),
      low: Math.round(each.from),
      high: Math.round(each.to),
    })),
    borderColor: kind.hex,
    borderWidth: 10,
    pointRadius: 0,
    pointHoverRadius: 4,
    showLine: false,
  };
}

function rowAxis(names: readonly string[], hasPanel: boolean): Axis {
  return {
    type: 'linear',
    position: 'left',
    min: -0.6,
    max: names.length - 0.4,
    reverse: true,
    write: 'names',
    names: rowNames(names),
    ticksAt: [...names.keys()],
    grid: { display: false },
    ...(hasPanel ? { stack: 'panels', stackWeight: 4 } : {}),
  };
}

interface Stands {
  readonly words: string;
  readonly axis: Axis;
  readonly datasets: readonly Dataset[];
  readonly limits: readonly { readonly axis: string; readonly value: number; readonly label: string }[];
}

/** Stands in use in this replication at the site that uses most of those it has. */
function standsOf(summary: Summary, outcome: RecordedOutcome): Stands | null {
  const { catalogue } = summary;
  const use = (index: number): number =>
    (outcome.series[index] ?? []).reduce((sum, each) => sum + each, 0) /
    (catalogue.series[index]?.limit ?? 1);
  const index = [...catalogue.series.keys()]
    .filter((each) => catalogue.series[each]?.id.startsWith('stands-in-use.'))
    .toSorted((a, b) => use(b) - use(a))[0];
  const spec = index === undefined ? undefined : catalogue.series[index];
  const levels = index === undefined ? undefined : outcome.series[index];
  if (spec?.limit === undefined || levels === undefined) return null;
  const most = Math.max(spec.limit, ...levels);
  const line: Dataset = {
    label: plain(spec.label, 60),
    role: 'line',
    group: spec.id,
    type: 'line',
    yAxisID: 'stands',
    data: drawn(summary).map((each) => levels[each] ?? 0),
    borderColor: NEUTRAL,
    borderWidth: 2,
    pointRadius: 0,
    stepped: true,
    fill: false,
  };
  return {
    words: plain(spec.label, 60),
    axis: {
      type: 'linear',
      position: 'left',
      min: 0,
      max: most * 1.3,
      ticksAt: [0, most],
      stack: 'panels',
      stackWeight: 1,
      write: 'count',
    },
    datasets: [line],
    limits: [{ axis: 'stands', value: spec.limit, label: '' }],
  };
}

/** Where the hours of the craft that moved went. */
function sentence(spells: readonly TailSpell[], craft: number): string {
  const hours = CRAFT_KINDS.map(({ states }) =>
    spells.filter(({ state }) => states.includes(state)).reduce((sum, { from, to }) => sum + to - from, 0),
  );
  const all = hours.reduce((sum, each) => sum + each, 0) || 1;
  return `Where the time of ${craft} craft goes: ${told(hours, all)}`;
}
