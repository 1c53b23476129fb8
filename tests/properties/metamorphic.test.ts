import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BRIDGE,
  merged,
  ONE_AIRCRAFT,
  runScenario,
  type Told,
  uncheckedScenarioOf,
  type Written,
} from '../support/scenario.ts';

const runs = { numRuns: 15, seed: 11, endOnFailure: true };
const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** An operation without calendar: people are ready or come by a hazard, luck is in everything. */
const operation: fc.Arbitrary<Written> = fc
  .record({
    stands: int(1, 3),
    craft: int(1, 4),
    block: int(10, 200),
    ground: int(0, 90),
    lanes: int(1, 3),
    officers: int(1, 3),
    room: int(5, 80),
    beds: int(50, 900),
    patience: int(30, 900),
  })
  .map((drawn) => timesOf(drawn, 1));

const timesOf = (drawn: Readonly<Record<string, number>>, scale: number): Written => {
  const min = (minutes: number): string => `${minutes * scale} min`;
  return merged(BRIDGE, ONE_AIRCRAFT, {
    drawn,
    window: min(1440),
    sample: min(60),
    sites: {
      field: {
        stands: drawn.stands,
        taxi: min(4),
        runway: { separation: min(2) },
        processingRoom: '60 people',
        waitingArea: `${drawn.room} people`,
      },
      haven: { beds: `${drawn.beds} people` },
    },
    routes: { bridge: { time: { uniform: [min(drawn.block!), min(drawn.block! + 64)] } } },
    craft: {
      transport: {
        seats: { uniform: ['20 people', '90 people'] },
        variation: { uniform: [0.5, 1.5] },
        groundTime: { uniform: [min(drawn.ground!), min(drawn.ground! + 32)] },
        turnTime: min(45),
        orbit: min(64),
      },
    },
    fleets: {
      transport: {
        count: drawn.craft,
        interval: min(16),
        launch: 'on-demand',
        load: 'full',
        fillTime: min(32),
      },
    },
    roads: { street: { travel: { triangular: [min(8), min(30), min(96)] }, turnedBack: '5 %' } },
    gates: { north: { site: 'field', lanes: drawn.lanes, search: { uniform: [min(1), min(4)] } } },
    desks: {
      desk: { site: 'field', officers: drawn.officers, time: { triangular: [min(1), min(4), min(9)] } },
    },
    populations: {
      people: {
        nation: 'Any',
        people: '400 people',
        partySize: { discrete: { 1: 3, 2: 2, 5: 1 } },
        present: '20 %',
        setsOut: `${40 / scale} %/h`,
        lives: { street: '100 %' },
        site: 'field',
        partialPapers: '20 %',
        ineligible: '5 %',
        patience: { uniform: [min(drawn.patience!), min(drawn.patience! + 256)] },
      },
    },
    timeline: [
      { at: min(400), do: 'closeRunway', site: 'field' },
      { at: min(560), do: 'openRunway', site: 'field' },
      { at: min(600), do: 'addCraft', fleet: 'transport', count: 1 },
    ],
  });
};

const played = ({ drawn: _drawn, ...written }: Written, ...patches: readonly Written[]): Told =>
  runScenario(uncheckedScenarioOf(written, ...patches), { audit: false });

describe('time has no natural unit', () => {
  test('with all durations doubled, every level is the same at twice the time', () => {
    fc.assert(
      fc.property(operation, (written) => {
        const single = played(written);
        const double = played(timesOf(written.drawn as Record<string, number>, 2));
        expect(double.outcome.series).toEqual(single.outcome.series);
        for (const hours of [
          'person-hours.outside-gate',
          'person-hours.waiting-area',
          'runway-closed-hours.field',
        ]) {
          expect(double.measure(hours)).toBeCloseTo(2 * single.measure(hours), 6);
        }
        expect(double.measure('time-nearly-all-out.people')).toBe(
          2 * single.measure('time-nearly-all-out.people'),
        );
      }),
      runs,
    );
  });
});

describe('more officers at one first-come desk', () => {
  // one class, service drawn per party, room without end before and behind: only then is more never less
  const open: Written = {
    sites: { field: { processingRoom: '100000 people', waitingArea: '100000 people' } },
    fleets: { transport: { count: 0 } },
    timeline: [],
  };

  test('never have had fewer people ready to board, at any sample', () => {
    fc.assert(
      fc.property(operation, int(1, 3), (written, more) => {
        const officers = (written.desks as { desk: { officers: number } }).desk.officers;
        const few = played(written, open).series('stage.boarding');
        const many = played(written, open, { desks: { desk: { officers: officers + more } } }).series(
          'stage.boarding',
        );
        expect(many.every((ready, sample) => ready >= few[sample]!)).toBe(true);
      }),
      runs,
    );
  });

  test('and more lanes at one gate never have had more people outside', () => {
    fc.assert(
      fc.property(operation, int(1, 3), (written, more) => {
        const lanes = (written.gates as { north: { lanes: number } }).north.lanes;
        const patient: Written = { populations: { people: { patience: null } } };
        const { drawn: _drawn, ...rest } = written;
        const base = merged(rest, patient);
        const few = played(base, open).series('stage.gate');
        const many = played(base, open, { gates: { north: { lanes: lanes + more } } }).series('stage.gate');
        expect(many.every((outside, sample) => outside <= few[sample]!)).toBe(true);
      }),
      runs,
    );
  });
});

describe('people are interchangeable', () => {
  test('ten times people, seats, lanes and room with parties ten times as large: ten times everything', () => {
    const base: Written = merged(BRIDGE, ONE_AIRCRAFT, {
      sites: { field: { waitingArea: '80 people' } },
      roads: { street: { travel: { exponential: { mean: '1 h' } } } },
      gates: { north: { site: 'field', lanes: 1, search: { exponential: { mean: '6 min' } } } },
      craft: { transport: { seats: '30 people' } },
      populations: {
        people: {
          nation: 'Any',
          people: '300 people',
          partySize: 3,
          setsOut: '20 %/h',
          lives: { street: '100 %' },
          site: 'field',
        },
      },
    });
    const tenfold: Written = {
      sites: { field: { waitingArea: '800 people' } },
      craft: { transport: { seats: '300 people' } },
      populations: { people: { people: '3000 people', partySize: 30 } },
    };
    const small = played(base);
    const large = played(merged(base, tenfold));
    for (const id of ['out', 'safe', 'stage.gate', 'stage.boarding', 'stage.road']) {
      expect(large.series(id)).toEqual(small.series(id).map((level) => level * 10));
    }
    expect(small.measure('people-out')).toBeGreaterThan(50);
  });
});
