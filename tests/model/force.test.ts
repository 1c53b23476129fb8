import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, FORCE, READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** COMING with a gate that 60 troops must guard; 100 troops land at 6 h. */
const GUARDED: Written = merged(COMING, FORCE);

describe('work that needs troops', () => {
  test('is not done until they land: a gate lets nobody in before 6 h, and works from then on', () => {
    const result = run(GUARDED);
    expect(at(result, 'stage.gate', 5, 6, 7)).toEqual([300, 299, 239]);
  });

  test('is not done at all by too few: 59 troops do not guard a gate that takes 60', () => {
    const result = run(GUARDED, { force: { units: { guard: { troops: 59 } } } });
    expect(at(result, 'stage.gate', 23)).toEqual([300]);
  });

  test('is covered in order of priority; the first that cannot be covered leaves all after it uncovered', () => {
    const tasks = (first: number): Written => ({
      force: {
        tasks: {
          // stated out of order: priority counts, not the place in the file
          last: { site: 'field', troops: 1, priority: 9, gates: ['south'] },
          middle: { site: 'field', troops: first, priority: 1 },
        },
      },
      gates: { south: { site: 'field', lanes: 1, search: '1 min' } },
    });
    // 40 + 60 + 1 of 100: the second gate stays uncovered although the task before it is covered in full
    expect(at(run(GUARDED, tasks(40)), 'stage.gate', 6, 7)).toEqual([299, 239]);
    expect(at(run(GUARDED, tasks(39)), 'stage.gate', 6, 7)).toEqual([298, 178]);
    // 41 leaves 59 for the gate that takes 60, so the one soldier's task is not covered either
    expect(at(run(GUARDED, tasks(41)), 'stage.gate', 7)).toEqual([300]);
  });

  test('opens the runway: craft cannot land before the troops who run it are there', () => {
    const runway = {
      force: {
        tasks: { entrance: null, tower: { site: 'field', troops: 100, priority: 1, runway: 'field' } },
      },
    };
    const result = run(GUARDED, runway, { populations: { people: { present: '100 %' } } });
    expect(at(result, 'runway-open.field', 5, 6)).toEqual([0, 1]);
    // on approach since 2 h, on the stand at 6 h, away at 7 h
    expect(at(result, 'out', 6, 7)).toEqual([0, 100]);
    expect(result.measure('runway-closed-hours.field')).toBe(6);
  });
});

describe('what two tasks must be covered for', () => {
  test('works only while both are: a gate and a runway, whichever task comes first', () => {
    const watch = (priority: number, troops: number): Written => ({
      site: 'field',
      troops,
      priority,
      gates: ['north'],
      runway: 'field',
    });
    const force = (one: Written, other: Written): Written => ({
      force: { tasks: { entrance: null, one, other } },
    });
    const known = (...tasks: readonly [Written, Written]) => {
      const result = run(GUARDED, force(...tasks));
      return [at(result, 'stage.gate', 7), at(result, 'runway-open.field', 7)].flat();
    };
    // 100 troops: 40 + 60 cover both, 41 + 60 the first alone
    expect(known(watch(1, 40), watch(2, 60))).toEqual([239, 1]);
    expect(known(watch(2, 60), watch(1, 40))).toEqual([239, 1]);
    expect(known(watch(1, 41), watch(2, 60))).toEqual([300, 0]);
    expect(known(watch(2, 60), watch(1, 41))).toEqual([300, 0]);
  });
});

/** Troops who wait at the haven for a lift with one aircraft that flies for nobody else. */
const LIFTED: Written = merged(GUARDED, {
  fleets: { transport: { launch: 'on-demand' } },
  populations: { people: { notified: '23 h' } },
  craft: { transport: { troopSeats: 50 } },
  force: {
    units: {
      guard: { from: 'haven', ready: '6 h', troops: 100, serial: 50, interval: '0 h' },
    },
  },
});

describe('a fleet that two tasks must be covered for', () => {
  test('does not fly while one of them is not', () => {
    const escort = (site: string) => ({ site, troops: 10, priority: 1, fleets: ['transport'] });
    const force = {
      units: { guard: { nation: 'Any', troops: 10, site: 'field', present: true } },
      tasks: { here: escort('field'), there: escort('haven') },
    };
    expect(run(READY, { force }).measure('people-out')).toBe(0);
    expect(run(READY, { force: { ...force, tasks: { here: escort('field') } } }).measure('people-out')).toBe(
      300,
    );
  });
});

