import { formatCount, formatNumber } from '../analysis/format.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Explanation } from '../experiment/index.ts';
import type { Catalogue } from '../model/outcome.ts';
import type { LedgerEntry } from '../scenario/index.ts';
import { html, type Markup, type Part } from './escape.ts';
import { chapters, WORTH } from './figures.ts';
import { type Assets, page } from './page.ts';
import { header, ledgerTable, runSection } from './sections.ts';
import { table } from './table.ts';
import {
  amount,
  baseSentence,
  bindingSentence,
  disagreementSentences,
  pairSentences,
  stepName,
} from './worth-sentences.ts';

/** What one more of everything is worth, and the steps that could not be tried. */
export interface Worth {
  readonly found: Explanation;
  /** settings that contradict the rest of the scenario */
  readonly leftAlone: readonly string[];
}

/** What is needed to get the same explanation again. */
export interface WorthRecord {
  readonly airbridge: string;
  readonly scenario: { readonly name: string; readonly title: string; readonly sha256: string };
  readonly seed: string;
  readonly replications: number;
  readonly command: readonly string[];
}

export interface WorthInput extends Worth {
  readonly catalogue: Catalogue;
  readonly charts: readonly ChartSpec[];
  readonly record: WorthRecord;
  readonly ledger: readonly LedgerEntry[];
  readonly assets: Assets;
}

/**
 * The report of an explanation: one HTML file, see `page`.
 *
 * @returns the same bytes for the same input
 */
export function worthHtml(input: WorthInput): string {
  const { found, catalogue, charts, record, ledger, assets } = input;
  const pairs = `up to ${formatCount(found.replications, 'paired run')} of each step`;
  return page({
    title: `${catalogue.title}: what one more is worth`,
    version: record.airbridge,
    charts,
    assets,
    body: [
      header(catalogue, pairs),
      html`<section aria-labelledby="answer"><h2 id="answer">In short</h2>
${[`${charts[0]?.title ?? ''}.`, baseSentence(found), ...pairSentences(found)].map((each) => html`<p class="answer" dir="auto">${each}</p>`)}</section>
`,
      chapters(charts, [WORTH], { [WORTH.id]: besideWorth(input) }),
      ledgerTable(ledger),
      runSection(
        `Every step met the same random futures as the plan as it is. All were tried on a few pairs of runs; more were spent on those
that moved anything. Intervals are 95 %; what is told from nothing stands after a correction for all that were tried.`,
        [
          ['scenario', `${record.scenario.name}, SHA-256 ${record.scenario.sha256}`],
          ['seed', record.seed],
          ['replications', `up to ${record.replications} of each`],
          ['command', `airbridge ${record.command.join(' ')}`],
          ['airbridge', record.airbridge],
        ],
      ),
    ],
  });
}

/** What stands under the chart: where it disagrees with what binds, and what helps together. */
export function besideWorth({ found, leftAlone }: Worth): Part {
  const { pairs } = found;
  const doubts = disagreementSentences(found);
  return html`<h3>Beside what binds</h3>
<p dir="auto">${bindingSentence(found)}</p>
${doubts.length === 0 ? html`<p>What binds is also what more of is worth most: the two do not disagree.</p>` : html`<ul>${doubts.map((each) => html`<li dir="auto">${each}</li>`)}</ul>`}
<h3>Two at once</h3>
${pairSentences(found).map((each) => html`<p dir="auto">${each}</p>`)}${pairs.length === 0 ? html`<p>No two steps were worth trying together.</p>` : pairTable(found)}${leftAlone.length === 0 ? '' : html`<p>Left alone, because other numbers of the scenario contradict them: <bdi>${leftAlone.join('; ')}</bdi></p>`}${found.unfinished.length === 0 ? '' : html`<p>Set aside, because too few of their replications were finished: <bdi>${found.unfinished.map(({ setting }) => setting).join('; ')}</bdi></p>`}
`;
}

const pairTable = ({ pairs }: Explanation): Markup =>
  html`<details><summary>Every pair that was tried</summary>${table({
    columns: [
      'one',
      'with',
      'people gained',
      'beyond what they bring alone',
      'pairs of runs',
      'more than the sum',
    ],
    rows: pairs.map(({ widenings: [a, b], people, together, pairs: runs, isMore }) => [
      stepName({ widening: a }),
      stepName({ widening: b }),
      amount(people),
      amount(together),
      formatNumber(runs, 0),
      isMore ? 'yes' : 'not told',
    ]),
  })}</details>`;
