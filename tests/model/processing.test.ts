import { describe, expect, test } from 'vitest';
import { compile } from '../../src/model/index.ts';
import { merged, run, scenarioOf, type Told, told, type Written } from '../support/scenario.ts';
import { COMING } from '../support/worlds.ts';

const HOUR = 60;
const PEOPLE = 5000;

/** Many people, a gate that costs no time, and desks as told. */
const many = (desks: Written, ...more: readonly Written[]): Told =>
  run(
    COMING,
    {
      fleets: { transport: { count: 0 } },
      gates: { north: { search: '0 min' } },
      populations: { people: { people: `${PEOPLE} people` } },
      desks,
    },
    ...more,
  );

const within = (share: number): number => 3 * Math.sqrt(PEOPLE * share * (1 - share));
const desk = (more: Written): Written => ({ site: 'field', officers: 1, time: '0 min', ...more });

describe('steps of processing', () => {
  test('are passed in rising order of their numbers, whatever their order in the file', () => {
    // 10 min at the second step: at 1 h + k × 10 min the k-th of those whom the first has passed is through
    const result = run(COMING, {
      fleets: { transport: { count: 0 } },
      gates: { north: { search: '0 min' } },
      desks: { late: desk({ step: 7, time: '10 min' }), early: desk({ step: 2, time: '20 min' }) },
    });
    for (const hours of [2, 5, 9]) {
      // the early step lets three through an hour, the first after 20 min; each then takes 10 min more
      expect(result.at('stage.boarding', hours * HOUR)).toBe(Math.floor(((hours - 1) * 60 - 10) / 20));
    }
  });

  test('one after the other take as long as one desk that does the work of both, when nobody waits', () => {
    const alone: Written = { populations: { people: { people: '1 people' } } };
    const two = many({ a: desk({ time: '7 min' }), b: desk({ step: 2, time: '8 min' }) }, alone);
    const one = many({ a: desk({ time: '15 min' }) }, alone);
    expect(two.measure('person-hours.processing')).toBeCloseTo(one.measure('person-hours.processing'), 9);
  });

  test('that 30 % of parties need hold up 30 %, when nobody works there', () => {
    const held = many({ a: desk({}), b: desk({ step: 2, share: '30 %', officers: 0 }) }).measure(
      'left-behind.processing',
    );
    expect(Math.abs(held - 0.3 * PEOPLE)).toBeLessThan(within(0.3));
  });

  test('that nobody needs change nothing', () => {
    const base = many({ a: desk({ time: '1 min' }) });
    const idle = many({ a: desk({ time: '1 min' }), b: desk({ step: 2, share: '0 %', officers: 0 }) });
    expect(idle.outcome.series).toEqual(base.outcome.series);
  });

  test('for medical cases hold up the share that has one, and nobody else', () => {
    const medical = { populations: { people: { medical: '10 %' } } };
    const held = many({ a: desk({}), m: desk({ step: 2, needs: 'medical', officers: 0 }) }, medical);
    expect(Math.abs(held.measure('left-behind.processing') - 0.1 * PEOPLE)).toBeLessThan(within(0.1));
    const bridge = { fleets: { transport: { count: 20 } }, window: '48 h' };
    const flown = many({ a: desk({}), m: desk({ step: 2, needs: 'medical', officers: 0 }) }, medical, bridge);
    expect(flown.measure('people-out-medical')).toBe(0);
    const staffed = many({ a: desk({}), m: desk({ step: 2, needs: 'medical' }) }, medical, bridge);
    expect(staffed.measure('people-out-medical')).toBe(held.measure('left-behind.processing'));
  });

  test('all share the processing room: a step without officers fills it, and the gates stop', () => {
    const result = many(
      { a: desk({}), b: desk({ step: 2, officers: 0 }) },
      { sites: { field: { processingRoom: '50 people' } } },
    );
    expect(result.measure('left-behind.processing')).toBe(50);
    expect(result.measure('left-behind.outside-gate')).toBe(PEOPLE - 50);
  });

  test('when the waiting area is full only the last step stops; the earlier ones fill the line before it', () => {
    const result = many(
      { a: desk({}), b: desk({ step: 2 }) },
      { sites: { field: { processingRoom: '50 people', waitingArea: '10 people' } } },
    );
    expect(result.measure('left-behind.waiting-area')).toBe(10);
    expect(result.measure('left-behind.processing')).toBe(50);
  });
});

