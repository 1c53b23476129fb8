import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { HOSTILE } from '../charts/hostile.ts';
import { airbridgeIn, folderWith, wideLines } from '../support/cli.ts';

/** The story of the largest scenario, told once for all tests that set something beside it. */
let kabul: Promise<string> | undefined;
const kabulStory = (): Promise<string> => {
  kabul ??= trace('kabul-48h');
  return kabul;
};

const trace = async (...words: readonly string[]) => {
  const { code, out, err } = await airbridgeIn(['trace', ...words]);
  expect(err).toBe('');
  expect(code).toBe(0);
  return out;
};

/** A folder with a scenario of its own on top of one that ships. */
const folderOn = (changes: object): string => {
  const [bare, base] = ['01-one-aircraft.yaml', '05-gates-and-processing.yaml'];
  return folderWith({
    [bare]: readFileSync(`scenarios/${bare}`, 'utf8'),
    [base]: readFileSync(`scenarios/${base}`, 'utf8'),
    'own.yaml': stringify({ extends: base, airbridge: 1, ...changes }),
  });
};

/** Lines in which the time and the beginning of the text are as given. */
const lines = (text: string, pattern: RegExp): number =>
  text.split('\n').filter((line) => pattern.test(line)).length;

test('the story of one aircraft has its departures at 3 h and 15 h, when its file says they are', async () => {
  const out = await trace('01-one-aircraft');
  expect(out).toContain('Mon 1 Jan\n');
  expect(lines(out, /^ {2}03:00 {2}First departure .* from The field, with 100 people$/)).toBe(1);
  expect(lines(out, /^ {2}15:00 {2}Last departure .*: 300 in 3 loads$/)).toBe(1);
  expect(lines(out, /^ {2}09:00 {2}Half of those who set out are out: 200 people$/)).toBe(1);
});

test('an aircraft that is followed tells each leg and where its twenty hours went', async () => {
  const out = await trace('01-one-aircraft', '--tail', 'transport:1');
  expect(lines(out, /^ {2}Mon 1 Jan 02:00 {2}Loading \(1 h\)$/)).toBe(1);
  expect(lines(out, /^ {2}Mon 1 Jan 05:00 {2}Turning round at its base \(1 h\)$/)).toBe(1);
  // Launched at 0, 6, 12 and 18 h: 4 + 4 + 4 + 2 hours under way until the run ends at 20 h.
  expect(out).toContain('Under way: 14 h; Loading: 3 h; Turning round at its base: 3 h.');
});

test('a family before gates that are the bottleneck is told that the gates held it back', async () => {
  const out = await trace('05-gates-and-processing', '--party', 'people:3');
  expect(out).toMatch(/Outside the gates; held back by: Gates/);
  expect(out).toMatch(/In the air on transport \d+ to The haven \(2 h\)/);
});

test('the haven that fills stops launches, and the story says so', async () => {
  const out = await trace('04-a-haven-that-fills');
  expect(out).toMatch(/Launch stop for transport, [\d.]+ h: no beds at a haven/);
});

test('troops who land open the runway and the gate of their lesson at 2 h, in that order', async () => {
  const out = await trace('07-a-force-that-must-arrive-first');
  const at = (text: string): number => out.indexOf(`02:00  ${text}`);
  expect(out).toContain('00:00  The runway of The field is closed, for want of troops');
  expect(at('300 troops of The battalion land at The field')).toBeGreaterThan(0);
  expect(at('The runway of The field opens after 2 h')).toBeGreaterThan(at('300 troops'));
  expect(at('The gate: 5 lanes work, 0 until now')).toBeGreaterThan(at('300 troops'));
  // 85, 385, 685 and 985 out at 3, 9, 15 and 21 h, as its file works out.
  expect(out).toContain('15:00  Half of those who set out are out: 685 people');
  expect(out).toContain('End of the day: 985 evacuees out');
});

test('--until tells what the whole story tells up to then, and says nothing of later', async () => {
  const [whole, part] = [await kabulStory(), await trace('kabul-48h', '--until', '20h')];
  const told = part.split('\n').slice(0, part.split('\n').indexOf('Sat 14 Aug'));
  expect(told.length).toBeGreaterThan(10);
  expect(whole.startsWith(told.join('\n'))).toBe(true);
  expect(part).toMatch(/\n {2}By 08:00: [\d,]+ evacuees out/);
  expect(part).not.toContain('Sun 15 Aug');
});

