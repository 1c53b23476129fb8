import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

const HOUR = 60;
const at = (result: Told, id: string, ...hours: number[]): number[] =>
  hours.map((hour) => result.at(id, hour * HOUR));

/** Two flights a day at 4 h and 10 h with 50 seats, one hour on the ground; the air bridge carries nobody. */
const CIVIL: Written = merged(COMING, {
  window: '48 h',
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

describe('commercial flights', () => {
  test('carry those with tickets past the gates: out at 5 h and 11 h, abroad three hours later', () => {
    const result = run(CIVIL);
    expect(at(result, 'out', 4, 5, 10, 11)).toEqual([0, 50, 50, 100]);
    expect(at(result, 'safe', 7, 8)).toEqual([0, 50]);
    expect(at(result, 'stage.gate', 2, 12)).toEqual([0, 0]);
    expect(result.measure('people-out-commercial')).toBe(200);
    expect(result.measure('people-out-air-bridge')).toBe(0);
  });

  test.each([1, 7, 11, 13, 14, 15, 24])('fly each of %i departures a day once', (perDay) => {
    // 13 to 15 departures between 5 h and 21.5 h lie at fractions of minutes, which no clock holds exactly
    const flights = {
      civil: { perDay, firstHour: '5 h', lastHour: '21.5 h', seats: '1 people', groundTime: '0 min' },
    };
    const result = run(CIVIL, { start: '2021-08-13T00:00+04:30', flights });
    expect(result.measure('people-out-commercial')).toBe(2 * perDay);
  });

  test('of which there are none a day keep nobody at the terminal', () => {
    expect(at(run(CIVIL, { flights: { civil: { perDay: 0 } } }), 'stage.terminal', 2, 40)).toEqual([0, 0]);
  });

  test('wait for the runway, and are cancelled when it stays closed for two hours', () => {
    const close = (hours: number): Written =>
      merged(
        { sites: { field: { runway: { separation: '0 min' } } } },
        timeline(
          { at: '3 h', do: 'closeRunway', site: 'field' },
          { at: `${3 + hours} h`, do: 'openRunway', site: 'field' },
        ),
      );
    expect(at(run(CIVIL, close(2)), 'out', 5, 6)).toEqual([0, 50]);
    expect(at(run(CIVIL, close(4)), 'out', 6, 9, 11)).toEqual([0, 0, 50]);
  });

  test('come at the very start of the run when that is their hour', () => {
    const result = run(CIVIL, {
      start: '2024-01-01T06:00+00:00',
      window: '20 h',
      flights: { civil: { perDay: 1, firstHour: '6 h', lastHour: '6 h', groundTime: '4 h' } },
    });
    expect(result.measure('people-out-commercial')).toBe(50);
  });

  test('use stands of their own: military craft are not crowded out', () => {
    const result = run(CIVIL, { sites: { field: { stands: 1 } } });
    expect(result.series('stands-in-use.field')).toEqual(
      run(CIVIL, { flights: { civil: { perDay: 0 } }, sites: { field: { stands: 1 } } }).series(
        'stands-in-use.field',
      ),
    );
  });

  test('have the same luck after a stop as without it', () => {
    const later = { flights: { civil: { seats: { uniform: ['10 people', '90 people'] } } } };
    const people = { populations: { people: { notified: '6 h' } } };
    const stop = timeline({ at: '1 h', do: 'stopFlights' }, { at: '5 h', do: 'startFlights' });
    expect(run(CIVIL, later, people, stop).at('out', 11 * HOUR)).toBe(
      run(CIVIL, later, people).at('out', 11 * HOUR),
    );
  });

  test('that stop while people board leave empty, and the people go to the gates', () => {
    const result = run(CIVIL, timeline({ at: '4.5 h', do: 'stopFlights' }));
    expect(result.measure('people-out-commercial')).toBe(0);
    expect(at(result, 'stage.terminal', 4, 5)).toEqual([300, 0]);
  });
});
