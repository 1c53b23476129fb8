import type { Table } from '../charts/spec.ts';
import { html, type Markup } from './escape.ts';

/** A column of nothing but numbers, percentages and dashes stands at the right; one column is never set both ways. */
const NUMBER = /^[-−–]?[\d,.]*( %)?$/u;

/** A table that scrolls sideways on its own, first column as row heads. */
export function table({ columns, rows }: Table): Markup {
  const numeric = new Set(
    [...columns.keys()].filter((index) => rows.every((row) => NUMBER.test(row[index] ?? ''))),
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="table"><table><thead><tr>${columns.map((name, index) => html`<th scope="col"${direction(name)}${asNumber(index > 0 && numeric.has(index))}>${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((text, index) => cell(text, index, numeric.has(index)))}</tr>
`,
  )}</tbody></table></div>`;
}

/** Letters and marks that are read from right to left, or turn the direction of what follows. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A direction of its own for a text that needs one: on every cell it would be a tenth of the page. */
const direction = (text: string): Markup => ({ markup: TURNS.test(text) ? ' dir="auto"' : '' });

const asNumber = (isNumeric: boolean): Markup => ({ markup: isNumeric ? ' class="n"' : '' });

function cell(text: string, index: number, isNumeric: boolean): Markup {
  if (index === 0) return html`<th scope="row"${direction(text)}>${text}</th>`;
  return isNumeric ? html`<td class="n">${text}</td>` : html`<td${direction(text)}>${text}</td>`;
}
