import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, FORCE, READY, timeline, WITH_EMBASSY } from '../support/worlds.ts';

const HOUR = 60;
const CROWD: Written = { crowd: { site: 'field', initial: '100 people', stay: '1000000 h' } };
const NO_FLEET: Written = { fleets: { transport: null } };

/** The only thing that the action of that name says in a run with it at 2 h. */
const note = (world: Written, action: Written): string => {
  const notes = run(world, timeline({ at: '2 h', ...action })).notes(String(action.do));
  expect(notes).toHaveLength(1);
  return notes[0]!;
};

describe('gates', () => {
  const outside = (result: Told, hour: number): number => result.at('stage.gate', hour * HOUR);

  test('openGate: a gate that opens at 6 h with one lane of 1 min has called 61 of 300 by 7 h', () => {
    const result = run(
      COMING,
      { gates: { north: { open: false } } },
      timeline({ at: '6 h', do: 'openGate', gate: 'north' }),
    );
    expect([5, 6, 7].map((hour) => outside(result, hour))).toEqual([300, 299, 239]);
    expect(result.notes('openGate')).toEqual(['gate north opens']);
  });

  test('closeGate: the party at hand is searched, nobody is called after it', () => {
    const result = run(COMING, timeline({ at: '2 h', do: 'closeGate', gate: 'north' }));
    expect([2, 3, 20].map((hour) => outside(result, hour))).toEqual([240, 240, 240]);
  });

  test('setLanes: three lanes clear three times as many an hour, none clears nobody', () => {
    const result = run(
      COMING,
      timeline(
        { at: '2 h', do: 'setLanes', gate: 'north', lanes: 3 },
        { at: '3 h', do: 'setLanes', gate: 'north', lanes: 0 },
      ),
    );
    expect(outside(result, 2) - outside(result, 3)).toBeGreaterThanOrEqual(178);
    expect(outside(result, 2) - outside(result, 3)).toBeLessThanOrEqual(182);
    expect(outside(result, 20)).toBe(outside(result, 3));
  });

  test('say when they were open or closed already', () => {
    expect(note(COMING, { do: 'openGate', gate: 'north' })).toMatch(/did nothing/);
    expect(
      note(merged(COMING, { gates: { north: { open: false } } }), { do: 'closeGate', gate: 'north' }),
    ).toMatch(/did nothing/);
  });
});

