import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type LedgerEntry,
  type LoadedScenario,
  type LoadOptions,
  loadScenario,
  minutesAfterStart,
  splitVariant,
} from '../../src/scenario/index.ts';
import { changed, only } from '../support/bad-scenario.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

const small = (options: Partial<LoadOptions> = {}, text = SMALL_SCENARIO): LoadedScenario =>
  loadScenario('dir/small.yaml', { read: only('dir/small.yaml', text), ...options });

const files =
  (texts: Readonly<Record<string, string>>) =>
  (path: string): string => {
    const text = texts[path];
    if (text === undefined) throw new Error(`no ${path}`);
    return text;
  };

const entry = (ledger: readonly LedgerEntry[], path: string): LedgerEntry | undefined =>
  ledger.find((each) => each.path === path);

test('quantities are kept in minutes, nautical miles, knots, shares and people', () => {
  const { scenario } = small({
    set: [
      'routes.air.distance=1852 km',
      'craft.c17.speed=926 km/h',
      'fleets.airlift.interval=0.75 h',
      'populations.uk.setsOut=48 %/d',
    ],
  });
  expect(scenario.routes.air?.distance).toEqual({ kind: 'fixed', value: 1000 });
  expect(scenario.craft.c17?.speed).toEqual({ kind: 'fixed', value: 500 });
  expect(scenario.fleets.airlift?.interval).toEqual({ kind: 'fixed', value: 45 });
  expect(scenario.populations.uk?.setsOut).toEqual({ kind: 'fixed', value: 0.02 });
  expect(scenario.sites.hkia?.processingRoom).toEqual({ kind: 'fixed', value: 2000 });
  expect(scenario.window).toBe(2880);
});

test('local times count from the start without any zone, durations from the start', () => {
  const { scenario } = small();
  expect(scenario.start.utcOffset).toBe(270);
  const [first, second] = scenario.timeline;
  expect(minutesAfterStart(scenario, first!.at)).toBe(360);
  expect(minutesAfterStart(scenario, second!.at)).toBe(30 * 60);
  expect(minutesAfterStart(scenario, scenario.threat!.places.herat!.falls)).toBe(-16 * 60);
});

test('a timeline is written flat and kept as time and action', () => {
  expect(small().scenario.timeline[0]).toMatchObject({
    at: { after: 360 },
    action: { do: 'openGate', gate: 'north' },
  });
});

test('annotations leave no trace in the scenario', () => {
  const without = SMALL_SCENARIO.replaceAll(/, (?:source|assumed|grade|note): [^,}\n]+/g, '')
    .replaceAll(/^ +(?:source|assumed): .*\n/gm, '')
    .replaceAll(/\{ value: ([^,}]+) \}/g, '$1');
  expect(without).not.toMatch(/source|assumed/);
  expect(small({}, without).hashInput).toBe(small().hashInput);
});

test('an annotation covers every number below it that has none nearer', () => {
  const { ledger } = small();
  expect(entry(ledger, 'sites.hkia.runway.separation')).toMatchObject({
    source: 'P1',
    grade: 'observed',
    value: '3 min',
    line: 14,
  });
  expect(entry(ledger, 'roads.north-road.travel')).toMatchObject({
    assumed: 'city traffic',
    grade: 'assumed',
  });
  expect(entry(ledger, 'roads.north-road.turnedBack')).toMatchObject({
    source: 'P4',
    grade: 'estimate',
    note: 'later days',
    value: '5 %',
  });
});

test('every number of the small scenario is in the ledger with a source or a confession', () => {
  const { ledger } = small();
  expect(ledger.filter(({ grade }) => grade === 'none')).toEqual([]);
  expect(new Set(ledger.map(({ path }) => path)).size).toBe(ledger.length);
});

test('a number of which nobody says where it comes from is listed as such', () => {
  const text = changed(SMALL_SCENARIO, 'stands: 2, assumed: two landing spots', 'stands: 2');
  const bare = small({}, text).ledger.filter(({ grade }) => grade === 'none');
  expect(bare).toMatchObject([
    { path: 'sites.compound.stands', value: '2', file: 'dir/small.yaml', line: 18 },
  ]);
});

test('a default that is left as it is appears in the ledger, with the mapping that leaves it', () => {
  expect(entry(small().ledger, 'craft.c17.orbit')).toMatchObject({
    value: '60 min',
    grade: 'default',
    line: 54,
  });
});

test('the numbers of one list make one entry', () => {
  const { ledger } = small();
  expect(entry(ledger, 'populations.uk.byHour')?.value.split(', ')).toHaveLength(24);
});

