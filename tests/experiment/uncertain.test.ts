import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Uncertain, uncertainNumbers } from '../../src/experiment/uncertain.ts';
import { loadScenario, openScenario, type ScenarioNumber } from '../../src/scenario/index.ts';
import { FEW_PEOPLE } from '../support/few-people.ts';

const ASSUMED = 'assumed: because it is for tests';

/** Gates that are metered above a level and opened below a lower one, by the policies in the text. */
const uncertainWith = (policies: string): readonly Uncertain[] => {
  const text = `${FEW_PEOPLE}policies:\n${policies}`;
  const { numbers, scenario } = loadScenario('few.yaml', { read: () => text });
  return uncertainNumbers(numbers, scenario.policies).filter(({ path }) => path.startsWith('policies.'));
};

const policy = (name: string, when: string, until: string): string =>
  `  ${name}: { ${ASSUMED}, when: { ${when} }, until: { ${until} }, actions: [{ do: closeSite, site: field }] }\n`;

test('the two levels between which a policy switches are moved together, so that on stays above off', () => {
  const level = 'watch: waiting-area, of: field';
  const [one, ...others] = uncertainWith(policy('shut', `${level}, above: 100`, `${level}, below: 90`));
  expect(others).toEqual([]);
  expect(one).toMatchObject({ path: 'policies.shut.when.above', together: ['policies.shut.until.below'] });
  expect(one!.settings(0)).toEqual(['policies.shut.when.above=75', 'policies.shut.until.below=67.5']);
  expect(one!.settings(1)).toEqual(['policies.shut.when.above=125', 'policies.shut.until.below=112.5']);
});

test('levels of two policies that answer each other are moved together, others alone', () => {
  const level = 'watch: waiting-area, of: field';
  const found = uncertainWith(
    [
      policy('shut', `${level}, above: 100`, `${level}, below: 90`),
      policy('open', `${level}, below: 90`, `${level}, above: 100`),
      policy('far', 'watch: waiting-area, of: haven, above: 100', 'watch: crowd, of: field, below: 90'),
    ].join(''),
  );
  expect(found.map(({ path, together }) => [path, together.length])).toEqual([
    ['policies.shut.when.above', 3],
    ['policies.far.when.above', 0],
    ['policies.far.until.below', 0],
  ]);
});

test('wherever the gates of kabul-airlift are metered, they are opened again below that', () => {
  const at = openScenario('scenarios/kabul-airlift.yaml', { read: (path) => readFileSync(path, 'utf8') });
  const { numbers, scenario } = at([]);
  const moved = uncertainNumbers(numbers, scenario.policies).filter(({ path }) =>
    path.startsWith('policies.'),
  );
  expect(moved).toHaveLength(1);
  for (const place of [0, 1 / 3, 1]) {
    const { policies } = at(moved[0]!.settings(place)).scenario;
    const [meter, open] = [policies['meter-the-gates']!, policies['open-up-again']!];
    expect(meter.when.above).toBeGreaterThan(meter.until!.below!);
    expect([open.until!.above, open.when.below]).toEqual([meter.when.above, meter.until!.below]);
  }
});

describe('on the four places of a screening', () => {
  const PLACES = [0, 1 / 3, 2 / 3, 1];
  const numberOf = (of: Partial<ScenarioNumber>): ScenarioNumber => ({
    path: 'gates.north.lanes',
    written: '…',
    grade: 'assumed',
    dimension: 'count',
    isWhole: true,
    min: 0,
    max: 1e9,
    value: { kind: 'fixed', value: 2 },
    drawnFor: 'run',
    isListed: false,
    ...of,
  });
  const valuesOf = (one: Uncertain): number[] =>
    PLACES.map((place) => Number.parseFloat(one.settings(place)[0]!.split('=')[1]!));

  test.each([2, 3, 4, 5, 6, 7, 9, 13, 30])(
    'a whole number of %i is moved by every step of a trajectory',
    (value) => {
      const [one] = uncertainNumbers([numberOf({ value: { kind: 'fixed', value } })]);
      const [a, b, c, d] = valuesOf(one!) as [number, number, number, number];
      expect([a, d]).toEqual([Number.parseFloat(one!.low), Number.parseFloat(one!.high)]);
      // Two of four places up, from each of the lower two, and as far from both.
      expect(c - a).toBeGreaterThan(0);
      expect(d - b).toBe(c - a);
      expect(one!.shareAt(2 / 3)).toBeCloseTo((c - a) / (d - a), 12);
      expect(1 - one!.shareAt(1 / 3)).toBeCloseTo((d - b) / (d - a), 12);
    },
  );

  test('one to three has the middle, and each step is half of the range', () => {
    const drawn = { value: { kind: 'uniform', min: 0.75, max: 3.25 }, drawnFor: 'run' } as const;
    const [one] = uncertainNumbers([numberOf(drawn)]);
    expect(valuesOf(one!)).toEqual([1, 2, 2, 3]);
    expect(PLACES.map((place) => one!.shareAt(place))).toEqual([0, 0.5, 0.5, 1]);
  });

  test('a share that cannot pass 100 % stands evenly between its ends, and a skewed draw where its quantiles are', () => {
    const capped = numberOf({
      isWhole: false,
      dimension: 'share',
      max: 1,
      value: { kind: 'fixed', value: 0.9 },
    });
    const skewed = numberOf({ isWhole: false, value: { kind: 'exponential', mean: 1 }, drawnFor: 'run' });
    const [even, uneven] = uncertainNumbers([capped, { ...skewed, path: 'other' }]);
    for (const [place, at] of PLACES.map((where) => [where, even!.shareAt(where)] as const))
      expect(at).toBeCloseTo(place, 4);
    // The range from -ln 0.9 to -ln 0.1 is cut where a third of the draws between lies: at -ln(1 - 0.3667).
    expect(uneven!.shareAt(1 / 3)).toBeCloseTo((Math.log(0.9) - Math.log(1 - 11 / 30)) / Math.log(9), 4);
  });
});