describe('places', () => {
  test('setStands: with none craft orbit; once there are two again, two land and leave an hour later', () => {
    const result = run(
      READY,
      { fleets: { transport: { count: 2 } } },
      timeline(
        { at: '0 h', do: 'setStands', site: 'field', stands: 0 },
        { at: '10 h', do: 'setStands', site: 'field', stands: 2 },
      ),
    );
    expect([10, 11].map((hour) => result.at('out', hour * HOUR))).toEqual([0, 200]);
    expect(result.measure('orbit-hours')).toBe(2 * 8);
  });

  test('setPads: with none helicopters wait; once there are two again, two come and leave an hour later', () => {
    const result = run(
      READY,
      { craft: { transport: { lands: 'pad' } }, fleets: { transport: { count: 2 } } },
      timeline(
        { at: '0 h', do: 'setPads', site: 'field', pads: 0 },
        { at: '10 h', do: 'setPads', site: 'field', pads: 2 },
      ),
    );
    expect([10, 11].map((hour) => result.at('out', hour * HOUR))).toEqual([0, 200]);
    expect(result.notes('setPads')).toEqual(['field has 0 pads', 'field has 2 pads']);
  });

  test('setParking: with one place the second craft waits in the air until the first has left', () => {
    const parked = merged(READY, {
      sites: { field: { parking: 2 } },
      fleets: { transport: { count: 2 } },
    });
    const one = timeline({ at: '0 h', do: 'setParking', site: 'field', places: 1 });
    // both are there at 2 h and take an hour on the stand
    expect([3, 4].map((hour) => run(parked).at('out', hour * HOUR))).toEqual([200, 200]);
    expect([3, 4].map((hour) => run(parked, one).at('out', hour * HOUR))).toEqual([100, 200]);
  });

  test('setFuelPoints: who comes for fuel waits until there is some; who is launched later carries its own', () => {
    const far = merged(READY, {
      sites: { field: { fuelPoints: 1 } },
      routes: { bridge: { time: null, distance: '500 nm' } },
      craft: {
        transport: { speed: '250 kt', range: '800 nm', tankeringSeats: '60 %', refuelTime: '30 min' },
      },
      fleets: { transport: { count: 2, interval: '90 min' } },
    });
    const result = run(
      far,
      { sample: '30 min' },
      timeline(
        { at: '1 h', do: 'setFuelPoints', site: 'field', points: 0 },
        { at: '4 h', do: 'setFuelPoints', site: 'field' },
      ),
    );
    // launched at 0 h for the fuel of the field: there at 2 h, fuelled from 4 h to 4.5 h, out at 5.5 h with 100;
    // launched at 1.5 h with its own: out at 4.5 h with 60
    expect([4, 4.5, 5, 5.5].map((hour) => result.at('out', hour * HOUR))).toEqual([0, 60, 60, 160]);
    expect(result.notes('setFuelPoints')).toEqual(['field has no fuel', 'field has fuel for all who come']);
  });

  test('setSlots: slots taken before are kept, new ones follow the last of them, and none are needed without', () => {
    const four = merged(READY, {
      sample: '10 min',
      sites: { field: { slots: { interval: '30 min' } } },
      populations: { people: { people: '400 people' } },
      fleets: { transport: { count: 4, interval: '20 min' } },
    });
    const out = (...lines: readonly Written[]): readonly number[] => {
      const result = run(four, timeline(...lines));
      return [180, 200, 210, 220, 240, 270, 300, 330].map((minute) => result.at('out', minute));
    };
    // ready at 0, 20, 40 and 60 min: there at 120, 150, 180 and 210 min
    expect(out()).toEqual([100, 100, 200, 200, 300, 400, 400, 400]);
    // the first two have taken 120 and 150 min; the next slots are at 180 and 240 min
    expect(out({ at: '30 min', do: 'setSlots', site: 'field', interval: '60 min' })).toEqual([
      100, 100, 200, 200, 300, 300, 400, 400,
    ]);
    // the others come when they are ready: 160 and 180 min
    expect(out({ at: '30 min', do: 'setSlots', site: 'field' })).toEqual([
      100, 100, 200, 300, 400, 400, 400, 400,
    ]);
  });

  test('setWaitingArea: the gate stops while it is full, and goes on when it grows', () => {
    const result = run(
      COMING,
      NO_FLEET,
      timeline(
        { at: '0 h', do: 'setWaitingArea', site: 'field', people: '20 people' },
        { at: '8 h', do: 'setWaitingArea', site: 'field', people: '50 people' },
      ),
    );
    expect([8, 20].map((hour) => result.at('stage.boarding', hour * HOUR))).toEqual([20, 50]);
  });

  test('setBeds: a full haven stops launches until there are more', () => {
    const result = run(
      READY,
      { sites: { haven: { beds: '100 people' } } },
      timeline({ at: '10 h', do: 'setBeds', site: 'haven', beds: '200 people' }),
    );
    expect([10, 12, 13, 20].map((hour) => result.at('out', hour * HOUR))).toEqual([100, 100, 200, 200]);
    expect(result.measure('sorties')).toBe(2);
  });

  test('setOnward: from then on people leave the haven at that rate', () => {
    const result = run(READY, timeline({ at: '5.5 h', do: 'setOnward', site: 'haven', rate: '30 people/h' }));
    expect([6, 7, 8, 9].map((hour) => result.at('haven.haven', hour * HOUR))).toEqual([70, 40, 10, 0]);
  });

  test('closeRunway and openRunway: craft orbit, and land as soon as it opens', () => {
    const result = run(
      READY,
      { sites: { field: { runway: { separation: '0 min' } } } },
      timeline(
        { at: '1 h', do: 'closeRunway', site: 'field' },
        { at: '10 h', do: 'openRunway', site: 'field' },
      ),
    );
    expect([10, 11].map((hour) => result.at('out', hour * HOUR))).toEqual([0, 100]);
    expect(result.measure('runway-closed-hours.field')).toBe(9);
    expect(result.at('runway-open.field', 5 * HOUR)).toBe(0);
  });

  test('closeRunway: nobody takes off either', () => {
    const result = run(
      READY,
      { sites: { field: { runway: { separation: '0 min' } } } },
      timeline(
        { at: '2.5 h', do: 'closeRunway', site: 'field' },
        { at: '7 h', do: 'openRunway', site: 'field' },
      ),
    );
    expect([3, 6, 7].map((hour) => result.at('out', hour * HOUR))).toEqual([0, 0, 100]);
  });

  test('say when there is no haven, no runway, or nothing to open', () => {
    const withRunway = merged(READY, { sites: { field: { runway: {} } } });
    expect(note(READY, { do: 'setBeds', site: 'field', beds: '3 people' })).toMatch(/did nothing/);
    expect(note(READY, { do: 'setOnward', site: 'field', rate: '3 people/h' })).toMatch(/did nothing/);
    expect(note(READY, { do: 'closeRunway', site: 'field' })).toMatch(/did nothing/);
    expect(note(READY, { do: 'openRunway', site: 'field' })).toMatch(/did nothing/);
    expect(note(withRunway, { do: 'openRunway', site: 'field' })).toMatch(/did nothing/);
  });
});

