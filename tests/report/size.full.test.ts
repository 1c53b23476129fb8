import { expect, test } from 'vitest';
import { type SeriesSummary, summarise } from '../../src/analysis/summary.ts';
import { chartsOf, explainChart } from '../../src/charts/index.ts';
import { readPlan } from '../../src/cli/plan.ts';
import { bundleClient } from '../../src/report/client/build.mjs';
import { provenance, reportHtml } from '../../src/report/index.ts';
import { madeUpWorth } from '../browser/reports.ts';

/** Levels with as many digits as the means of very many runs have. */
const ragged = (series: SeriesSummary): SeriesSummary => {
  const levels = (values: SeriesSummary['mean']) => values.map((value) => value * 1.000_123_457);
  const { mean, p05, p25, p50, p75, p95 } = series;
  return {
    ...series,
    ...{ mean: levels(mean), p05: levels(p05), p25: levels(p25) },
    ...{ p50: levels(p50), p75: levels(p75), p95: levels(p95) },
  };
};

test('the report of the longest shipped scenario, with all there may be in it, stays below 1 MB', async () => {
  const plan = readPlan('scenarios/kabul-airlift.yaml', {}, null);
  const { catalogue } = plan.model;
  const runs = [0, 1].map((replication) => plan.model.run({ seed: '1', replication }));
  const whole = summarise(catalogue, runs, '1');
  const summary = { ...whole, series: whole.series.map(ragged) };
  const worth = madeUpWorth('US C-17 from Al Udeid to Ramstein');
  const observed = plan.observe({ seed: '1', replication: 0 });
  const record = { version: '0.1.0', node: '20.19.0', catalogue, scenarioSha256: plan.sha256 };
  const page = reportHtml({
    summary,
    charts: [...chartsOf(summary, { observed }), explainChart(worth.found, { seed: '1' })],
    worth,
    ledger: plan.ledger,
    provenance: provenance({ ...record, seed: '1', replications: 200, command: ['run', plan.recorded] }),
    assets: { clientJs: await bundleClient(), sha256: () => '' },
  });
  expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
});
