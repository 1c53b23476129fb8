import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { summarise } from '../../src/analysis/summary.ts';
import { chartsOf } from '../../src/charts/index.ts';
import { renderPng, renderSvg } from '../../src/charts/render/index.ts';
import { provenance, reportHtml } from '../../src/report/index.ts';
import { kabulLike, kabulLikeOutcomes } from '../support/kabul-like.ts';
import { type Bench, secondsOf, secondsOfAsync } from './measure.ts';

/** Made by `npm run build`; without it the page has no program, and no tooltip. */
const CLIENT = 'dist/report/client.js';
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const REPLICATIONS = 200;

const clientJs = existsSync(CLIENT) ? readFileSync(CLIENT, 'utf8') : '';
const summary = summarise(kabulLike, kabulLikeOutcomes(REPLICATIONS), 'bench');

const page = (): string =>
  reportHtml({
    summary,
    charts: chartsOf(summary),
    provenance: provenance({
      version: 'bench',
      node: process.versions.node,
      catalogue: kabulLike,
      scenarioSha256: '',
      seed: 'bench',
      replications: REPLICATIONS,
      command: ['bench'],
    }),
    ledger: [],
    assets: { clientJs, sha256: (text) => createHash('sha256').update(text).digest('base64') },
  });

/** Pictures one by one as `--out` writes them: the next is drawn while the last is packed. */
const pictures = async (): Promise<void> => {
  let last: Promise<unknown> = Promise.resolve();
  for (const chart of chartsOf(summary)) {
    const png = renderPng(chart);
    await last;
    renderSvg(chart);
    last = png;
  }
  await last;
};

/** Resolves when a frame that shows a tooltip has been drawn, in ms after navigation. Runs in the page, before its own program. */
const WATCH = `
window.tooltipShown = new Promise((resolve, reject) => {
  setTimeout(reject, 30_000, new Error('no tooltip within 30 s'));
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  prototype.fillText = function (text, ...at) {
    if (text.endsWith('in 90 % of runs')) requestAnimationFrame(() => resolve(performance.now()));
    return fillText.call(this, text, ...at);
  };
});`;

/** Brings the fan chart to the middle of the screen as a reader's wheel would, and tells where the pointer is to touch it. */
const SCROLL = `(() => {
  const chart = document.getElementById('chart-0');
  chart.scrollIntoView({ block: 'center' });
  const { left, top } = chart.getBoundingClientRect();
  return [left + 400, top + 200];
})()`;

/** Milliseconds from navigation until the pointer on the fan chart has brought a tooltip, in a browser that has been started. */
async function firstTooltip(): Promise<number | null> {
  if (clientJs === '' || !existsSync(CHROMIUM)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const file = join(folder, 'report.html');
    writeFileSync(file, page());
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await tab.addInitScript(WATCH);
    await tab.goto(`file://${file}`);
    const [x, y] = await tab.evaluate<[number, number]>(SCROLL);
    await tab.mouse.move(x, y);
    return await tab.evaluate('tooltipShown');
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a reader waits for when the runs are done. */
export const reportBenches: readonly Bench[] = [
  {
    name: 'report of 200 replications: charts and page',
    unit: 'ms',
    run: () => 1000 * secondsOf(() => void page()),
  },
  {
    name: 'report of 200 replications: its pictures, PNG and SVG',
    unit: 'ms',
    bar: '3,000 ms or less with the page',
    run: async () => 1000 * (await secondsOfAsync(pictures)),
  },
  {
    name: 'report of 200 replications: first tooltip in Chromium',
    unit: 'ms',
    bar: '1,000 ms or less after navigation',
    run: firstTooltip,
  },
];