describe('roads and people at home', () => {
  const LATE: Written = { populations: { people: { notified: '5 h' } } };

  test('closeRoad: everyone on it is turned back, and so is everyone who sets out later', () => {
    const result = run(COMING, timeline({ at: '0.5 h', do: 'closeRoad', road: 'street' }));
    expect(result.measure('left-behind.turned-back')).toBe(300);
    const later = run(COMING, LATE, timeline({ at: '4 h', do: 'closeRoad', road: 'street' }));
    expect(later.measure('left-behind.turned-back')).toBe(300);
  });

  test('openRoad: those who set out afterwards arrive', () => {
    const shut = merged(COMING, LATE, { roads: { street: { open: false } } });
    expect(run(shut).measure('left-behind.turned-back')).toBe(300);
    const result = run(shut, timeline({ at: '4 h', do: 'openRoad', road: 'street' }));
    expect(result.at('stage.road', 5 * HOUR)).toBe(0);
    expect(result.measure('left-behind.turned-back')).toBe(0);
  });

  test('setTurnedBack: with 100 % nobody passes, with 50 % about half do, and they stay turned back', () => {
    const turned = (share: string): number =>
      run(COMING, timeline({ at: '0 h', do: 'setTurnedBack', road: 'street', share })).measure(
        'left-behind.turned-back',
      );
    expect(turned('100 %')).toBe(300);
    // 300 people of their own luck: 150 ± 4 standard deviations of 8.7
    expect(Math.abs(turned('50 %') - 150)).toBeLessThan(35);
    expect(turned('0 %')).toBe(0);
  });

  test('setDepartures: factor 2 is twice the hourly share, person by person', () => {
    const slow = merged(COMING, { populations: { people: { setsOut: '10 %/h' } } });
    const doubled = run(slow, timeline({ at: '0 h', do: 'setDepartures', factor: 2 }));
    const twice = run(slow, { populations: { people: { setsOut: '20 %/h' } } });
    expect(doubled.series('stage.road')).toEqual(twice.series('stage.road'));
    expect(doubled.series('stage.road')).not.toEqual(run(slow).series('stage.road'));
  });

  test('setDepartures: factor 0 keeps one population at home and not the other', () => {
    const two = merged(COMING, {
      populations: { others: (COMING.populations as Written).people as Written, people: { notified: '5 h' } },
    });
    const result = run(two, timeline({ at: '1 h', do: 'setDepartures', population: 'people', factor: 0 }));
    expect(result.measure('left-behind.at-home')).toBe(300);
  });

  test('say when a road was open or closed already', () => {
    expect(note(COMING, { do: 'openRoad', road: 'street' })).toMatch(/did nothing/);
    expect(
      note(merged(COMING, { roads: { street: { open: false } } }), { do: 'closeRoad', road: 'street' }),
    ).toMatch(/did nothing/);
  });

  test('setPriority: who becomes more urgent boards first', () => {
    const two = merged(READY, {
      populations: {
        people: { people: '100 people', priority: 1 },
        others: { nation: 'Any', people: '100 people', priority: 2, present: '100 %', site: 'field' },
      },
    });
    const first = (result: Told) => ['out.people', 'out.others'].map((id) => result.at(id, 3 * HOUR));
    expect(first(run(two))).toEqual([100, 0]);
    const changed = timeline({ at: '1 h', do: 'setPriority', population: 'others', priority: 0 });
    expect(first(run(two, changed))).toEqual([0, 100]);
  });

  test('setPriority and setDepartures of a category: for all of its populations and no other', () => {
    const group = (people: string): Written => ({
      nation: 'Any',
      people,
      setsOut: '50 %/h',
      lives: { street: '100 %' },
      site: 'field',
    });
    const three = merged(COMING, {
      fleets: { transport: null },
      populations: {
        people: { category: 'citizens', setsOut: '50 %/h' },
        more: { ...group('50 people'), category: 'citizens' },
        others: { ...group('100 people'), setsOut: '100000000 %/h' },
      },
    });
    const none = timeline({ at: '0 h', do: 'setDepartures', category: 'citizens', factor: 0 });
    expect(run(three, none).measure('left-behind.at-home')).toBe(350);
    const ready = merged(READY, {
      populations: {
        people: { people: '60 people', category: 'citizens' },
        more: { nation: 'Any', people: '40 people', category: 'citizens', present: '100 %', site: 'field' },
        others: { nation: 'Any', people: '100 people', priority: 1, present: '100 %', site: 'field' },
      },
    });
    const urgent = timeline({ at: '1 h', do: 'setPriority', category: 'citizens', priority: 0 });
    const first = (result: Told) =>
      ['people', 'more', 'others'].map((id) => result.at(`out.${id}`, 3 * HOUR));
    expect(first(run(ready))).toEqual([0, 0, 100]);
    expect(first(run(ready, urgent))).toEqual([60, 40, 0]);
  });
});

