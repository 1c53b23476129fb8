import { describe, expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { merged, run, scenarioOf, type Told, type Written } from '../support/scenario.ts';
import { timeline, WITH_EMBASSY } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));
const FINE: Written = { sample: '5 min' };
const ORDERED: Written = { embassy: { status: 'ordered' } };
const moveAt3 = timeline({ at: '3 h', do: 'moveEmbassy' });

describe('staff leave in waves', () => {
  test('of the stated size at the stated times: 15 of 40 every two hours', () => {
    const result = run(WITH_EMBASSY, ORDERED, { embassy: { waves: { size: '15 people' } } });
    expect(at(result, 'staff.compound', 1, 3, 5, 7)).toEqual([135, 120, 110, 110]);
  });

  test('and the compound is cleared from the start where nobody is to leave', () => {
    const staff = Object.fromEntries(
      ['officers', 'others', 'core', 'local', 'guards'].map((id) => [id, { leaves: 'never' }]),
    );
    expect(run(WITH_EMBASSY, { embassy: { staff } }).measure('time-compound-cleared')).toBe(0);
  });

  test('only at the departure status at which they leave', () => {
    expect(at(run(WITH_EMBASSY), 'staff.compound', 23)).toEqual([150]);
    expect(at(run(WITH_EMBASSY, ORDERED), 'staff.compound', 23)).toEqual([110]);
  });

  test('by helicopter: two of 20 seats take the first wave of 40 off at 10 + 5 min and set it down at 25 min', () => {
    const result = run(WITH_EMBASSY, FINE, ORDERED);
    const levels = (id: string) => [10, 15, 20, 25].map((minutes) => result.at(id, minutes));
    expect(levels('stage.lift')).toEqual([0, 40, 40, 0]);
    expect(levels('staff.moving')).toEqual([0, 40, 40, 0]);
    expect(levels('staff.waiting')).toEqual([0, 0, 0, 40]);
    // until its helicopter leaves, the wave is in the compound
    expect(levels('staff.compound')).toEqual([150, 110, 110, 110]);
  });

  test('no more at once than there are pads', () => {
    const result = run(WITH_EMBASSY, FINE, ORDERED, { sites: { compound: { pads: 1 } } });
    expect([15, 20].map((minutes) => result.at('staff.moving', minutes))).toEqual([20, 40]);
  });

  test('and fly out with those who have waited at the airfield', () => {
    const result = run(WITH_EMBASSY, ORDERED);
    // the aircraft lands at 2 h and leaves at 3 h
    expect(at(result, 'staff.out', 2, 3)).toEqual([0, 40]);
    expect(result.measure('staff-out')).toBe(40);
  });
});

test('guards leave last, also when the capital has fallen and they have the smallest priority number', () => {
  const fallen: Written = {
    threat: { places: { city: { falls: '3 h', capital: true } } },
    embassy: {
      status: 'suspended',
      staff: { guards: { priority: 0 } },
      waves: { first: '4 h', size: '10 people' },
    },
  };
  const called: string[] = [];
  compile(scenarioOf(WITH_EMBASSY, fallen)).run({
    seed: '1',
    replication: 0,
    record: (event) => {
      if (event.kind === 'party' && event.to === 'called-forward') called.push(event.party.split(':')[0]!);
    },
  });
  expect([...new Set(called)]).toEqual(['others', 'officers', 'core', 'guards']);
  expect(called.length).toBe(40 + 10 + 20 + 30);
});

describe('when the embassy moves', () => {
  const moved = run(WITH_EMBASSY, FINE, moveAt3);

  test('those who live in the city are sent home at once, without a lift', () => {
    expect(at(moved, 'staff.home', 2, 3)).toEqual([0, 50]);
  });

  test('waves come at the shorter interval, first the others, then officers, core staff and, last of all, guards', () => {
    // waves of 40 at 3:00 (40 others) and 3:30 (10 officers, 20 core staff); guards once these have been lifted
    expect([180, 209, 210].map((minutes) => moved.at('staff.compound', minutes - (minutes % 5)))).toEqual([
      100, 60, 60,
    ]);
    const guardsLeft = moved.series('stage.lift').map((lift, sample) => [sample * 5, lift] as const);
    expect(guardsLeft.filter(([minutes, lift]) => minutes > 240 && lift > 0)).not.toEqual([]);
    expect(moved.measure('staff-in-compound')).toBe(0);
  });

  test('the guards are called forward only when nobody else who leaves is in the compound', () => {
    // officers and core staff are called at 3:30 and airborne at 3:45, so the wave of 4:00 is the guards'
    const [before, after] = [235, 240].map((minutes) => moved.at('staff.compound', minutes));
    expect([before, after]).toEqual([30, 30]);
    expect(moved.at('stage.lift', 240)).toBe(30);
  });

  test('core staff and officers work at the airfield, the others fly out', () => {
    expect(moved.at('staff.at-airfield', 10 * HOUR)).toBe(30);
    expect(moved.at('consular.airfield', 10 * HOUR)).toBe(10);
    expect(moved.measure('staff-out')).toBe(70);
  });

  test('the compound is cleared when the last craft has left it, not when it is called', () => {
    // guards are called at 4:00; two craft land at 4:10 and leave at 4:15
    expect(moved.measure('time-compound-cleared')).toBe(4 * HOUR + 15);
    expect(moved.measure('compound-cleared')).toBe(1);
  });

  test('its consular section offers no officer-hours any more, but its desk does from the landing on', () => {
    // 10 officers for 3 h at the compound, and from 3:55 (called 3:30, landed 3:55) to 24 h at the desk
    expect(moved.measure('consular-hours')).toBeCloseTo(10 * 3 + 10 * (24 - 3 - 55 / 60), 6);
  });
});

