import { describe, expect, test } from 'vitest';
import {
  BRIDGE,
  decision,
  merged,
  run,
  runScenario,
  scenarioOf,
  type Told,
  type Written,
} from '../support/scenario.ts';
import { READY, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** A second field one hour from the haven and three hours from the first, where 200 others wait. */
const TWO_FIELDS: Written = merged(READY, {
  sites: { strip: { taxi: '0 min' } },
  routes: {
    short: { between: ['strip', 'haven'], time: '1 h' },
    across: { between: ['strip', 'field'], time: '3 h' },
  },
  populations: { others: { nation: 'Any', people: '200 people', present: '100 %', site: 'strip' } },
});

describe('a fleet with several pickups', () => {
  const preferring = (...pickup: string[]): Told =>
    run(TWO_FIELDS, { fleets: { transport: { pickup, launch: 'on-demand' } } });

  test('serves the first of them until seats are under way for everyone there, then the next', () => {
    // each sortie to the strip takes 1 + 1 + 1 h and 1 h to turn: out at 2 and 6 h; the first to the field leaves at 8 h
    const result = preferring('strip', 'field');
    expect(at(result, 'out.others', 1, 2, 6, 24)).toEqual([0, 100, 200, 200]);
    expect(at(result, 'out.people', 10, 11, 17, 23)).toEqual([0, 100, 200, 300]);
  });

  test('goes to the other first when the order is turned round', () => {
    const result = preferring('field', 'strip');
    expect(at(result, 'out.people', 3, 9, 15)).toEqual([100, 200, 300]);
    expect(at(result, 'out.others', 19, 20)).toEqual([0, 100]);
  });

  test('can be assigned elsewhere while it flies, from the next launch on', () => {
    const result = run(
      TWO_FIELDS,
      { fleets: { transport: { launch: 'on-demand' } } },
      timeline({ at: '1 h', do: 'assignFleet', fleet: 'transport', pickup: 'strip' }),
    );
    expect(result.measure('people-out.people')).toBe(100);
    expect(result.measure('people-out.others')).toBe(200);
    expect(result.notes('assignFleet')).toEqual(['transport picks people up at strip']);
  });

  test('is not assigned to where it has no way to go', () => {
    const cut = { routes: { short: null }, fleets: { transport: { launch: 'on-demand' } } };
    // a file that orders it is refused by check: an order from elsewhere does nothing
    const order = decision({ at: '1 h', do: 'assignFleet', fleet: 'transport', pickup: 'strip' });
    const result = runScenario(scenarioOf(TWO_FIELDS, cut), { decisions: [order] });
    expect(result.notes('assignFleet')).toEqual(['did nothing: no way for transport from haven to strip']);
    expect(result.measure('people-out.people')).toBe(300);
  });

  test('is not assigned to where it could not get to its alternate, or to its stop for fuel', () => {
    const order = timeline({ at: '1 h', do: 'assignFleet', fleet: 'transport', pickup: 'strip' });
    const near = {
      sites: { near: {}, field: { fuelPoints: 0 }, strip: { fuelPoints: 0 } },
      routes: {
        bridge: { distance: '500 nm' },
        short: { distance: '400 nm' },
        away: { between: ['field', 'near'], time: '1 h', distance: '100 nm' },
        home: { between: ['near', 'haven'], time: '1 h', distance: '400 nm' },
      },
      craft: { transport: { range: '600 nm' } },
    };
    for (const key of ['alternate', 'refuelAt']) {
      const result = run(TWO_FIELDS, near, { fleets: { transport: { [key]: 'near' } } }, order);
      expect(result.notes('assignFleet')).toEqual(['did nothing: no way for transport from strip to near']);
    }
  });
});

/** Another haven, three hours from the field and one from the first. */
const TWO_HAVENS: Written = merged(READY, {
  sites: { haven: { beds: '150 people' }, second: { taxi: '0 min', beds: '500 people' } },
  routes: {
    long: { between: ['second', 'field'], time: '3 h' },
    between: { between: ['second', 'haven'], time: '1 h' },
  },
});

describe('a fleet with several havens', () => {
  test('takes people to the first with beds for all its seats, and comes home from the second', () => {
    const result = run(TWO_HAVENS, {
      fleets: { transport: { delivers: ['haven', 'second'], launch: 'on-demand' } },
    });
    // out at 3 h, down at 5 h, launched at 6 h, out at 9 h, at the second haven at 12 h, off it after 1 h, home at 14 h,
    // launched at 15 h, out at 18 h, down at 21 h
    expect(at(result, 'out', 3, 9, 18)).toEqual([100, 200, 300]);
    expect(at(result, 'haven.haven', 5, 24)).toEqual([100, 100]);
    expect(at(result, 'haven.second', 11, 12, 20, 21)).toEqual([0, 100, 100, 200]);
  });

  test('when the hub is full, is sent to the second hub by a policy', () => {
    const policies = {
      divert: {
        when: { watch: 'beds-free', of: 'haven', below: 100 },
        actions: [{ do: 'setDelivers', fleet: 'transport', delivers: 'second' }],
      },
    };
    const result = run(TWO_HAVENS, { policies });
    expect(at(result, 'haven.haven', 24)).toEqual([100]);
    expect(at(result, 'haven.second', 24)).toEqual([200]);
    // without it the launch stop holds everyone back
    expect(run(TWO_HAVENS).measure('people-out')).toBe(100);
  });
});

/** People wait in a town; buses take them to a port, a ferry from there to the haven. */
const PORT: Written = merged(BRIDGE, {
  sample: '30 min',
  sites: { town: {}, port: { pads: 1 }, field: null },
  routes: {
    bridge: { between: ['port', 'haven'], time: '4 h' },
    street: { between: ['town', 'port'], time: '30 min' },
  },
  craft: {
    bus: { lands: 'pad', seats: '50 people', groundTime: '15 min', offloadTime: '15 min', turnTime: '0 min' },
    ferry: { lands: 'pad', seats: '200 people', groundTime: '1 h', turnTime: '1 h' },
    transport: null,
  },
  fleets: {
    buses: {
      craft: 'bus',
      nation: 'Any',
      count: 1,
      base: 'town',
      pickup: 'town',
      delivers: 'port',
      launch: 'on-demand',
    },
    ferry: { craft: 'ferry', nation: 'Any', count: 1, base: 'haven', pickup: 'port', launch: 'on-demand' },
  },
  populations: { people: { nation: 'Any', people: '100 people', present: '100 %', site: 'town' } },
});

describe('a journey of several legs', () => {
  test('from town by bus to a port and by ferry to a haven: out when the ferry leaves, not the bus', () => {
    const result = run(PORT);
    // bus: loaded at 15 min, at the port at 45 min, off it at 60, in town at 90, loaded at 105, at the port at 135 min.
    // The ferry is called at 45 min, is there at 285, has loaded both by 345, and is at the haven at 585.
    expect(at(result, 'out', 5.5, 6)).toEqual([0, 100]);
    expect(at(result, 'safe', 9.5, 10)).toEqual([0, 100]);
    expect(result.measure('sorties')).toBe(1);
    expect(result.measure('left-behind.shuttle')).toBe(0);
  });

  test('leads to the gates of the port where the fleet sets people down outside', () => {
    const outside = {
      gates: { quay: { site: 'port', lanes: 1, search: '3 min' } },
      fleets: { buses: { setsDown: 'outside' } },
    };
    const result = run(PORT, outside);
    // the first 50 are before the gate at 45 min; six have been called by 60 min
    expect(at(result, 'stage.gate', 0.5, 1)).toEqual([0, 44]);
    expect(result.measure('person-hours.outside-gate')).toBeGreaterThan(50);
    expect(result.measure('people-out')).toBe(100);
  });

  test('with helicopters that live at the airfield and shuttle to a ship', () => {
    const result = run(READY, {
      sites: { haven: { pads: 2 } },
      routes: { bridge: { time: '30 min' } },
      craft: { transport: { lands: 'pad', groundTime: '15 min', turnTime: '15 min' } },
      fleets: { transport: { base: 'field', delivers: 'haven', count: 2 } },
    });
    // 15 min loading, 30 out, 15 off, 30 back, 15 to turn: loaded again at 120 min
    expect(at(result, 'out', 0, 1, 2, 3)).toEqual([0, 200, 300, 300]);
  });
});

describe('people of a haven', () => {
  const onward: Written = {
    sites: { haven: { beds: '150 people' }, home: { taxi: '0 min', beds: '900 people' } },
    routes: { homeward: { between: ['haven', 'home'], time: '6 h' } },
    craft: { liner: { seats: '80 people', groundTime: '1 h', turnTime: '1 h' } },
    fleets: {
      liners: { craft: 'liner', nation: 'Any', count: 1, base: 'home', pickup: 'haven', launch: 'on-demand' },
    },
  };

  test('are flown on by a fleet, and free their beds when it leaves', () => {
    const result = run(READY, onward);
    // 100 down at 5 h; the liner is called then, comes at 11 h and leaves at 12 h with 80: 20 are left, there is room for
    // the next 100 seats, launched at 12 h, out at 15 h, down at 17 h
    expect(at(result, 'haven.haven', 5, 11, 12, 16, 17)).toEqual([100, 100, 20, 20, 120]);
    expect(at(result, 'out', 14, 15)).toEqual([100, 200]);
    expect(at(result, 'haven.home', 17, 18)).toEqual([0, 80]);
    expect(result.measure('moved-on.haven')).toBe(80);
    // flights from haven to haven do not count among those that bring people out
    expect(result.measure('sorties')).toBe(2);
  });

  test('stay out and safe all the way', () => {
    const result = run(READY, onward);
    for (const id of ['out', 'safe']) {
      expect(result.series(id)).toEqual([...result.series(id)].sort((a, b) => a - b));
    }
  });
});

describe('a fleet flies no more', () => {
  test('sorties than it is to: two of three loads, and the third when it is told so', () => {
    const two = { fleets: { transport: { sorties: 2 } } };
    expect(run(READY, two).measure('people-out')).toBe(200);
    const more = timeline({ at: '20 h', do: 'setSorties', fleet: 'transport', sorties: 19 });
    expect(at(run(READY, two, more), 'out', 20, 22, 23)).toEqual([200, 200, 300]);
  });

  test('after the last launch: nothing starts from the base after 6 h', () => {
    const result = run(READY, { fleets: { transport: { until: '6 h' } } });
    expect(result.measure('people-out')).toBe(200);
    expect(result.measure('craft-hours.transport.stood-down')).toBeCloseTo(24 - 12, 9);
  });

  test('outside its hours: by night only, past midnight', () => {
    const result = run(READY, { fleets: { transport: { hours: ['20 h', '2 h'] } } });
    // launched at 0 h, back and turned at 6 h, launched again at 20 h
    expect(at(result, 'out', 3, 22, 23)).toEqual([100, 100, 200]);
  });

  test('but does not lose the sortie of a craft that had to divert', () => {
    const result = run(
      READY,
      {
        sites: { field: { runway: { separation: '0 min' } } },
        craft: { transport: { orbit: '0 min' } },
        fleets: { transport: { sorties: 1 } },
      },
      timeline(
        { at: '0 h', do: 'closeRunway', site: 'field' },
        { at: '3 h', do: 'openRunway', site: 'field' },
      ),
    );
    expect(result.measure('diverts')).toBe(1);
    expect(result.measure('people-out')).toBe(100);
  });
});

describe('every craft-hour is accounted for', () => {
  test('one aircraft, a cycle of 2 h out, 1 h loading, 2 h back, 1 h turning, and nobody left after three of them', () => {
    const result = run(READY, { fleets: { transport: { launch: 'on-demand' } } });
    const hours = (state: string): number => result.measure(`craft-hours.transport.${state}`);
    expect([hours('flying'), hours('loading'), hours('turning')]).toEqual([12, 3, 3]);
    expect(hours('not-wanted')).toBe(6);
  });
});