describe('crowd and force', () => {
  const present: Written = { force: { units: { guard: { present: true, ready: null } } } };

  test('addCrowd and setCrowdArrivals: people come at once, or hour by hour', () => {
    const result = run(
      READY,
      CROWD,
      timeline(
        { at: '2 h', do: 'addCrowd', people: '50 people' },
        { at: '4 h', do: 'setCrowdArrivals', rate: '20 people/h' },
      ),
    );
    const levels = [1, 2, 4, 6].map((hour) => Math.round(result.at('crowd', hour * HOUR)));
    expect(levels).toEqual([100, 150, 150, 190]);
  });

  test('setHostForces: they hold back the crowd as troops do', () => {
    const result = run(
      READY,
      CROWD,
      { crowd: { heldPerTroop: 10 } },
      timeline({ at: '2 h', do: 'setHostForces', troops: 7 }),
    );
    expect([1, 2].map((hour) => result.at('crowd-held', hour * HOUR))).toEqual([0, 70]);
  });

  test('sendUnit: a unit moves at once instead of at its time', () => {
    const result = run(COMING, FORCE, timeline({ at: '2 h', do: 'sendUnit', unit: 'guard' }));
    expect([1, 2].map((hour) => result.at('troops', hour * HOUR))).toEqual([0, 100]);
    expect(result.notes('sendUnit')).toEqual(['guard is sent']);
  });

  test('say when there is no crowd, or the unit is there, or sent twice', () => {
    expect(note(READY, { do: 'addCrowd', people: '1 people' })).toMatch(/did nothing/);
    expect(note(READY, { do: 'setCrowdArrivals', rate: '1 people/h' })).toMatch(/did nothing/);
    expect(note(merged(COMING, FORCE, present), { do: 'sendUnit', unit: 'guard' })).toMatch(/did nothing/);
    const twice = run(
      COMING,
      FORCE,
      timeline({ at: '2 h', do: 'sendUnit', unit: 'guard' }, { at: '2 h', do: 'sendUnit', unit: 'guard' }),
    );
    expect(twice.notes('sendUnit')[1]).toMatch(/did nothing/);
    const leaving = timeline(
      { at: '1 h', do: 'withdrawUnit', unit: 'guard' },
      { at: '2 h', do: 'sendUnit', unit: 'guard' },
    );
    expect(run(COMING, FORCE, leaving).notes('sendUnit')).toEqual([expect.stringMatching(/did nothing/)]);
  });
});

