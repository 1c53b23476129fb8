import type { Summary } from '../analysis/summary.ts';
import { NOTICE } from '../charts/frame.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { LedgerEntry } from '../scenario/index.ts';
import { html, inlineJson, inlineScript, type Markup, type Part } from './escape.ts';
import type { Provenance } from './provenance.ts';
import { recordedTable } from './recorded.ts';
import { cards, charts, howItWasRun, intro, ledgerTable, leftBehind, measureTables } from './sections.ts';
import { STYLE } from './style.ts';

export interface ReportInput {
  readonly summary: Summary;
  readonly charts: readonly ChartSpec[];
  readonly provenance: Provenance;
  readonly ledger: readonly LedgerEntry[];
  readonly assets: {
    /** the bundle made of `client/main.ts` */
    readonly clientJs: string;
    /** SHA-256 of a text in UTF-8 as base64; handed in because this layer knows no platform */
    readonly sha256: (text: string) => string;
  };
}

/**
 * The report: one HTML file that opens from disk, asks the network for nothing and runs no code but the one bundle,
 * whose fingerprint is in its content-security policy.
 *
 * @returns the same bytes for the same input
 */
export function reportHtml(input: ReportInput): string {
  const { summary, assets } = input;
  const script = inlineScript(assets.clientJs);
  const policy = `default-src 'none'; script-src 'sha256-${assets.sha256(script)}'; style-src 'sha256-${assets.sha256(STYLE)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="airbridge ${input.provenance.airbridge}">
<title>${summary.catalogue.title} · airbridge</title>
<style>${asIs(STYLE)}</style>
</head>
<body>
<main>
${sections(input)}
</main>
<footer><p>${NOTICE}.</p></footer>
<script type="application/json" id="charts">${inlineJson(input.charts.map(drawing))}</script>
<script>${asIs(script)}</script>
</body>
</html>
`;
  return page.markup;
}

const asIs = (markup: string): Markup => ({ markup });

function sections(input: ReportInput): readonly Part[] {
  return [
    intro(input.summary),
    cards(input.summary),
    charts(input.charts),
    leftBehind(input.summary),
    recordedTable(input.summary),
    measureTables(input.summary),
    ledgerTable(input.ledger),
    howItWasRun(input.summary, input.provenance),
  ];
}

/** The page shows title and table as text; the client needs the rest. */
const drawing = (spec: ChartSpec): ChartSpec => ({ ...spec, table: { columns: [], rows: [] } });