describe('troops who fly in', () => {
  test('land two hours after the launch, one serial a sortie: at 8 h and 14 h', () => {
    expect(at(run(LIFTED), 'troops', 7, 8, 13, 14)).toEqual([0, 50, 50, 100]);
  });

  test('use the aircraft that would carry people out, which then flies out with them', () => {
    const result = run(LIFTED, {
      populations: { people: { notified: '0 h' } },
      force: { tasks: { entrance: { troops: 50 } } },
    });
    expect(at(result, 'troops', 8)).toEqual([50]);
    // the gate, guarded from 8 h on, lets in one a minute: 59 before the aircraft closes its doors
    expect(result.at('out', 9 * HOUR)).toBe(59);
  });

  test('are split only where a serial is larger than any craft: 100 in 40, 40 and 20', () => {
    const result = run(LIFTED, {
      craft: { transport: { troopSeats: 40 } },
      force: { units: { guard: { serial: 100 } } },
    });
    expect(at(result, 'troops', 8, 14, 20)).toEqual([40, 80, 100]);
  });

  test('fly by priority, and with craft of their own nation only', () => {
    const others = {
      force: {
        units: {
          urgent: {
            nation: 'Any',
            troops: 50,
            site: 'field',
            from: 'haven',
            ready: '6 h',
            serial: 50,
            priority: 0,
          },
          foreign: { nation: 'Other', troops: 30, site: 'field', present: true },
        },
      },
    };
    const result = run(LIFTED, others);
    expect(at(result, 'troops', 5, 8, 14, 20)).toEqual([30, 80, 130, 180]);
    expect(result.measure('troops.Other')).toBe(30);
  });

  test('land where only they are wanting to run the runway, but not through a crowd or an order', () => {
    const tower = {
      force: { tasks: { tower: { site: 'field', troops: 50, priority: 0, runway: 'field' } } },
    };
    const opens = run(LIFTED, tower);
    expect(at(opens, 'runway-open.field', 7, 8)).toEqual([0, 1]);
    expect(at(opens, 'troops', 8, 14)).toEqual([50, 100]);
    const shut = run(LIFTED, tower, timeline({ at: '7 h', do: 'closeRunway', site: 'field' }));
    expect(at(shut, 'troops', 8, 14)).toEqual([0, 0]);
  });

  test('leave again by the runway that nobody runs yet, so that the second serial can open it', () => {
    const result = run(LIFTED, {
      force: { tasks: { tower: { site: 'field', troops: 100, priority: 0, runway: 'field' } } },
    });
    expect(at(result, 'troops', 8, 14)).toEqual([50, 100]);
    expect(at(result, 'runway-open.field', 13, 14)).toEqual([0, 1]);
  });

  test('who are brought back fly again only once their craft has landed', () => {
    const result = run(
      LIFTED,
      {
        sites: { haven: { stands: 1 } },
        craft: { transport: { orbit: '1 h', turnTime: '8 h' } },
        fleets: { transport: { count: 3 } },
        populations: { people: { people: '100 people', present: '100 %' } },
        force: { units: { guard: { troops: 50 } } },
      },
      timeline(
        { at: '7 h', do: 'closeRunway', site: 'field' },
        { at: '11.5 h', do: 'openRunway', site: 'field' },
      ),
    );
    // the first craft holds the one stand from 5 to 13 h; the second, back at 11 h, lands then, and the third goes at once
    expect(at(result, 'troops', 13, 14, 15)).toEqual([0, 0, 50]);
  });

  test('are brought back by a craft that cannot land, and fly again', () => {
    const result = run(
      LIFTED,
      { craft: { transport: { orbit: '1 h' } }, force: { units: { guard: { troops: 50 } } } },
      timeline(
        { at: '7 h', do: 'closeRunway', site: 'field' },
        { at: '11.5 h', do: 'openRunway', site: 'field' },
      ),
    );
    // launched at 6 h, orbits from 8 to 9 h, back at 11 h with a turn of 1 h, launched at 12 h, lands at 14 h
    expect(result.measure('diverts')).toBe(1);
    expect(at(result, 'troops', 13, 14)).toEqual([0, 50]);
    expect(result.measure('orbit-hours')).toBeCloseTo(1, 9);
  });

  test('do not call for craft that have no seats for troops', () => {
    expect(run(LIFTED, { craft: { transport: { troopSeats: 0 } } }).measure('sorties')).toBe(0);
  });

  test('tell when the whole force is there', () => {
    expect(run(LIFTED).measure('time-force-complete')).toBe(14 * HOUR);
    expect(
      run(LIFTED, { window: '13 h', populations: { people: { notified: '5 h' } } }).measure('force-complete'),
    ).toBe(0);
  });
});
