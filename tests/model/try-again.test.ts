import { describe, expect, test } from 'vitest';
import { run, type Told, type Written } from '../support/scenario.ts';
import { COMING, WITH_EMBASSY } from '../support/worlds.ts';

const PEOPLE = 5000;

/** Five thousand who live one hour away and try again an hour after each failure, without end of time. */
const trying = (retries: Written, ...more: readonly Written[]): Told =>
  run(
    COMING,
    {
      window: '300 h',
      sample: '50 h',
      fleets: { transport: { count: 0 } },
      gates: { north: { search: '0 min' } },
      populations: { people: { people: `${PEOPLE} people`, retries: { after: '1 h', ...retries } } },
    },
    ...more,
  );

const turnedBack = (share: string): Written => ({ roads: { street: { turnedBack: share } } });

/** Three standard errors of the mean of so many geometric numbers, and of a share. */
const within = (variance: number): number => 3 * Math.sqrt(PEOPLE * variance);

describe('people who are always turned back', () => {
  test('and try again with probability p each time set out p / (1 - p) times more on average', () => {
    for (const [share, p] of [
      ['50 %', 0.5],
      ['80 %', 0.8],
    ] as const) {
      const tries = trying({ share }, turnedBack('100 %')).measure('tries-again');
      // a geometric number has the variance p / (1 - p)²
      expect(Math.abs(tries - (PEOPLE * p) / (1 - p))).toBeLessThan(within(p / (1 - p) ** 2));
    }
  });

  test('and may try again twice at most set out exactly twice more when all do', () => {
    expect(trying({ share: '100 %', times: 2 }, turnedBack('100 %')).measure('tries-again')).toBe(2 * PEOPLE);
  });

  test('and do not try again stay turned back, as without the key', () => {
    const never = trying({ share: '0 %' }, turnedBack('100 %'));
    expect(never.measure('tries-again')).toBe(0);
    expect(never.measure('left-behind.turned-back')).toBe(PEOPLE);
  });
});

test('turned back with probability q at every try, (1 - q) / (1 - p q) get through in the end', () => {
  const [q, p] = [0.6, 0.5];
  const through = trying({ share: '50 %' }, turnedBack('60 %')).measure('left-behind.waiting-area');
  const share = (1 - q) / (1 - p * q);
  expect(Math.abs(through - PEOPLE * share)).toBeLessThan(within(share * (1 - share)));
});

test('the luck of the first try is not changed by what comes after it', () => {
  const alone = trying({ share: '0 %' }, turnedBack('30 %'), { window: '2 h' });
  const again = trying({ share: '90 %', after: '3 h' }, turnedBack('30 %'), { window: '2 h' });
  expect(again.measure('left-behind.turned-back')).toBe(alone.measure('left-behind.turned-back'));
});

test('who gives up comes back, and the patience of the next try is another', () => {
  const result = run(COMING, {
    window: '40 h',
    gates: { north: { open: false } },
    populations: {
      people: { patience: { uniform: ['1 h', '2 h'] }, retries: { share: '100 %', after: '1 h', times: 3 } },
    },
  });
  expect(result.measure('tries-again')).toBe(900);
  expect(result.measure('left-behind.gave-up')).toBe(300);
  // four waits of 1.5 h on average; were they one number four times, the standard error would be twice this
  const hours = result.measure('person-hours.outside-gate');
  expect(Math.abs(hours - 300 * 4 * 1.5)).toBeLessThan(3 * Math.sqrt((300 * 4) / 12));
});

test('who is not eligible is turned away again at every try', () => {
  const result = trying(
    { share: '100 %', times: 3 },
    {
      desks: { desk: { site: 'field', officers: 50, time: '0 min' } },
      populations: { people: { people: '1000 people', ineligible: '100 %' } },
    },
  );
  expect(result.measure('tries-again')).toBe(3000);
  expect(result.measure('left-behind.turned-away')).toBe(1000);
});

test('who has seen a consular officer need not see one again', () => {
  const result = run(WITH_EMBASSY, {
    window: '400 h',
    roads: { lane: { turnedBack: '100 %' } },
    embassy: { consular: { time: '1 min' } },
    populations: { people: { consular: '100 %', retries: { share: '100 %', after: '1 h', times: 1 } } },
  });
  expect(result.measure('consular-served')).toBe(300);
  expect(result.measure('tries-again')).toBe(300);
  expect(result.measure('left-behind.turned-back')).toBe(0);
});