test('a source vouches only for the text in which it stands', () => {
  const late = small({ variant: 'late' });
  expect(entry(late.ledger, 'force.units.army.ready')).toMatchObject({ assumed: 'as asked', value: '60 h' });
  const read = files({
    'base.yaml': SMALL_SCENARIO,
    'top.yaml': 'extends: base.yaml\nsites: { hkia: { stands: 9 } }\n',
  });
  const { ledger } = loadScenario('top.yaml', { read });
  expect(entry(ledger, 'sites.hkia.stands')).toMatchObject({ grade: 'none', file: 'top.yaml', line: 2 });
  expect(entry(ledger, 'sites.hkia.waitingArea')).toMatchObject({ source: 'P1', file: 'base.yaml' });
});

test('a setting of the command line is confessed as such', () => {
  const { ledger } = small({ set: ['sites.hkia.stands=9'] });
  expect(entry(ledger, 'sites.hkia.stands')).toMatchObject({
    assumed: 'set on the command line',
    value: '9',
  });
});

test('base, file, variant and settings are laid over each other in this order', () => {
  const stands = (count: number): string => `sites: { hkia: { stands: ${count} } }`;
  const top = `extends: base.yaml\n${stands(2)}\nvariants:\n  v: { ${stands(3)} }\n`;
  const read = files({ 'base.yaml': changed(SMALL_SCENARIO, 'stands: 4\n', 'stands: 1\n'), 'top.yaml': top });
  const count = (options: Partial<LoadOptions>, file = 'top.yaml'): unknown =>
    loadScenario(file, { read, ...options }).scenario.sites.hkia?.stands;
  const set = ['sites.hkia.stands=4', 'sites.hkia.stands=5'];
  expect(count({}, 'base.yaml')).toEqual({ kind: 'fixed', value: 1 });
  expect(count({})).toEqual({ kind: 'fixed', value: 2 });
  expect(count({ variant: 'v' })).toEqual({ kind: 'fixed', value: 3 });
  expect(count({ variant: 'v', set })).toEqual({ kind: 'fixed', value: 5 });
});

test('a patch merges mappings, replaces lists and quantities whole, and removes with null', () => {
  const set = [
    'gates.north.admits=null',
    'populations.us.people={ uniform: [5 people, 9 people] }',
    'force.plan=[]',
    'observations.troops=null',
    'sites.haven.beds=7 people',
  ];
  const { scenario } = small({ set });
  expect(scenario.gates.north?.admits).toBeUndefined();
  expect(scenario.gates.north?.lanes).toEqual({ kind: 'fixed', value: 3 });
  expect(scenario.populations.us?.people).toEqual({ kind: 'uniform', min: 5, max: 9 });
  expect(scenario.force?.plan).toEqual([]);
  expect(Object.keys(scenario.observations)).toEqual(['all-told']);
});

test('a variant is named after the file, and its title becomes the title', () => {
  const { scenario, name, variants } = small({ variant: 'late' });
  expect([name, scenario.title, variants]).toEqual(['small#late', 'Two days late', ['late', 'no-crowd']]);
  expect(small({ variant: 'no-crowd' }).scenario.crowd).toBeUndefined();
});

test('the variants of an extended file stay with that file', () => {
  const read = files({ 'base.yaml': SMALL_SCENARIO, 'top.yaml': 'extends: base.yaml\n' });
  expect(loadScenario('top.yaml', { read }).variants).toEqual([]);
});

test('neither the order of keys nor the way a quantity is written changes what is hashed', () => {
  const rewritten = changed(SMALL_SCENARIO, '    overhead: 20 min\n', '').replace(
    '    speed: 430 kt\n',
    '    overhead: 1200 s\n    speed: 430kt\n',
  );
  expect(rewritten).not.toBe(SMALL_SCENARIO);
  expect(small({}, rewritten).hashInput).toBe(small().hashInput);
  expect(small({ set: ['craft.c17.overhead=21 min'] }).hashInput).not.toBe(small().hashInput);
});

test('a hash in a folder name does not hide a file without a variant', () => {
  expect(splitVariant('plan#2/a.yaml')).toEqual({ file: 'plan#2/a.yaml' });
  expect(splitVariant('plan#2/a.yaml#late')).toEqual({ file: 'plan#2/a.yaml', variant: 'late' });
});

test('fleets cannot wait for the escort of troops whom only they bring', () => {
  const lesson = (...set: string[]) =>
    loadScenario('scenarios/07-a-force-that-must-arrive-first.yaml', {
      read: (path) => readFileSync(path, 'utf8'),
      set,
    });
  const waits = 'force.tasks.airfield.fleets=[transport]';
  expect(() => lesson(waits)).toThrow(/no others bring troops there: nothing would ever fly/);
  const others = 'fleets.helicopters={ craft: transport, nation: Any, count: 1, base: haven, pickup: field }';
  expect(lesson(waits, others).scenario.force!.tasks.airfield!.fleets).toEqual(['transport']);
  expect(lesson(waits, 'force.units.battalion.present=true').scenario.force!.tasks.airfield!.fleets).toEqual([
    'transport',
  ]);
});
