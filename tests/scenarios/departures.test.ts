import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile, type Model, type RunEvent } from '../../src/model/index.ts';
import { shipped, textOf } from '../support/files.ts';
import { load, type Written } from '../support/scenario.ts';

/**
 * Four operations that do not ship: by air, by helicopter, by sea, and all at once. Their `fixed` variants have no luck. The
 * departures in the tables beside them come from a discrete-event program of another author and language, which was written
 * from docs/model.md and the reference alone and polls where this one signals.
 */
const FOLDER = 'tests/scenarios/fixtures';
const OPERATIONS = ['three-nations', 'two-rooftops', 'port-with-a-tide', 'everything-at-once'] as const;

/** Departures of a run, one line each: minutes to two places, fleet, from, to, people, troops; those of one minute in order of text. */
const departuresOf = (model: Model): readonly string[] => {
  const lines: (readonly [number, string])[] = [];
  const record = (event: RunEvent): void => {
    if (event.kind !== 'departure') return;
    const { fleet, pickup, delivery, people, troops } = event;
    const at = Number(event.at.toFixed(2));
    lines.push([at, [at, fleet, pickup, delivery, people, troops].join(',')]);
  };
  model.run({ seed: '1', replication: 0, record, audit: true });
  return sorted(lines);
};

const sorted = (lines: readonly (readonly [number, string])[]): readonly string[] =>
  [...lines].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)).map(([, line]) => line);

const tableOf = (name: string): readonly string[] => {
  const [, ...lines] = textOf(`${FOLDER}/${name}.csv`).trim().split('\n');
  return sorted(lines.map((line) => [Number(line.split(',')[0]), line]));
};

describe('every departure is that of another program, to the minute, the person and the soldier', () => {
  test.each(OPERATIONS)('%s', (name) => {
    const { scenario } = shipped(`../${FOLDER}/${name}`, 'fixed');
    expect(departuresOf(compile(scenario))).toEqual(tableOf(name));
  });
});

describe('two runs of one operation, with all its luck, are the same', () => {
  const written = (name: string): Written => {
    const { variants: _, ...scenario } = parse(textOf(`${FOLDER}/${name}.yaml`)) as Written;
    return scenario;
  };
  const resultOf = (scenario: Written): ReadonlyMap<string, unknown> => {
    const model = compile(load(JSON.stringify(scenario)).scenario);
    const { measures, series } = model.run({ seed: '1', replication: 3, audit: true });
    return new Map<string, unknown>([
      ...model.catalogue.measures.map(({ id }, index) => [`measure ${id}`, measures[index]] as const),
      ...model.catalogue.series.map(({ id }, index) => [`series ${id}`, series[index]] as const),
    ]);
  };
  const reversed = (section: unknown): unknown =>
    section === undefined ? undefined : Object.fromEntries(Object.entries(section as object).reverse());

  test.each(OPERATIONS)('%s, a fortnight off', (name) => {
    const scenario = written(name);
    const fortnight = (day: string): number => Number(day) + (Number(day) > 14 ? -14 : 14);
    const start = String(scenario.start).replace(/-(\d\d)T/, (_, day: string) => {
      return `-${String(fortnight(day)).padStart(2, '0')}T`;
    });
    expect(start).not.toBe(scenario.start);
    expect(resultOf({ ...scenario, start })).toEqual(resultOf(scenario));
  });

  test.each(OPERATIONS)('%s, when places and kinds are named in another order', (name) => {
    const scenario = written(name);
    const sections = ['routes', 'roads', 'craft', 'incidents', 'policies'] as const;
    const turned = Object.fromEntries(sections.map((section) => [section, reversed(scenario[section])]));
    expect(resultOf({ ...scenario, ...turned })).toEqual(resultOf(scenario));
  });

  test.each(OPERATIONS)('%s, when somebody orders what is so already', (name) => {
    const scenario = written(name);
    const [fleet] = Object.entries(scenario.fleets as Record<string, Written>)[0]!;
    const pickup = (scenario.fleets as Record<string, Written>)[fleet]!.pickup;
    const timeline = [
      ...((scenario.timeline ?? []) as readonly Written[]),
      { at: '83 min', do: 'assignFleet', fleet, pickup },
    ];
    expect(resultOf({ ...scenario, timeline })).toEqual(resultOf(scenario));
  });
});