describe('who is not eligible', () => {
  const ineligible = { populations: { people: { people: '300 people', ineligible: '100 %' } } };

  test('is turned away at the first step that checks papers', () => {
    const slow = many(
      { a: desk({ checksPapers: false, time: '1 min' }), b: desk({ step: 2, time: '1 min' }) },
      ineligible,
    );
    const quick = many({ a: desk({ time: '1 min' }), b: desk({ step: 2, time: '1 min' }) }, ineligible);
    expect(slow.measure('left-behind.turned-away')).toBe(300);
    expect(quick.measure('left-behind.turned-away')).toBe(300);
    expect(slow.measure('person-hours.processing')).toBeGreaterThan(quick.measure('person-hours.processing'));
  });

  test('flies where nobody checks papers', () => {
    const result = many({ a: desk({ checksPapers: false }) }, ineligible);
    expect(result.measure('left-behind.waiting-area')).toBe(300);
  });

  test('takes no time of any desk where the gate checks', () => {
    const result = many({ a: desk({ time: '1 h' }) }, ineligible, {
      gates: { north: { checksPapers: true } },
    });
    expect(result.measure('left-behind.turned-away')).toBe(300);
    expect(result.measure('person-hours.processing')).toBe(0);
  });

  test('leaves the same people in the end wherever papers are checked', () => {
    const some = { populations: { people: { people: '2000 people', ineligible: '20 %' } } };
    const atDesk = many({ a: desk({}) }, some);
    const atGate = many({ a: desk({}) }, some, { gates: { north: { checksPapers: true } } });
    expect(atGate.measure('left-behind.turned-away')).toBe(atDesk.measure('left-behind.turned-away'));
    expect(atGate.measure('left-behind.waiting-area')).toBe(atDesk.measure('left-behind.waiting-area'));
  });
});

describe('a gate and two steps in a row: eight people an hour, servers of 10, 2 × 5 and 12 an hour', () => {
  // oracle 26, the Jackson line, from a scenario's text: 4 + 4.444444 + 2 people in it on average
  const PARTIES = 100_000;
  const HOURS = 400;
  const perHour = 8 / PARTIES;
  // a constant hazard leaves e^(-ht) at home: about the middle of the run eight an hour set out
  const hazard = perHour * (1 + (perHour * HOURS) / 2);
  const exponential = (minutes: number): Written => ({ exponential: { mean: `${minutes} min` } });
  const line: Written = merged(COMING, {
    window: `${HOURS} h`,
    sample: '1 h',
    fleets: { transport: { count: 0 } },
    roads: { street: { travel: '0 min' } },
    gates: { north: { lanes: 1, search: exponential(6) } },
    desks: {
      first: { site: 'field', officers: 2, time: exponential(12) },
      second: { site: 'field', officers: 1, time: exponential(5), step: 2 },
    },
    populations: { people: { people: `${PARTIES} people`, setsOut: `${100 * hazard} %/h` } },
  });
  const model = compile(scenarioOf(line));

  test('hold 10.444 people on average, within three standard errors', () => {
    const means = Array.from({ length: 16 }, (_, replication) => {
      const result = told(model, model.run({ seed: 'jackson', replication }));
      const gate = result.series('stage.gate').slice(60);
      const inside = result.series('stage.processing').slice(60);
      return gate.reduce((sum, level, sample) => sum + level + inside[sample]!, 0) / gate.length;
    });
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1);
    const error = Math.sqrt(variance / means.length);
    expect(error).toBeLessThan(1.2);
    expect(Math.abs(mean - 10.444444)).toBeLessThan(3 * error);
  });
});
