import { guessWords, oddsWords } from '../analysis/distribution.ts';
import type { Summary } from '../analysis/summary.ts';
import { type Guesses, questionChartId } from '../charts/guess.ts';
import type { ChartSpec } from '../charts/spec.ts';
import { html, type Markup } from './escape.ts';
import { figure } from './figures.ts';
import { sentence } from './sentences.ts';

/** The scenario's questions with the reader's guesses, each on the distribution of its answer; nothing where it asks none. */
export function questions(summary: Summary, specs: readonly ChartSpec[], guesses: Guesses): Markup | string {
  const asked = summary.questions ?? [];
  if (asked.length === 0) return '';
  return html`<section aria-labelledby="questions"><h2 id="questions">What did you expect?</h2>
${asked.map(({ question, distribution }, index) => {
  const measure = summary.measures.find(({ spec }) => spec.id === question.measure);
  const place = specs.findIndex(({ id }) => id === questionChartId(question.id));
  const spec = specs[place];
  const guess = guesses.get(question.id);
  if (measure === undefined) return '';
  const told = html`<p dir="auto">${sentence(summary, measure)}</p>`;
  if (spec === undefined)
    return html`<h3 dir="auto">${question.text}</h3>${guess === undefined ? '' : html`<p>${oddsWords(guess, measure.mean ?? 0)}</p>`}${told}`;
  const typed = html`<p class="guess"><label for="guess-${index}">Your guess (<bdi>${question.unit}</bdi>):</label>
<input id="guess-${index}" inputmode="decimal" autocomplete="off" data-chart="${place}" data-kind="${measure.spec.kind}" data-bars="${JSON.stringify(distribution)}">
<output for="guess-${index}">${guess === undefined ? '' : guessWords(distribution, guess)}</output></p>${told}`;
  return figure(spec, place, typed);
})}</section>
`;
}
