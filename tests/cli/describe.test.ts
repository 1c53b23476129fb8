import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { HOSTILE } from '../charts/hostile.ts';
import { airbridgeIn, folderWith, wideLines } from '../support/cli.ts';

const describe = async (...words: readonly string[]) => {
  const { code, out, err } = await airbridgeIn(['describe', ...words]);
  expect(err).toBe('');
  expect(code).toBe(0);
  return out;
};

test('names the desks of the lesson on gates as the likely bottleneck, and draws the way to them', async () => {
  const out = await describe('05-gates-and-processing');
  expect(out).toMatch(
    /Gates +150 people\/h\n {4}The gate: 2 lanes × 5 people \/ 4 min\n {4}│\n {4}▼\n {2}Desks +▶ 100 people\/h\n/,
  );
  expect(out).toContain('Likely bottleneck: desks, 100 people/h, or about 1,200 people in 12 h.');
  expect(wideLines(out)).toEqual([]);
});

test('policies and what carries people on from a haven are named', async () => {
  const folder = folderWith({
    '01-one-aircraft.yaml': readFileSync('scenarios/01-one-aircraft.yaml', 'utf8'),
    'own.yaml': stringify({
      extends: '01-one-aircraft.yaml',
      airbridge: 1,
      sites: { home: { beds: '900 people' } },
      routes: { on: { between: ['haven', 'home'], time: '3 h' } },
      fleets: {
        charters: {
          title: 'Charter flights',
          craft: 'transport',
          nation: 'Any',
          count: 2,
          base: 'home',
          pickup: 'haven',
        },
      },
      policies: {
        stop: {
          title: 'Nobody flies in the end',
          when: { since: '18 h' },
          actions: [{ do: 'setSorties', fleet: 'transport', sorties: 0 }],
        },
      },
    }),
  });
  const out = await describe(`${folder}/own.yaml`);
  expect(out).toContain('From havens people are taken on by: Charter flights (2).');
  expect(out).toContain('Policies: Nobody flies in the end.');
});

test('variants are told with their titles, of the base alone, and the same as list tells them', async () => {
  const line = '  #half-the-ground-time: Half the ground time\n';
  expect(await describe('03-stands')).toContain(line);
  expect(await describe('03-stands#six-aircraft')).not.toContain('#half-the-ground-time');
  expect((await airbridgeIn(['list'])).out).toContain(line);
});

test('a setting that doubles the officers moves the likely bottleneck to the gates', async () => {
  const out = await describe('05-gates-and-processing', '--set', 'desks.papers.officers=4');
  expect(out).toContain('Likely bottleneck: gates, 150 people/h');
});

test('a number that is drawn is told by its mean and the range of eight draws in ten', async () => {
  const out = await describe(
    '01-one-aircraft',
    '--set',
    'craft.transport.seats={ uniform: [50 people, 150 people] }',
  );
  expect(out.replace(/\s+/g, ' ')).toContain(
    'craft.transport.seats: 100 people on average, 8 in 10 from 60 people to 140 people, drawn for each sortie',
  );
});

test('as JSON it has the same capacities, no limit as null, and grades that count the ledger', async () => {
  const told = JSON.parse(await describe('05-gates-and-processing', '--json', '--ledger'));
  const [way] = told.capacities;
  expect(way.least).toMatchObject({ stage: 'processing', peoplePerHour: 100 });
  expect(way.stages[0]).toMatchObject({ stage: 'road', peoplePerHour: null });
  const counted = told.grades.reduce((sum: number, { numbers }: { numbers: number }) => sum + numbers, 0);
  expect(counted).toBe(told.ledger.length);
});

test('the ledger gives each number of kabul-48h with its source, below 80 columns', async () => {
  const out = await describe('kabul-48h', '--ledger');
  expect(out).toContain('observed, with a source');
  expect(out).toContain('gates.military.lanes = 4');
  expect(wideLines(out)).toEqual([]);
});

test.each(HOSTILE)('a name %s neither drives the terminal nor widens the page', async (_, name) => {
  const [bare, base] = ['01-one-aircraft.yaml', '05-gates-and-processing.yaml'];
  const folder = folderWith({
    [bare]: readFileSync(`scenarios/${bare}`, 'utf8'),
    [base]: readFileSync(`scenarios/${base}`, 'utf8'),
    'own.yaml': stringify({
      extends: base,
      airbridge: 1,
      title: name,
      question: name,
      description: name,
      zone: name,
      assumed: name,
      sites: { field: { title: name }, haven: { title: name } },
      gates: { main: { title: name, lanes: 3 } },
      desks: { papers: { title: name } },
      fleets: { transport: { title: name } },
      populations: { people: { title: name } },
    }),
  });
  const out = await describe(`${folder}/own.yaml`, '--ledger');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/u);
  expect(wideLines(out)).toEqual([]);
});