test('a craft that is followed until an instant is cut short there, in the spell it was in', async () => {
  const out = await trace('01-one-aircraft', '--tail', 'transport:1', '--until', '4h');
  expect(out).toMatch(/Mon 1 Jan 03:00 {2}Under way \(1 h\)\n\nIn all: Under way: 3 h; Loading: 1 h\./);
});

test('a branch tells the same story up to the fork and another one behind it', async () => {
  const fork = ['kabul-48h', '--fork-at', '24h', '--branch'];
  const [kept, one, two] = [await kabulStory(), await trace(...fork, '1'), await trace(...fork, '2')];
  const past = (text: string): string => /Fri 13 Aug\n[\s\S]*?\n\n/.exec(text)![0];
  expect(past(one)).toBe(past(kept));
  expect(one).toContain('from Sat 14 Aug 12:00 on: the future of branch 1');
  expect(one.slice(one.indexOf('Sun 15'))).not.toBe(two.slice(two.indexOf('Sun 15')));
});

test('taxiing from stand to runway and on is one spell', async () => {
  const out = await trace('kabul-48h', '--tail', 'us-c-17:1');
  expect(out).toContain('On runway and taxiway');
  expect(out).not.toMatch(/On runway and taxiway.*\n.*\d {1,2}On runway and taxiway/);
});

test('a fall is told before what it brings about', async () => {
  const out = await trace(
    `${folderOn({
      threat: {
        places: { town: { title: 'The town', falls: '3 h', actions: [{ do: 'closeRoad', road: 'street' }] } },
      },
    })}/own.yaml`,
  );
  expect(out).toMatch(
    /03:00 {2}The town falls\n {2}03:00 {2}After the fall of The town: The street closes\n/,
  );
});

test('units and incidents have their titles, in sentences that are right for one and for many', async () => {
  const folder = folderOn({
    force: {
      units: { guard: { title: 'Marines', nation: 'Any', troops: 10, site: 'field', present: true } },
    },
    incidents: {
      rockets: { title: 'Rockets', at: '3 h', lasts: '1 h', actions: [{ do: 'closeGate', gate: 'main' }] },
    },
    timeline: [{ at: '5 h', do: 'withdrawUnit', unit: 'guard' }],
  });
  const out = await trace(`${folder}/own.yaml`);
  expect(lines(out, /^ {2}03:00 {2}Begins: Rockets$/)).toBe(1);
  expect(lines(out, /^ {2}04:00 {2}Ends: Rockets$/)).toBe(1);
  expect(lines(out, /^ {2}05:00 {2}Order: withdrawal of Marines begins$/)).toBe(1);
});

test('what a timeline orders is told when it happens', async () => {
  const folder = folderOn({
    timeline: [
      { at: '4 h', do: 'closeGate', gate: 'main' },
      { at: '6 h', do: 'openGate', gate: 'main' },
    ],
  });
  const out = await trace(`${folder}/own.yaml`);
  expect(
    lines(out, /^ {2}04:00 {2}The gate: no lane works, closed by order or out of hours, 2 until now$/),
  ).toBe(1);
  expect(lines(out, /^ {2}06:00 {2}The gate: 2 lanes work, 0 until now$/)).toBe(1);
});

test('as JSON Lines every event has its time and kind', async () => {
  const out = await trace('01-one-aircraft', '--jsonl');
  const events = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.filter(({ kind }) => kind === 'departure').map(({ at }) => at / 60)).toEqual([3, 9, 15]);
  expect(events.find(({ kind }) => kind === 'departure').time).toBe('2024-01-01T03:00+00:00');
  expect(new Set(events.map(({ kind }) => kind))).toContain('party');
});

test.each([
  ['--party', 'peple:1', 'people'],
  ['--party', 'people:x', 'whole number'],
  ['--party', 'people', 'people'],
  ['--tail', 'transport:0', 'whole number'],
  ['--tail', 'ship:1', 'transport'],
])('%s %s is refused, naming what would do: %s', async (flag, value, hint) => {
  const { code, err } = await airbridgeIn(['trace', '01-one-aircraft', flag, value]);
  expect(code).toBe(2);
  expect(err).toContain(hint);
});

