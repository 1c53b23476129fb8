import { NOTICE } from '../charts/frame.ts';
import type { ChartSpec } from '../charts/spec.ts';
import { html, inlineJson, inlineScript, type Markup, type Part } from './escape.ts';
import { STYLE } from './style.ts';

/** What a page needs that only a host has. */
export interface Assets {
  /** the bundle made of `client/main.ts` */
  readonly clientJs: string;
  /** SHA-256 of a text in UTF-8 as base64; handed in because this layer knows no platform */
  readonly sha256: (text: string) => string;
}

/** What one page holds. */
export interface Page {
  readonly title: string;
  /** version of airbridge */
  readonly version: string;
  readonly body: readonly Part[];
  /** in the order of their canvases */
  readonly charts: readonly ChartSpec[];
  readonly assets: Assets;
}

/**
 * One HTML file that opens from disk, asks the network for nothing and runs no code but the one bundle, whose
 * fingerprint is in its content-security policy.
 *
 * @returns the same bytes for the same input
 */
export function page({ title, version, body, charts, assets }: Page): string {
  const script = inlineScript(assets.clientJs);
  const policy = `default-src 'none'; script-src 'sha256-${assets.sha256(script)}'; style-src 'sha256-${assets.sha256(STYLE)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="airbridge ${version}">
<title>${title} · airbridge</title>
<style>${asIs(STYLE)}</style>
</head>
<body>
<main>
${body}
</main>
<footer><p>${NOTICE}.</p></footer>
<p class="unseen" id="spoken" aria-live="polite"></p>
<script type="application/json" id="charts">${inlineJson(charts.map(drawing))}</script>
<script>${asIs(script)}</script>
</body>
</html>
`.markup;
}

const asIs = (markup: string): Markup => ({ markup });

/** The page shows title and table as text; the client needs the rest. */
const drawing = (spec: ChartSpec): ChartSpec => ({ ...spec, table: { columns: [], rows: [] } });
