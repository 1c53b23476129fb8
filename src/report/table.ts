import type { Table } from '../charts/spec.ts';
import { html, type Markup } from './escape.ts';

/** A cell that is a number, a percentage or a dash stands at the right. */
const NUMBER = /^[-−–]?[\d,.]*( %)?$/u;

/** A table that scrolls sideways on its own, first column as row heads. */
export function table({ columns, rows }: Table): Markup {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="table"><table><thead><tr>${columns.map((name) => html`<th scope="col" dir="auto">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map(cell)}</tr>
`,
  )}</tbody></table></div>`;
}

function cell(text: string, index: number): Markup {
  if (index === 0) return html`<th scope="row" dir="auto">${text}</th>`;
  return NUMBER.test(text) ? html`<td class="n">${text}</td>` : html`<td dir="auto">${text}</td>`;
}