describe('craft', () => {
  test('addCraft: one more at 4 h is out with 100 people at 7 h', () => {
    const result = run(READY, timeline({ at: '4 h', do: 'addCraft', fleet: 'transport', count: 1 }));
    expect([6, 7, 9].map((hour) => result.at('out', hour * HOUR))).toEqual([100, 200, 300]);
  });

  test('removeCraft: one in the air finishes its sortie, and does not leave again', () => {
    const result = run(READY, timeline({ at: '1 h', do: 'removeCraft', fleet: 'transport', count: 1 }));
    expect([3, 5, 23].map((hour) => result.at('safe', hour * HOUR))).toEqual([0, 100, 100]);
  });

  test('removeCraft: takes no more than there are, and says so', () => {
    const result = run(
      READY,
      timeline(
        { at: '1 h', do: 'removeCraft', fleet: 'transport', count: 5 },
        { at: '2 h', do: 'removeCraft', fleet: 'transport', count: 1 },
        { at: '7 h', do: 'addCraft', fleet: 'transport', count: 1 },
      ),
    );
    expect(result.notes('removeCraft')[0]).toMatch(/^1 craft leave/);
    expect(result.notes('removeCraft')[1]).toMatch(/did nothing/);
    expect(result.at('out', 10 * HOUR)).toBe(200);
  });
});

describe('the embassy', () => {
  test('setDepartureStatus: those who leave at that status are called forward at once', () => {
    const result = run(WITH_EMBASSY, timeline({ at: '3 h', do: 'setDepartureStatus', status: 'ordered' }));
    expect([2, 4].map((hour) => result.at('staff.compound', hour * HOUR))).toEqual([150, 110]);
  });

  test('moveEmbassy: everyone but those who stay leaves the compound', () => {
    const result = run(WITH_EMBASSY, timeline({ at: '3 h', do: 'moveEmbassy' }));
    expect(result.at('staff.compound', 2 * HOUR)).toBe(150);
    expect(result.measure('staff-in-compound')).toBe(0);
    expect(result.measure('compound-cleared')).toBe(1);
  });

  test('moveConsular: as many officers as are asked for go, and serve at the airfield', () => {
    const result = run(WITH_EMBASSY, timeline({ at: '3 h', do: 'moveConsular', officers: 4 }));
    expect([2, 4].map((hour) => result.at('consular.embassy', hour * HOUR))).toEqual([10, 6]);
    expect([2, 4].map((hour) => result.at('consular.airfield', hour * HOUR))).toEqual([0, 4]);
  });

  test('addOfficers: a desk that had none begins to serve', () => {
    const result = run(WITH_EMBASSY, timeline({ at: '8 h', do: 'addOfficers', desk: 'desk', officers: 2 }));
    expect([7, 8].map((hour) => result.at('consular.airfield', hour * HOUR))).toEqual([0, 2]);
    expect(result.at('out', 8 * HOUR)).toBe(0);
    expect(result.at('out', 23 * HOUR)).toBeGreaterThan(0);
  });

  test('say when there is no embassy, or nothing to do', () => {
    expect(note(READY, { do: 'setDepartureStatus', status: 'ordered' })).toMatch(/did nothing/);
    expect(note(READY, { do: 'moveEmbassy' })).toMatch(/did nothing/);
    expect(note(READY, { do: 'moveConsular', officers: 1 })).toMatch(/did nothing/);
    expect(note(WITH_EMBASSY, { do: 'setDepartureStatus', status: 'normal' })).toMatch(/did nothing/);
    const moving = run(
      WITH_EMBASSY,
      timeline(
        { at: '1 h', do: 'moveEmbassy' },
        { at: '2 h', do: 'setDepartureStatus', status: 'authorized' },
      ),
    );
    expect(moving.outcome.actions[1]?.note).toMatch(/did nothing: the embassy is moving/);
    const twice = run(
      WITH_EMBASSY,
      timeline(
        { at: '1 h', do: 'moveEmbassy' },
        { at: '9 h', do: 'moveEmbassy' },
        { at: '9 h', do: 'moveConsular', officers: 1 },
      ),
    );
    expect(twice.notes('moveEmbassy')[1]).toMatch(/did nothing/);
    expect(twice.notes('moveConsular')[0]).toMatch(/did nothing/);
  });
});

