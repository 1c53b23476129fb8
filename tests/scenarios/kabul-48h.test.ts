import { describe, expect, test } from 'vitest';
import { shipped, textOf } from '../support/files.ts';
import { KABUL_VARIANTS, kabul } from '../support/kabul.ts';

/** What may be left to the defaults of the format: an end not used, and "at once", "none" or "everyone". */
const DEFAULTS = [
  'after', // actions that take effect at once
  'available', // craft that are there from the start
  'consular', // nationals who need no officer
  'crews', // without duty periods
  'delay',
  'fillTime', // craft that do not wait for a full load
  'footprint', // one stand a craft
  'night', // as by day
  'notified', // people told before the start
  'medical', // nobody
  'interval', // helicopters that are ready together
  'onward', // sites nobody moves on from
  'orbit', // convoys, which do not fly
  'pads', // airfields with room for any number of helicopters
  'present', // nobody is at the airfield already
  'priority', // units that are there and wait for no lift
  'processingRoom', // sites without gates
  'refuelTime', // craft without a range
  'ready', // units that are there
  'share', // desks that everyone passes
  'step', // desks side by side
  'serial',
  'stands', // the compound, where aircraft do not land
  'tankeringSeats', // craft without a range
  'taxi', // helicopters, and havens
  'waitingArea',
  // a crowd that slows no search
  'slowsSearch',
];

describe.each(KABUL_VARIANTS.map((variant) => [variant ?? 'itself', variant] as const))(
  'kabul-48h, %s,',
  (_, variant) => {
    const { ledger } = shipped('kabul-48h', variant);

    test('runs with every invariant kept', () => {
      const outcome = kabul(variant).run({ seed: 'audit', replication: 0, audit: true });
      expect(outcome.people).toBeGreaterThan(15_000);
    });

    test('says of every number where it comes from, or why it was assumed', () => {
      expect(ledger.filter(({ grade }) => grade === 'none').map(({ path }) => path)).toEqual([]);
      const silent = ledger.filter(
        ({ grade, source, assumed }) => grade !== 'default' && (source ?? assumed ?? '').length < 5,
      );
      expect(silent.map(({ path }) => path)).toEqual([]);
    });

    test('leaves to the defaults only what stands for nothing, at once or everyone', () => {
      const keys = ledger
        .filter(({ grade }) => grade === 'default')
        .map(({ path }) => path.split('.').at(-1)!);
      expect([...new Set(keys)].filter((key) => !DEFAULTS.includes(key))).toEqual([]);
    });
  },
);

describe('kabul-48h uses nothing that it is judged by', () => {
  /** Counts of people and flights that the run of 23 to 30 August is judged by, and daily rows behind them. */
  const HELD_OUT = [
    39_000, 61_000, 82_000, 95_500, 106_500, 113_000, 117_500, 124_000, 79_000, 387, 391, 21_600, 343, 5400,
    1400, 17_000, 58_700, 82_300, 95_700, 105_000, 111_900, 114_400, 116_700, 12_700, 8900, 10_400, 5900,
    11_200, 7800, 13_700, 10_700, 57_000,
  ];
  const { ledger } = shipped('kabul-48h');

  test('no number of it is one of those counts', () => {
    const numbers = ledger.flatMap(({ path, value }) =>
      (value.replaceAll(',', '').match(/(?<![\d.])\d+(?![\d.]|-\d| *%)/g) ?? []).map((number) => [
        path,
        Number(number),
      ]),
    );
    expect(numbers.filter(([, number]) => HELD_OUT.includes(number as number))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(200);
  });

  test('no source of it speaks of a day after 22 August', () => {
    expect(
      textOf('scenarios/kabul-48h.yaml').match(/2021-08-(2[3-9]|3\d)|\b(2[3-9]|3[01]) August/g),
    ).toBeNull();
  });
});
