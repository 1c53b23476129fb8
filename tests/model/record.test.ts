import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile, OUT_STATES, type RunEvent } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const model = (path: string) => compile(loadScenario(path, { read }).scenario);

const recorded = (path: string) => {
  const events: RunEvent[] = [];
  const told = { seed: 'record', replication: 3 };
  const compiled = model(path);
  const outcome = compiled.run({ ...told, record: (event) => events.push(event) });
  return { events, outcome, plain: compiled.run(told), compiled };
};

const kabul = recorded('scenarios/kabul-48h.yaml');

test.each(['kabul-48h', '08-an-embassy-that-must-stay-open', '05-gates-and-processing'])(
  'recording %s changes no number of its outcome, nor how many events it takes',
  (name) => {
    const { outcome, plain } = name === 'kabul-48h' ? kabul : recorded(`scenarios/${name}.yaml`);
    expect(JSON.stringify(outcome)).toBe(JSON.stringify(plain));
  },
);

test('events come in the order of time, within the run', () => {
  const times = kabul.events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBe(0);
  expect(times.at(-1)).toBe(kabul.compiled.catalogue.horizon);
});

test('the record of the parties alone gives the people out that the run counts', () => {
  const { events, outcome, compiled } = kabul;
  const populations = compiled.catalogue.series.filter(({ id }) => id.startsWith('out.'));
  for (const { id } of populations) {
    const population = id.slice('out.'.length);
    const people = events.reduce((sum, event) => {
      if (event.kind !== 'party' || event.party.split(':')[0] !== population) return sum;
      return (
        sum + event.people * (Number(OUT_STATES.includes(event.to)) - Number(OUT_STATES.includes(event.from)))
      );
    }, 0);
    const row = outcome.series[compiled.catalogue.series.findIndex((each) => each.id === id)]!;
    expect(people).toBe(row.at(-1));
  }
  expect(populations.length).toBeGreaterThan(3);
});

test('each party has a name of its own and goes on from where it was', () => {
  const now = new Map<string, string>();
  const sizes = new Map<string, number>();
  const odd = kabul.events.filter((event) => {
    if (event.kind !== 'party') return false;
    const goesOn =
      (now.get(event.party) ?? event.from) === event.from &&
      (sizes.get(event.party) ?? event.people) === event.people;
    now.set(event.party, event.to);
    sizes.set(event.party, event.people);
    return !goesOn;
  });
  expect(odd).toEqual([]);
  expect(now.size).toBeGreaterThan(1000);
});
