import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Uncertain, uncertainNumbers } from '../../src/experiment/uncertain.ts';
import { loadScenario, openScenario } from '../../src/scenario/index.ts';
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
