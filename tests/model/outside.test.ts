import { describe, expect, test } from 'vitest';
import { AT_ONCE, merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;

describe('balking', () => {
  const closed: Written = { gates: { north: { open: false } } };
  const balking = (balks: Written, ...more: readonly Written[]): Told =>
    run(COMING, { populations: { people: { balks } } }, ...more);

  test('everyone who finds more than 50 outside goes home: 51 wait, 249 do not join', () => {
    const result = balking({ above: '50 people' }, closed);
    expect(result.measure('outside-gate-peak')).toBe(51);
    expect(result.measure('left-behind.outside-gate')).toBe(51);
    expect(result.measure('left-behind.balked')).toBe(249);
  });

  test('the more balk, the shorter the queue', () => {
    const peaks = ['0 %', '30 %', '70 %', '100 %'].map((share) =>
      balking({ above: '50 people', share }, closed).measure('outside-gate-peak'),
    );
    expect(peaks).toEqual([...peaks].sort((a, b) => b - a));
    expect(new Set(peaks).size).toBe(4);
  });

  test('of a queue that nobody finds long changes nothing', () => {
    const never = balking({ above: '300 people' });
    expect(never.outcome.series).toEqual(run(COMING).outcome.series);
  });

  test('those who balk and try again are served when the queue has gone', () => {
    const retries = { populations: { people: { retries: { share: '100 %', after: '30 min' } } } };
    const result = balking({ above: '20 people' }, { window: '48 h' }, retries);
    expect(result.measure('left-behind.balked')).toBe(0);
    expect(result.measure('people-out')).toBe(300);
  });
});

describe('ticket holders', () => {
  /** One small commercial flight a day, beside an air bridge that leaves with room to spare. */
  const ticketed: Written = merged(COMING, {
    window: '48 h',
    flights: {
      civil: {
        site: 'field',
        perDay: 1,
        seats: '10 people',
        firstHour: '12 h',
        lastHour: '12 h',
        block: '2 h',
      },
    },
    populations: { people: { ticketed: '100 %' } },
  });
  const stop = timeline({ at: '0 h', do: 'stopFlights' });

  test('without end to their patience, more people get out when there are no commercial flights', () => {
    expect(run(ticketed).measure('people-out')).toBeLessThan(run(ticketed, stop).measure('people-out'));
  });

  test('who go to the gates after 6 h: commercial flights no longer cost anybody the way out', () => {
    const patience = { populations: { people: { ticketPatience: '6 h' } } };
    const flying = run(ticketed, patience);
    expect(flying.measure('people-out')).toBeGreaterThanOrEqual(
      run(ticketed, patience, stop).measure('people-out'),
    );
    expect(flying.at('stage.terminal', 8 * HOUR)).toBe(0);
  });

  test('who leave the terminal for the gates do so when their own patience ends', () => {
    const result = run(ticketed, {
      populations: { people: { ticketPatience: '6 h' } },
      gates: { north: { open: false } },
    });
    expect(result.at('stage.terminal', 6 * HOUR)).toBe(300);
    expect(result.at('stage.gate', 8 * HOUR)).toBe(300);
  });
});

describe('a site without gates', () => {
  const walking: Written = merged(COMING, { gates: { north: null }, fleets: { transport: { count: 0 } } });

  test('is entered on foot: everyone is ready to board on arrival', () => {
    const result = run(walking);
    expect(result.at('stage.boarding', 2 * HOUR)).toBe(300);
    expect(result.measure('outside-gate-peak')).toBe(0);
  });

  test('takes in as many as there is room for; the others wait before it', () => {
    const result = run(walking, { sites: { field: { waitingArea: '120 people' } } });
    expect(result.at('stage.boarding', 2 * HOUR)).toBe(120);
    expect(result.at('stage.gate', 2 * HOUR)).toBe(180);
  });

  test('takes in the next as soon as an aircraft has loaded', () => {
    const result = run(walking, {
      sites: { field: { waitingArea: '120 people' } },
      fleets: { transport: { count: 1 } },
    });
    expect(result.measure('people-out')).toBe(300);
  });

  test('takes in a small party as soon as it may go before a large one for which there is no room', () => {
    const party = (people: number, priority: number): Written => ({
      nation: 'Any',
      people: `${people} people`,
      partySize: people,
      setsOut: AT_ONCE,
      lives: { street: '100 %' },
      site: 'field',
      priority,
    });
    const result = run(
      walking,
      {
        sites: { field: { waitingArea: '10 people' } },
        populations: {
          people: { people: '5 people', partySize: 5, present: '100 %' },
          large: party(9, 11),
          small: party(2, 12),
        },
      },
      timeline({ at: '5 h', do: 'setPriority', population: 'small', priority: 1 }),
    );
    expect([4, 6].map((hour) => result.at('stage.boarding', hour * HOUR))).toEqual([5, 7]);
  });

  test('with desks has them pass the desks', () => {
    const desks = { desks: { desk: { site: 'field', officers: 1, time: '7 min' } } };
    const result = run(walking, desks);
    // from 1 h on, ⌊120 / 7⌋ have been served by 3 h
    expect(result.at('stage.processing', 3 * HOUR)).toBe(283);
    expect(result.at('stage.boarding', 3 * HOUR)).toBe(17);
  });
});

describe('a gate that admits others from 5 h on', () => {
  const two: Written = merged(COMING, {
    fleets: { transport: { count: 0 } },
    gates: { north: { search: '2 min', admits: ['people'] } },
    populations: {
      others: {
        nation: 'Any',
        people: '60 people',
        setsOut: '100000000 %/h',
        lives: { street: '100 %' },
        site: 'field',
        ticketed: '100 %',
      },
    },
    flights: { civil: { site: 'field', perDay: 0, seats: '1 people', block: '1 h' } },
  });
  const change = timeline({ at: '5 h', do: 'setAdmits', gate: 'north', populations: ['others'] });

  test('lets in those, and none of the first, of whom it had let in 30 an hour', () => {
    const result = run(two, change);
    expect(result.at('stage.boarding', 5 * HOUR)).toBe(119);
    // one of the first is in the lane at 5 h; the others take two hours
    expect(result.at('stage.boarding', 8 * HOUR)).toBe(120 + 60);
    expect(result.at('stage.gate', 8 * HOUR)).toBe(180);
  });
});