test('a craft that the fleet does not have is no error, but is said not to have joined', async () => {
  expect(await trace('01-one-aircraft', '--tail', 'transport:9')).toContain('did not join');
});

test.each(HOSTILE)('a name %s neither drives the terminal nor widens the story', async (_, name) => {
  const folder = folderOn({
    title: name,
    sites: { field: { title: name }, haven: { title: name } },
    gates: { main: { title: name } },
    fleets: { transport: { title: name } },
    populations: { people: { title: name } },
  });
  for (const more of [[], ['--party', 'people:3'], ['--tail', 'transport:1']]) {
    const out = await trace(`${folder}/own.yaml`, ...more);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/u);
    expect(wideLines(out)).toEqual([]);
  }
});

/** Boats from a beach to an anchorage and ships from there, with raids on the beach that overlap. */
const BY_SEA = `
airbridge: 1
title: By sea
question: Who is told what?
start: 2024-01-01T00:00+00:00
window: 24 h
sites:
  beach: { title: The beach, pads: 4 }
  anchorage: { title: The anchorage }
  harbour: { title: The harbour, beds: 5000 people }
routes:
  near: { between: [beach, anchorage], time: 15 min }
  far: { between: [anchorage, harbour], time: 3 h }
craft:
  boat: { lands: pad, seats: 20 people, groundTime: 20 min, turnTime: 10 min, orbit: 15 min }
  ship: { lands: pad, seats: 400 people, groundTime: 1 h, turnTime: 1 h }
fleets:
  boats: { title: Small boats, craft: boat, nation: Any, count: 2, base: anchorage, pickup: beach }
  ships: { title: The ship, craft: ship, nation: Any, count: 1, base: harbour, pickup: anchorage }
populations:
  men: { nation: Any, people: 900 people, present: 100 %, site: beach }
incidents:
  raid: { title: A raid, at: 5 h, lasts: 4 h, actions: [{ do: closeSite, site: beach }], ending: [{ do: openSite, site: beach }] }
  shells: { title: Shells, at: 6 h, lasts: 1 h, actions: [{ do: closeSite, site: beach }], ending: [{ do: openSite, site: beach }] }
timeline:
  - { at: 2 h, do: setPads, site: beach, pads: 1, by: the beachmaster }
`;

test('people, places and craft of a passage by sea have their names, and nothing flies or lands', async () => {
  const file = `${folderWith({ 'sea.yaml': BY_SEA })}/sea.yaml`;
  const story = await trace(file);
  expect(story).toContain('02:00  Order of the beachmaster: The beach has 1 pad\n');
  expect(story).toContain('05:00  A raid: The beach closes to craft\n');
  expect(story).toContain('07:00  Shells: The beach stays closed for another cause\n');
  expect(story).toContain('09:00  A raid: The beach is open to craft again\n');
  expect(story).toMatch(/Small boats 2 cannot come in at The beach and goes back/);
  // a run that ends at midnight has no day after it
  expect(story).not.toContain('Tue 2 Jan');
  const party = await trace(file, '--party', 'men:300');
  expect(party).toMatch(/Under way on Small boats \d to The anchorage, not\s+yet\s+out/);
  expect(party).toMatch(/Under way on The ship 1 to The\s+harbour/);
  expect(story + party).not.toMatch(/In the air|land|airfield|runway/);
});

test('what a wait was charged to is no longer than the wait, where people of the group wait elsewhere too', async () => {
  const file = `${folderWith({ 'sea.yaml': BY_SEA })}/sea.yaml`;
  const party = await trace(file, '--party', 'men:300');
  const hours = (text: string): number =>
    [...text.matchAll(/([\d.]+) (h|min)/g)].reduce(
      (sum, [, amount, unit]) => sum + Number(amount) / (unit === 'h' ? 1 : 60),
      0,
    );
  const waits = [
    ...party.replaceAll(/\n +(?=[^ ])/g, ' ').matchAll(/held back by: ([^(]*\d[^(]*)\(([^)]*)\)/g),
  ];
  expect(waits.length).toBeGreaterThan(0);
  for (const [, parts = '', all = ''] of waits) expect(hours(parts)).toBeLessThanOrEqual(hours(all) + 0.1);
});
