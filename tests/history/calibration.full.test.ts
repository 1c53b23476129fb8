import { describe, expect, test } from 'vitest';
import { createSummariser } from '../../src/analysis/index.ts';
import { compile } from '../../src/model/index.ts';
import { shipped } from '../support/files.ts';

/** Runs enough to know the mean well against the width of the bands. */
const RUNS = { 'kabul-airlift': 12, 'saigon-1975': 60 } as const;

describe.each(Object.entries(RUNS))(
  '%s, which was tuned on early counts,',
  (name, runs) => {
    test('gives each of them within what its sources allow, in the mean', () => {
      const { scenario, ledger } = shipped(name);
      const model = compile(scenario, name, ledger);
      const summariser = createSummariser(model.catalogue);
      for (let replication = 0; replication < runs; replication++)
        summariser.add(model.run({ seed: '1', replication }));
      const tuned = summariser.summary('1').observations.filter(({ use }) => use === 'calibrate');
      expect(tuned.length).toBeGreaterThan(0);
      const missed = tuned.filter(({ verdict }) => verdict !== 'inside its error band');
      expect(missed.map(({ label, simulated }) => `${label}: ${simulated.mean}`)).toEqual([]);
    });
  },
  600_000,
);
