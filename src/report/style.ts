/** The report's style sheet: system fonts, light and dark by the reader's setting, plain on paper. */
export const STYLE = `
:root { --paper: #fff; --ink: #1a1a1a; --faint: #595959; --rule: #d9d9d9; --card: #f5f6f8; --line: #767676; --accent: #005a8f; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181c; --ink: #ececec; --faint: #b4b4b4; --rule: #3a3f46; --card: #20242a; --line: #8a8f96; --accent: #7cc0f0; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif; }
main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .4rem 0; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; border-top: 1px solid var(--rule); padding-top: 1.2rem; }
h3 { font-size: 1.1rem; margin: 0; line-height: 1.3; }
h1, h2, h3, p, li, dd, summary, label, button { overflow-wrap: anywhere; }
h1, h3 { text-wrap: balance; }
p { text-wrap: pretty; }
.notice { margin: 0; color: var(--faint); border-left: 4px solid #D55E00; padding-left: .6rem; }
.question { font-size: 1.2rem; margin: .3rem 0; }
.window, footer { color: var(--faint); }
.answer { font-size: 1.15rem; margin: .4rem 0; max-width: 60rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .8rem; margin-bottom: 1.2rem; }
.card { background: var(--card); border-radius: 6px; padding: .8rem 1rem; }
.card h3 { font-size: 1rem; font-weight: 600; }
.card p { margin: .15rem 0; }
.card .number { font-size: 1.5rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.card .small { font-size: .9rem; }
.card .meaning { font-size: .85rem; color: var(--faint); margin-top: .4rem; }
figure { margin: 0 0 2.4rem; }
figcaption p { margin: .1rem 0 .5rem; color: var(--faint); }
.chart { position: relative; height: 26rem; }
.chart.rows, .chart.tall { height: 34rem; }
.chart.few { height: 15rem; }
.chart canvas { display: block; touch-action: pan-y; }
.drag { position: absolute; background: var(--accent); opacity: .25; pointer-events: none; }
.tools, .legend { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin: .4rem 0; padding: 0; list-style: none; }
button, input { font: inherit; font-size: .9rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .2rem .6rem; min-height: 2rem; }
button { cursor: pointer; max-width: 100%; text-align: start; }
button[aria-pressed="false"] { text-decoration: line-through; color: var(--faint); }
.swatch { display: inline-block; width: 1rem; height: .6rem; margin-inline-end: .4rem; border-radius: 2px; }
.guess { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; }
.guess input { width: 8rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; padding: .4rem 0; color: var(--accent); }
.scroll { overflow: auto; max-height: 28rem; margin: .4rem 0 1rem; border: 1px solid var(--rule); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { text-align: start; padding: .25rem .6rem; border-bottom: 1px solid var(--rule); vertical-align: top; max-width: 32rem; overflow-wrap: break-word; }
td { min-width: 6rem; }
tbody th { font-weight: 500; min-width: 8rem; }
thead th { position: sticky; top: 0; background: var(--card); }
th.n { text-align: end; }
td.n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .3rem 1rem; }
dt { color: var(--faint); }
dd { margin: 0; }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  .question { font-size: 1.05rem; }
  .chart { height: 24rem; }
  .chart.few { height: 18rem; }
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: .4rem; }
}
@page { margin: 14mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #444; --rule: #bbb; --card: #f3f3f3; --line: #999; --accent: #000; color-scheme: light; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  figure, .card, tr, .answer { break-inside: avoid; }
  figure { margin-bottom: 1.2rem; }
  .chart, .chart.rows, .chart.tall, .chart.few { height: auto; }
  .chart canvas { width: 100% !important; height: auto !important; }
  .tools, .legend button[aria-pressed="false"] { display: none; }
  .scroll { max-height: none; overflow: visible; border: 0; }
  thead th { position: static; }
  details:not([open]), section:not(:has(> :not(h2, details), > details[open])) { display: none; }
}
`;
