import { expect, test } from 'vitest';
import { executeHere } from '../../src/experiment/run.ts';
import { againstBase, type SweepPoint, sweep } from '../../src/experiment/sweep.ts';
import { catalogueWith, measureSpec, outcomeWith } from '../support/outcomes.ts';

const catalogue = catalogueWith({
  measures: [measureSpec({ id: 'people-out' }), measureSpec({ id: 'clear', kind: 'time', better: 'less' })],
});

/** A point that counts its lanes, meets the luck of its replication, and says what it was asked to run. */
const point = (lanes: number, seen: string[] = []): SweepPoint => ({
  levels: [{ text: String(lanes), value: lanes }],
  catalogue,
  executor: executeHere({
    run: ({ seed, replication }) => {
      seen.push(`${lanes}/${seed}/${replication}`);
      if (lanes === 9 && replication === 1) throw new Error('event budget');
      const luck = (replication * 7) % 5;
      return outcomeWith(catalogue, replication, {
        seed,
        measures: [100 * lanes + luck, luck === 0 ? Number.POSITIVE_INFINITY : 10 * lanes],
      });
    },
  }),
});

test('every point meets the same random futures', async () => {
  const seen: string[] = [];
  await sweep([point(1, seen), point(2, seen)], { seed: 's', replications: 3 });
  expect(seen).toEqual(['1/s/0', '1/s/1', '1/s/2', '2/s/0', '2/s/1', '2/s/2']);
});

test('several points at once give the same results as one after the other', async () => {
  const points = [point(1), point(2), point(3), point(4), point(5)];
  const options = { seed: 's', replications: 6 };
  expect(await sweep(points, { ...options, width: 3 })).toEqual(await sweep(points, options));
});

test('a run that fails is reported with its number, and its point goes on', async () => {
  const [swept] = await sweep([point(9)], { seed: 's', replications: 4 });
  expect(swept!.failed).toEqual([{ seed: 's', replication: 1, failure: 'event budget' }]);
  expect(swept!.rows.map((row) => row === null)).toEqual([false, true, false, false]);
  expect(swept!.measures[0]!.n).toBe(3);
});

test('all runs are counted over all points', async () => {
  const told: string[] = [];
  await sweep([point(1), point(2)], {
    seed: 's',
    replications: 2,
    onProgress: (done, total) => told.push(`${done}/${total}`),
  });
  expect(told).toEqual(['1/4', '2/4', '3/4', '4/4']);
});

test('a point is compared with the base on the runs that both finished, and no other point pays for it', async () => {
  const swept = await sweep([point(1), point(9), point(3)], { seed: 's', replications: 6 });
  const [fragile, base, sound] = againstBase([swept[1]!, swept[0]!, swept[2]!], 1);
  expect(base).toBeNull();
  expect([fragile!.replications, sound!.replications]).toEqual([5, 6]);
  // Shared luck: the difference is that of the lanes, in every run.
  expect(sound!.measures[0]).toMatchObject({ difference: 200, low: 200, high: 200 });
  expect(fragile!.measures[0]).toMatchObject({ difference: 800, pairs: 5 });
});

test('each measure of a sweep is a family of its own: all its points are counted, and no other measure', async () => {
  const swept = await sweep([point(1), point(2), point(3), point(4)], { seed: 's', replications: 9 });
  const found = againstBase(swept, 0).flatMap((one) => one?.measures ?? []);
  expect(found.map(({ family }) => family)).toEqual([3, 3, 3, 3, 3, 3]);
  // Nine of nine signs alike: 2 / 2^9, three times by Holm.
  expect(found.filter(({ spec }) => spec.id === 'people-out').map(({ holm }) => holm)).toEqual(
    [3, 3, 3].map((count) => (count * 2) / 2 ** 9),
  );
});

test('a point that finished nothing is compared with nothing', async () => {
  const failing: SweepPoint = {
    ...point(7),
    executor: executeHere({
      run: () => {
        throw new Error('event budget');
      },
    }),
  };
  const swept = await sweep([point(1), failing, point(2)], { seed: 's', replications: 3 });
  expect(againstBase(swept, 0).map((one) => one?.replications ?? null)).toEqual([null, null, 3]);
});
