import type { Summary } from '../analysis/summary.ts';
import type { Guesses } from '../charts/guess.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { LedgerEntry } from '../scenario/index.ts';
import type { Part } from './escape.ts';
import { chapters, chaptersOf, WORTH } from './figures.ts';
import { type Assets, page } from './page.ts';
import type { Provenance } from './provenance.ts';
import { questions } from './questions.ts';
import { recordedTable } from './recorded.ts';
import { cards, heldBack, howItWasRun, intro, ledgerTable, leftBehind, measureTables } from './sections.ts';
import { besideWorth, type Worth } from './worth.ts';

export interface ReportInput {
  readonly summary: Summary;
  readonly charts: readonly ChartSpec[];
  readonly provenance: Provenance;
  readonly ledger: readonly LedgerEntry[];
  /** of the reader, by question */
  readonly guesses?: Guesses;
  /** what one more of everything is worth, where it was asked for */
  readonly worth?: Worth | undefined;
  readonly assets: Assets;
}

/**
 * The report of a run: one HTML file, see `page`.
 *
 * @returns the same bytes for the same input
 */
export function reportHtml(input: ReportInput): string {
  const { summary, provenance, charts, assets } = input;
  return page({
    title: summary.catalogue.title,
    version: provenance.airbridge,
    body: sections(input),
    charts,
    assets,
  });
}

function sections({
  summary,
  charts,
  guesses = new Map(),
  worth,
  ledger,
  provenance,
}: ReportInput): readonly Part[] {
  return [
    intro(summary),
    questions(summary, charts, guesses),
    cards(summary),
    chapters(charts, chaptersOf(charts), {
      who: [recordedTable(summary), leftBehind(summary)],
      why: heldBack(summary),
      ...(worth === undefined ? {} : { [WORTH.id]: besideWorth(worth) }),
    }),
    measureTables(summary),
    ledgerTable(ledger),
    howItWasRun(summary, provenance),
  ];
}