describe('commercial flights', () => {
  const TICKETS: Written = merged(COMING, {
    populations: { people: { ticketed: '100 %' } },
    flights: {
      civil: {
        site: 'field',
        perDay: 2,
        firstHour: '4 h',
        lastHour: '10 h',
        seats: '50 people',
        groundTime: '1 h',
        block: '3 h',
      },
    },
  });

  test('stopFlights: who holds a ticket goes to the gate', () => {
    const result = run(TICKETS, timeline({ at: '3 h', do: 'stopFlights' }));
    expect([2, 3].map((hour) => result.at('stage.terminal', hour * HOUR))).toEqual([300, 0]);
    expect(result.at('stage.gate', 3 * HOUR)).toBe(299);
    expect(result.measure('people-out-commercial')).toBe(0);
  });

  test('startFlights: those who come afterwards fly; the flight missed meanwhile is gone', () => {
    const result = run(
      TICKETS,
      { populations: { people: { notified: '6 h' } } },
      timeline({ at: '1 h', do: 'stopFlights' }, { at: '5 h', do: 'startFlights' }),
    );
    expect(result.measure('people-out-commercial')).toBe(50);
    expect(run(TICKETS).measure('people-out-commercial')).toBe(100);
  });

  test('say when none run, or none have stopped', () => {
    expect(note(READY, { do: 'stopFlights' })).toMatch(/did nothing/);
    expect(note(TICKETS, { do: 'startFlights' })).toMatch(/did nothing/);
  });
});

describe('fall', () => {
  const THREAT: Written = merged(READY, CROWD, {
    threat: {
      places: { town: { falls: '30 h', actions: [{ do: 'addCrowd', people: '10 people' }] } },
    },
    tail: '10 h',
  });

  test('a place falls now, with all that its fall brings, and not again at its own time', () => {
    const result = run(THREAT, timeline({ at: '2 h', do: 'fall', place: 'town' }));
    expect([1, 2, 31].map((hour) => Math.round(result.at('crowd', hour * HOUR)))).toEqual([100, 110, 110]);
    expect(result.notes('fall')).toEqual(['town falls', 'did nothing: town has fallen already']);
  });
});

describe('every action', () => {
  test('is logged with its time, origin and note, when it takes effect', () => {
    const [entry] = run(
      READY,
      timeline({
        at: '2 h',
        do: 'setStands',
        site: 'field',
        stands: 3,
        after: '90 min',
        by: 'the commander',
        reason: 'why not',
      }),
    ).outcome.actions;
    expect(entry).toMatchObject({
      at: 210,
      origin: 'timeline',
      by: 'the commander',
      note: 'field has 3 stands',
    });
    expect(entry!.action).toMatchObject({ do: 'setStands', reason: 'why not' });
  });

  test('waits its own delay, also when others of its kind wait another', () => {
    const result = run(
      READY,
      CROWD,
      timeline(
        { at: '1 h', do: 'addCrowd', people: '1 people' },
        { at: '2 h', do: 'addCrowd', people: '2 people', after: '5 h' },
        { at: '3 h', do: 'addCrowd', people: '3 people', after: '30 min' },
      ),
    );
    expect(result.outcome.actions.map(({ at }) => at)).toEqual([60, 210, 420]);
  });
});
