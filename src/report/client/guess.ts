import { type Distribution, guessWords } from '../../analysis/distribution.ts';
import { guessMark } from '../../charts/guess-mark.ts';
import type { ChartSpec } from '../../charts/spec.ts';
import type { MeasureKind } from '../../model/outcome.ts';
import { draw, type Figure, withAxis } from './figure.ts';

/** Marks what is typed as a guess on the distribution beside it, and says where it stands. */
export function listenToGuesses(figures: readonly Figure[]): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-chart]')) {
    const figure = figures[Number(input.dataset.chart)];
    const kind = input.dataset.kind as MeasureKind;
    const bars = JSON.parse(input.dataset.bars ?? 'null') as Distribution;
    const output = input.parentElement?.querySelector('output');
    if (figure === undefined || output == null) continue;
    const original = figure.spec;
    input.oninput = () => {
      const guess = guessOf(input.value, kind);
      figure.spec = guess === null ? original : marked(original, guess, kind);
      output.textContent =
        guess === null ? (input.value.trim() === '' ? '' : 'A number, please.') : guessWords(bars, guess);
      draw(figure);
    };
  }
}

/** A typed guess in the unit of its measure; null where it is no number. */
function guessOf(text: string, kind: MeasureKind): number | null {
  const value = Number(text.replace(/[,_\s%h]/gu, ''));
  if (text.trim() === '' || !Number.isFinite(value)) return null;
  if (kind === 'time') return value * 60;
  return kind === 'share' || kind === 'indicator' ? value / 100 : value;
}

function marked(spec: ChartSpec, guess: number, kind: MeasureKind): ChartSpec {
  const { clock } = spec.config.options.plugins.airbridge;
  if (clock === undefined) return spec;
  const { config, ...words } = withAxis(spec, (axis) => ({
    ...axis,
    min: Math.min(axis.min ?? guess, guess),
    max: Math.max(axis.max ?? guess, guess),
  }));
  const { scales, plugins } = config.options;
  const airbridge = { ...plugins.airbridge, marks: [guessMark(guess, { kind }, clock)] };
  return { ...words, config: { ...config, options: { scales, plugins: { airbridge } } } };
}
