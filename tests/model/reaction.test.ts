import { describe, expect, test } from 'vitest';
import { merged, run, type Told, type Written } from '../support/scenario.ts';
import { COMING, timeline } from '../support/worlds.ts';

/** Two thousand who set out one by one, and nobody flies. */
const slow: Written = merged(COMING, {
  fleets: { transport: { count: 0 } },
  gates: { north: { search: '0 min', open: false } },
  populations: { people: { people: '2000 people', setsOut: '4 %/h' } },
});

const reacting = (reacts: Written, ...more: readonly Written[]): Told =>
  run(slow, { populations: { people: { reacts } } }, ...more);

/** The same people, told what to do by actions instead. */
const told = (...lines: readonly [at: string, factor: number][]): Written =>
  timeline(...lines.map(([at, factor]) => ({ at, do: 'setDepartures', population: 'people', factor })));

const road = (result: Told): readonly number[] => result.series('stage.road');

describe('word of closed gates', () => {
  test('that takes 2 h does what an order at 2 h does', () => {
    const heard = reacting({ gatesClosed: 0.2, delay: '2 h' });
    expect(road(heard)).toEqual(road(run(slow, told(['2 h', 0.2]))));
    expect(road(heard)).not.toEqual(road(run(slow)));
  });

  test('is followed by word of open ones, as late', () => {
    const open = { at: '5 h', do: 'openGate', gate: 'north' };
    const heard = reacting({ gatesClosed: 0, delay: '2 h' }, timeline(open));
    const ordered = run(slow, { timeline: [...(told(['2 h', 0], ['7 h', 1]).timeline as Written[]), open] });
    expect(road(heard)).toEqual(road(ordered));
  });

  test('keeps nobody who is not admitted anyway: an open gate for others counts as closed', () => {
    const others = {
      gates: { side: { site: 'field', lanes: 1, search: '1 min', admits: ['others'] } },
      populations: {
        others: { nation: 'Any', people: '1 people', lives: { street: '100 %' }, site: 'field' },
      },
    };
    expect(road(reacting({ gatesClosed: 0 }, others))).toEqual(road(reacting({ gatesClosed: 0 })));
  });
});

test('word of a long queue brings fewer: with factor 0 the queue ends not far above the mark', () => {
  const peak = (reacts: Written): number => reacting(reacts).measure('outside-gate-peak');
  const without = run(slow).measure('outside-gate-peak');
  const mild = peak({ outsideAbove: { people: '300 people', factor: 0.5 } });
  const strong = peak({ outsideAbove: { people: '300 people', factor: 0 } });
  expect(strong).toBeLessThan(mild);
  expect(mild).toBeLessThan(without);
  // those who set out before the word arrived: 1 h of travel, 1 h and at most 15 min of word, 80 an hour
  expect(strong).toBeLessThan(300 + 80 * 2.25 + 3 * Math.sqrt(180));
});

describe('word of aircraft', () => {
  const flying: Written = merged(slow, { fleets: { transport: { count: 1 } } });
  const hearing = (reacts: Written, ...more: readonly Written[]): Told =>
    run(flying, { populations: { people: { reacts } } }, ...more);

  test('that leave empty brings more people, from an hour after the first has left', () => {
    // it leaves its base at 0 h, the field at 3 h, with every seat empty
    const heard = hearing({ seatsEmpty: { above: '50 %', factor: 3 }, over: '100 h' });
    expect(road(heard)).toEqual(road(run(flying, told(['4 h', 3]))));
  });

  test('that leave full does not', () => {
    const full = { populations: { people: { present: '50 %' } } };
    const reacts = { seatsEmpty: { above: '0 %', factor: 3 } };
    expect(road(hearing(reacts, full))).toEqual(road(run(flying, full)));
  });

  test('that have carried people away is forgotten after a while', () => {
    const one = { populations: { people: { present: '1 %' } } };
    const removed = timeline({ at: '1 h', do: 'removeCraft', fleet: 'transport', count: 1 });
    const heard = hearing({ departures: 2, over: '4 h', delay: '0 h' }, one, removed);
    const ordered = run(flying, one, {
      timeline: [...(removed.timeline as Written[]), ...(told(['3 h', 2], ['7 h', 1]).timeline as Written[])],
    });
    expect(road(heard)).toEqual(road(ordered));
  });
});
