import { expect, test } from 'vitest';
import { Container, type Process, Resource, ResourceStatistics, Simulation } from '../../src/kernel/index.ts';
import { fillAndGo, stock } from '../../src/verify/theory/flows.ts';

test.each([
  [400, 400, 29.925],
  [134, 100, 39.9],
])(
  '%d seats filled by %d people an hour: the mean wait until it goes is %d minutes (oracle 9a)',
  (seats, perHour, wait) => {
    const seen = fillAndGo(seats, perHour, wait).replicate('1');
    expect(seen['mean wait, min']).toBeCloseTo(wait, 9);
  },
);

test('40 people who come together to a desk of 100 an hour wait 11.7 minutes in the mean (oracle 9b)', () => {
  const sim = new Simulation();
  const desk = new Resource(sim, 1);
  const seen = new ResourceStatistics();
  desk.observer = seen;
  function* person(): Process {
    yield desk.seize();
    yield sim.hold(0.6);
    desk.release();
  }
  for (let n = 0; n < 40; n++) sim.start(person());
  sim.run();
  expect(seen.waits.count).toBe(40);
  expect(seen.waits.mean).toBeCloseTo(11.7, 9);
});

/** A haven that people fill and leave, in hours; a quarter of a person at a time, so that counts are exact in doubles. */
function haven(
  sim: Simulation,
  beds: Container,
  flow: { in: number; out: number; isStopped: () => boolean },
) {
  const share = 0.25;
  function* arrivals(): Process {
    for (;;) {
      yield sim.hold((share * 24) / flow.in);
      if (!flow.isStopped()) yield beds.put(share);
    }
  }
  function* departures(): Process {
    for (;;) {
      yield sim.hold((share * 24) / flow.out);
      if (beds.level >= share) yield beds.get(share);
    }
  }
  sim.start(arrivals());
  sim.start(departures());
}

test('a haven of 10,000 beds fills in 53.33 hours; a stop of 7 hours frees 437.5, which 2.33 hours refill (oracle 11)', () => {
  const sim = new Simulation();
  const beds = new Container(sim, 10_000);
  let isStopped = false;
  haven(sim, beds, { in: 6000, out: 1500, isStopped: () => isStopped });
  const untilFull = (): number => {
    while (beds.level < 9999.75) sim.run(sim.now + 0.001);
    return sim.now;
  };
  const filled = untilFull();
  expect(filled).toBeCloseTo(53.3333, 2);
  isStopped = true;
  const levelBefore = beds.level;
  sim.run(sim.now + 7);
  expect(Math.abs(levelBefore - beds.level - 437.5)).toBeLessThanOrEqual(0.5);
  isStopped = false;
  const resumed = sim.now;
  expect(untilFull() - resumed).toBeCloseTo(2.3333, 2);
});

test.each([
  [3352.94, 4, 13_411.76],
  [3352.94, 5.0702, 17_000],
  [3352.94, 2.9825, 10_000],
  [33_900 / 18, 6.3186, 11_900],
])('%d people a day who stay %d days are %d present: Little’s law (oracle 12)', (perDay, stay, present) => {
  const seen = stock({ perDay, stay, present }).replicate('1')['people present']!;
  // One person more or less, and the four digits to which the oracle is given.
  expect(Math.abs(seen - present)).toBeLessThan(1 + present * 1e-4);
});