describe('sensitive material', () => {
  const BURN: Written = merged(WITH_EMBASSY, FINE, moveAt3, {
    embassy: {
      destruction: { work: '100 person-hours', staff: ['core'], workers: '10 people', begins: '1 h' },
    },
  });

  test('is destroyed by as many as can work at once: 100 person-hours by 10 of 20 people take 10 h', () => {
    const result = run(BURN, timeline());
    expect(result.measure('destruction-done')).toBe(1);
    expect(
      run(BURN, timeline(), { window: '10 h', populations: { people: { notified: '0 h' } } }).measure(
        'destruction-done',
      ),
    ).toBe(0);
  });

  test('keeps those who destroy it, and the guards with them, until it is done', () => {
    const result = run(BURN);
    // done at 11 h; until then 20 core staff and 30 guards stay
    expect([600, 655].map((minutes) => result.at('staff.compound', minutes))).toEqual([50, 50]);
    expect(result.measure('staff-in-compound')).toBe(0);
    expect(result.measure('time-compound-cleared')).toBeGreaterThan(11 * HOUR);
  });

  test('keeps nobody where the capital has fallen before the start', () => {
    const result = run(BURN, {
      threat: { places: { capital: { falls: '2023-12-31T12:00', capital: true } } },
    });
    expect(result.measure('time-compound-cleared')).toBeLessThan(7 * HOUR);
  });

  test('is left behind when the capital falls', () => {
    const result = run(BURN, {
      threat: { places: { capital: { falls: '5 h', capital: true } } },
    });
    expect(result.measure('destruction-done')).toBe(0);
    expect(result.measure('compound-cleared')).toBe(1);
    expect(result.measure('time-compound-cleared')).toBeLessThan(7 * HOUR);
    expect(result.measure('staff-in-compound-at-fall')).toBe(50);
  });
});

describe('nationals who need an officer', () => {
  const NEEDY: Written = merged(WITH_EMBASSY, {
    populations: { people: { consular: '100 %' } },
    desks: { desk: { officers: 5 } },
  });

  test('are served at the embassy, ten at a time for half an hour, and then drive to the airfield', () => {
    const result = run(NEEDY);
    // they come a moment after 1 h; ten are done every half hour, the third ten a moment after 2 h
    expect(at(result, 'stage.consular', 2, 3)).toEqual([290, 270]);
    expect(at(result, 'stage.road', 2, 3)).toEqual([10, 10]);
    expect(result.measure('consular-served')).toBe(300);
  });

  test('find as many officers at each hour as the officer-hours on offer add up to', () => {
    const result = run(NEEDY, {
      start: '2024-01-01T14:00+00:00',
      embassy: { consular: { opens: '8 h', closes: '17 h' } },
    });
    // samples lie on the hour, and a level holds until the next
    const sum = (id: string) =>
      result.series(id).reduce((hours, level, hour) => hours + (hour < 24 ? level : 0), 0);
    expect(sum('consular.embassy') + sum('consular.airfield')).toBe(result.measure('consular-hours'));
  });

  test('wait while it is closed: from 17 h to 8 h', () => {
    const result = run(NEEDY, {
      start: '2024-01-01T14:00+00:00',
      embassy: { consular: { opens: '8 h', closes: '17 h' } },
    });
    // open from 1 h (their arrival) until 3 h (17:00), and again at 18 h (08:00)
    expect(at(result, 'stage.consular', 3, 4, 17, 18, 19)).toEqual([270, 260, 260, 260, 240]);
  });

  test('are sent on with partial papers when the section closes for good, and take longer at the desk', () => {
    const result = run(NEEDY, moveAt3);
    expect(at(result, 'stage.consular', 2, 3, 4)).toEqual([290, 10, 0]);
    expect(result.measure('consular-served')).toBeLessThanOrEqual(50);
    expect(result.measure('left-behind.consular-queue')).toBe(0);
  });

  test('go straight to the airfield when nobody serves there', () => {
    const result = run(NEEDY, timeline({ at: '0 h', do: 'moveConsular', officers: 10 }));
    expect(at(result, 'stage.consular', 1, 2, 20)).toEqual([0, 0, 0]);
    expect(result.measure('people-out')).toBeGreaterThan(0);
  });
});
