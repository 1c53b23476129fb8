import { describe, expect, test } from 'vitest';
import { merged, run, scenarioOf, type Told, type Written } from '../support/scenario.ts';
import { READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** READY with samples every ten minutes. */
const FINE: Written = merged(READY, { sample: '10 min' });
const minutes = (result: Told, id: string, ...times: number[]): number[] =>
  times.map((time) => result.at(id, time));

describe('a site closed to craft', () => {
  const shut = timeline(
    { at: '1 h', do: 'closeSite', site: 'field' },
    { at: '10 h', do: 'openSite', site: 'field' },
  );

  test('takes nobody, on pads as on stands: those under way divert, others stay at their base', () => {
    for (const lands of ['stand', 'pad']) {
      const result = run(READY, shut, { craft: { transport: { lands, orbit: '1 h' } } });
      // there at 2 h, orbits to 3 h, home at 5 h, ready at 6 h; launched at 10 h, there at 12 h, out at 13 h
      expect(result.measure('diverts')).toBe(1);
      expect(at(result, 'craft.closed', 2, 6, 9)).toEqual([1, 1, 1]);
      expect(at(result, 'out', 12, 13)).toEqual([0, 100]);
    }
  });

  test('lets nobody leave who stands there, and they go on boarding', () => {
    const late = timeline(
      { at: '2.5 h', do: 'closeSite', site: 'field' },
      { at: '5 h', do: 'openSite', site: 'field' },
    );
    const result = run(FINE, late);
    expect(minutes(result, 'out', 290, 300)).toEqual([0, 100]);
    expect(result.notes('openSite')).toEqual(['field is open to craft again']);
  });
});

describe('daylight', () => {
  test('lets a craft that flies by day alone leave when it will be light at the pickup: 2 h before sunrise at 6', () => {
    const result = run(READY, { craft: { transport: { flies: 'day' } } });
    // launched at 6 h, since it takes off by day only; there at 8 h, out at 9 h
    expect(at(result, 'out', 8, 9)).toEqual([0, 100]);
    const dark = run(READY, {
      sites: { haven: { daylight: ['0 h', '24 h'] } },
      craft: { transport: { flies: 'day' } },
    });
    // it may leave in the light of the haven, and be there at 6 h
    expect(at(dark, 'out', 6, 7)).toEqual([0, 100]);
  });

  test('binds every craft at a site of visual rules, and none elsewhere', () => {
    const field = { visual: true, daylight: ['5.5 h', '18.7 h'] };
    const result = run(FINE, { window: '30 h', sites: { field } });
    // launched at 3.5 h so as to be there at 5.5 h, out at 6.5 h
    expect(minutes(result, 'out', 380, 390)).toEqual([0, 100]);
    // three a day: the fourth would be there at 23.5 h and waits for the morning
    expect(result.measure('sorties')).toBe(3);
    expect(run(FINE, { window: '30 h' }).measure('sorties')).toBe(5);
  });

  test('is waited for by a helicopter from a ship that flies by night as well, but with longer ground times', () => {
    const night: Written = {
      routes: { bridge: { time: '30 min' } },
      craft: { transport: { lands: 'pad', groundTime: '10 min', turnTime: '10 min', night: 2 } },
    };
    const result = run(FINE, night);
    // by night 30 + 20 min to be out, then 30 home and 10 to turn: the second is out 90 min later
    expect(minutes(result, 'out', 40, 50, 130, 140)).toEqual([0, 100, 100, 200]);
    const day = run(FINE, night, { start: '2024-01-01T08:00+00:00' });
    expect(minutes(day, 'out', 30, 40, 110, 120)).toEqual([0, 100, 100, 200]);
  });

  test('and hours of a site: nobody lands or takes off outside them', () => {
    const result = run(READY, { sites: { field: { operates: ['9 h', '17 h'] } } });
    expect(at(result, 'out', 9, 10, 15, 16, 23)).toEqual([0, 100, 100, 200, 200]);
  });
});

describe('parking', () => {
  test('lets craft land that have no stand yet: they wait for it on the ground instead of in the air', () => {
    const two = { fleets: { transport: { count: 2 } }, craft: { transport: { orbit: '30 min' } } };
    const stand = { sites: { field: { stands: 1 } } };
    expect(run(FINE, two, stand).measure('diverts')).toBe(1);
    const parked = run(FINE, two, stand, { sites: { field: { parking: 2 } } });
    // the second has its stand at 3 h, when the first leaves it
    expect(parked.measure('diverts')).toBe(0);
    expect(minutes(parked, 'out', 170, 180, 230, 240)).toEqual([0, 100, 100, 200]);
    expect(minutes(parked, 'parking-in-use.field', 120, 180, 240)).toEqual([2, 1, 0]);
  });

  test('and no more than there are places for', () => {
    const three = run(FINE, {
      fleets: { transport: { count: 3 } },
      craft: { transport: { orbit: '30 min' } },
      sites: { field: { stands: 1, parking: 2 } },
    });
    expect(three.measure('diverts')).toBe(1);
    expect(Math.max(...three.series('parking-in-use.field'))).toBe(2);
  });
});

describe('size', () => {
  test('of a wide body takes two stands of three: two craft in turn, not at once', () => {
    const wide = { fleets: { transport: { count: 2 } }, sites: { field: { stands: 3 } } };
    const small = run(FINE, wide);
    expect(minutes(small, 'out', 180)).toEqual([200]);
    const large = run(FINE, wide, { craft: { transport: { footprint: 2 } } });
    expect(minutes(large, 'out', 180, 230, 240)).toEqual([100, 100, 200]);
    expect(Math.max(...large.series('stands-in-use.field'))).toBe(2);
  });

  test('of doors: 100 people at 60 an hour take 100 min, though the ground time is 1 h', () => {
    const result = run(FINE, { craft: { transport: { boarding: '60 people/h' } } });
    expect(minutes(result, 'out', 210, 220)).toEqual([0, 100]);
    // getting off takes longer than turning: 2 h instead of 1 h, so that the second is out at 220 + 120 + 120 + 120 + 100
    const slow = run(FINE, { craft: { transport: { boarding: '60 people/h', alighting: '50 people/h' } } });
    expect(minutes(slow, 'out', 670, 680)).toEqual([100, 200]);
  });
});

describe('crews', () => {
  const duty = (more: Written = {}): Told =>
    run(READY, {
      window: '48 h',
      populations: { people: { people: '900 people' } },
      craft: { transport: { crewDuty: { period: '13 h', rest: '8 h' } } },
      fleets: { transport: more },
    });

  test('rest when the next sortie would end after their period: two sorties of 6 h in 13 h, then 8 h of rest', () => {
    const result = duty();
    // launched at 0 and 6 h, rest from 12 to 20 h, launched at 20 and 26 h, rest from 32 to 40 h, launched at 40 h
    expect(at(result, 'out', 9, 22, 23, 29, 42, 43)).toEqual([200, 200, 300, 400, 400, 500]);
    expect(result.measure('craft-hours.transport.crew-rest')).toBe(16);
  });

  test('relieve one another: with two for each craft it flies on', () => {
    const result = duty({ crews: 2 });
    expect(result.measure('craft-hours.transport.crew-rest')).toBe(0);
    expect(at(result, 'out', 45)).toEqual([800]);
  });

  test('who have just rested fly a sortie longer than their period', () => {
    const result = run(READY, { craft: { transport: { crewDuty: { period: '1 h', rest: '2 h' } } } });
    expect(at(result, 'out', 3, 10, 11)).toEqual([100, 100, 200]);
  });
});

describe('a sortie is planned with all that it takes', () => {
  // launched at 0 h it is there at 2 h, has loaded at 3 h and is away at 3 h
  const until330: Written = { sites: { field: { stands: 9, operates: ['0 h', '3.5 h'] } } };
  const slow: Written = { craft: { transport: { speed: '300 kt', range: '600 nm', refuelTime: '40 min' } } };
  const far: Written = { routes: { bridge: { time: null, distance: '600 nm' } } };

  test.each<readonly [string, Written]>([
    ['the slot that it has to wait for', { sites: { field: { slots: { interval: '90 min' } } } }],
    ['runway and taxiway', { sites: { field: { runway: { separation: '10 min' }, taxi: '15 min' } } }],
    ['fuel at the pickup', merged(slow, far)],
    ['loading in the dark', { craft: { transport: { night: 2 } } }],
  ])('%s: who could not leave before the field closes is not sent there', (_, more) => {
    expect(run(READY, until330).measure('sorties')).toBeGreaterThan(0);
    const result = run(FINE, until330, more);
    expect(result.measure('craft-hours.transport.closed')).toBeGreaterThan(20);
    expect(at(result, 'stands-in-use.field', 2.5, 3.5, 4, 12, 20)).toEqual([0, 0, 0, 0, 0]);
  });

  test('a crew that refuels on the way is on duty for it: a second sortie of 6 h 40 min does not fit into 13 h', () => {
    const duty: Written = { craft: { transport: { crewDuty: { period: '13 h', rest: '8 h' } } } };
    expect(
      run(READY, duty, far, slow, { craft: { transport: { range: '1200 nm' } } }).measure('sorties'),
    ).toBe(3);
    const result = run(READY, duty, far, slow);
    // rests from 6 h 40 min to 14 h 40 min and from 21 h 20 min
    expect(result.measure('craft-hours.transport.crew-rest')).toBeCloseTo(8 + 24 - 64 / 3, 6);
  });

  test('a craft leaves its base so as to be over the field when its slot begins', () => {
    const result = run(FINE, {
      sites: {
        field: { stands: 9, slots: { interval: '3 h' } },
        haven: { runway: { separation: '10 min' }, taxi: '10 min' },
      },
    });
    // ready at the haven at once; off it at 1 h and there at 3 h, on the stand for an hour
    expect(minutes(result, 'out', 230, 240)).toEqual([0, 100]);
    expect(minutes(result, 'stands-in-use.field', 170, 180)).toEqual([0, 1]);
  });
});

describe('break-downs', () => {
  test('leave a craft available for cycle / (cycle + chance × repair) of the time', () => {
    const result = run(READY, {
      window: '4000 h',
      sample: '400 h',
      craft: { transport: { breaks: { chance: '25 %', repair: { exponential: { mean: '12 h' } } } } },
    });
    // 6 h of cycle and 3 h of repair on average: some 444 cycles in 4000 h, of which a quarter end in repair
    const repair = result.measure('craft-hours.transport.repair');
    const cycles = result.measure('sorties');
    expect(repair / 4000).toBeCloseTo(3 / 9, 1);
    expect(Math.abs(cycles - 4000 / 9)).toBeLessThan(4 * 30);
    expect(repair + cycles * 6).toBeLessThan(4000 + 6);
  });

  test('change nothing about the luck of the sorties', () => {
    const random = { craft: { transport: { seats: { uniform: ['10 people', '90 people'] } } } };
    const never = { craft: { transport: { breaks: { chance: '0 %', repair: '1 h' } } } };
    expect(run(READY, random, never).series('out')).toEqual(run(READY, random).series('out'));
  });
});

describe('prior permission', () => {
  const slots: Written = { sites: { field: { slots: { interval: '30 min', window: '10 min' } } } };

  test('spaces arrivals: four craft ready at once come half an hour apart, and wait at their base for it', () => {
    const result = run(FINE, slots, {
      fleets: { transport: { count: 4 } },
      populations: { people: { people: '400 people' } },
    });
    // there at 120, 150, 180 and 210 min, out an hour later
    expect(minutes(result, 'out', 170, 180, 210, 240, 270)).toEqual([0, 100, 200, 300, 400]);
    expect(result.measure('craft-hours.transport.awaiting-slot')).toBeCloseTo(0.5 + 1 + 1.5, 9);
    expect(result.measure('orbit-hours')).toBe(0);
  });

  test('is lost by who comes later than the window: it takes the next free slot, in the air', () => {
    const late = merged(FINE, slots, { craft: { transport: { variation: 1.125 } } });
    // planned for 120 min, there at 135: within 10 min it would land at once, now it waits for the slot of 150
    expect(minutes(run(late), 'out', 200, 210)).toEqual([0, 100]);
    const wide = run(late, { sites: { field: { slots: { window: '15 min' } } }, sample: '15 min' });
    expect(minutes(wide, 'out', 180, 195)).toEqual([0, 100]);
  });

  test('is not needed on pads', () => {
    const pad = { craft: { transport: { lands: 'pad' } }, fleets: { transport: { count: 3 } } };
    expect(run(FINE, slots, pad).at('out', 180)).toBe(300);
  });
});

describe('fuel', () => {
  /** 500 nm each way at 250 kt, a range that is enough one way. */
  const FAR: Written = merged(READY, {
    routes: { bridge: { time: null, distance: '500 nm' } },
    craft: { transport: { speed: '250 kt', range: '800 nm', tankeringSeats: '60 %', refuelTime: '30 min' } },
  });

  test('is no matter where out and back are within the range', () => {
    expect(run(FAR, { craft: { transport: { range: '1000 nm' } } }).at('out', 3 * HOUR)).toBe(100);
  });

  test('is carried from the base where there is none at the field: 60 of 100 seats', () => {
    const result = run(FAR, { sites: { field: { fuelPoints: 0 } } });
    expect(at(result, 'out', 3, 9, 15, 21)).toEqual([60, 120, 180, 240]);
    expect(result.measure('seats-empty')).toBe(0);
  });

  test('is taken at the field where there is some, one craft at a time at one point', () => {
    const two = { sample: '30 min', fleets: { transport: { count: 2 } } };
    const free = run(FAR, two);
    // there at 2 h, fuelled at 2.5 h, out at 3.5 h
    expect(at(free, 'out', 3, 3.5)).toEqual([0, 200]);
    const one = run(FAR, two, { sites: { field: { fuelPoints: 1 } } });
    expect(at(one, 'out', 3.5, 4)).toEqual([100, 200]);
  });

  test('is taken at a stop on the way out, with all seats', () => {
    const stop: Written = {
      sample: '30 min',
      sites: { field: { fuelPoints: 0 }, halfway: { taxi: '0 min' } },
      routes: {
        near: { between: ['field', 'halfway'], distance: '125 nm' },
        rest: { between: ['halfway', 'haven'], distance: '375 nm' },
      },
      fleets: { transport: { refuelAt: 'halfway' } },
    };
    const result = run(FAR, stop);
    // out at 3 h, at the stop from 3.5 to 4 h, at the haven at 5.5 h
    expect(at(result, 'out', 3)).toEqual([100]);
    expect(at(result, 'safe', 5, 5.5)).toEqual([0, 100]);
    expect(result.measure('craft-hours.transport.refuelling')).toBeGreaterThan(1);
  });

  test('at a stop makes a haven reachable that lies beyond the range, from a field that has none', () => {
    const beyond = merged(FAR, {
      sample: '30 min',
      sites: {
        field: { fuelPoints: 0 },
        halfway: { taxi: '0 min' },
        refuge: { taxi: '0 min', beds: '900 people' },
      },
      routes: {
        direct: { between: ['field', 'refuge'], distance: '1000 nm' },
        near: { between: ['field', 'halfway'], distance: '500 nm' },
        rest: { between: ['halfway', 'refuge'], distance: '500 nm' },
        home: { between: ['refuge', 'haven'], distance: '750 nm' },
      },
      fleets: { transport: { refuelAt: 'halfway', delivers: 'refuge' } },
    });
    // out at 3 h, at the stop from 5 to 5.5 h, at the refuge at 7.5 h
    expect(at(run(beyond), 'safe', 7, 7.5)).toEqual([0, 100]);
    const tooFar = /`direct` is 1000 nm long, and `transport` flies 800 nm at most/;
    expect(() => scenarioOf(beyond, { sites: { field: { fuelPoints: 1 } } })).toThrow(tooFar);
    expect(() => scenarioOf(beyond, { fleets: { transport: { refuelAt: null } } })).toThrow(tooFar);
    expect(() => scenarioOf(beyond, { routes: { rest: { distance: '900 nm' } } })).toThrow(
      /`rest` is 900 nm/,
    );
  });
});

describe('a diversion', () => {
  test('to an alternate takes fuel there before the way home', () => {
    const result = run(
      READY,
      {
        sites: { field: { runway: { separation: '0 min' } }, near: { taxi: '0 min' } },
        routes: {
          away: { between: ['field', 'near'], time: '1 h' },
          home: { between: ['near', 'haven'], time: '1 h' },
        },
        craft: { transport: { orbit: '30 min', refuelTime: '30 min' } },
        fleets: { transport: { alternate: 'near', launch: 'on-demand' } },
      },
      timeline(
        { at: '0 h', do: 'closeRunway', site: 'field' },
        { at: '6 h', do: 'openRunway', site: 'field' },
      ),
    );
    // there at 2 h, on to the alternate at 2.5 h, there from 3.5 to 4 h, home at 5 h, ready at 6 h, out at 9 h
    expect(result.measure('diverts')).toBe(1);
    expect(at(result, 'craft.turning', 5)).toEqual([1]);
    expect(at(result, 'out', 8, 9)).toEqual([0, 100]);
  });
});

describe('the launch stop', () => {
  const full: Written = {
    window: '40 h',
    sites: { haven: { beds: '200 people', onward: '10 people/h' } },
    populations: { people: { people: '500 people' } },
    fleets: { transport: { launch: 'on-demand' } },
  };

  test('without hysteresis ends as soon as there is room for one more craft', () => {
    const result = run(READY, full);
    // 100 down at 5 and at 11 h; 20 move on as they land, of which 10 are the seats of the hour before, and 10 each hour
    // after: 100 are left at 13 h
    expect(at(result, 'out', 9, 15, 16)).toEqual([200, 200, 300]);
  });

  test('with it lasts until people there and seats under way are at or below the share', () => {
    const result = run(READY, full, { sites: { haven: { resumeBelow: '25 %' } } });
    // 50 left of 200 at 18 h: launched then, out at 21 h
    expect(at(result, 'out', 9, 20, 21)).toEqual([200, 200, 300]);
  });
});
