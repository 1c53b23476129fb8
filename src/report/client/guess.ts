import { type Distribution, guessWords } from '../../analysis/distribution.ts';
import { guessMark } from '../../charts/guess-mark.ts';
import type { Axis, ChartSpec } from '../../charts/spec.ts';
import type { MeasureKind } from '../../model/outcome.ts';

/** A chart as the page holds it, so that a guess can be marked on it. */
export interface Shown {
  readonly specs: ChartSpec[];
  draw(index: number): void;
}

/** Marks what is typed as a guess on the distribution beside it, and says where it stands. */
export function listenToGuesses({ specs, draw }: Shown): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-chart]')) {
    const index = Number(input.dataset.chart);
    const kind = input.dataset.kind as MeasureKind;
    const bars = JSON.parse(input.dataset.bars ?? 'null') as Distribution;
    const original = specs[index];
    const output = input.parentElement?.querySelector('output');
    if (original === undefined || output == null) continue;
    input.oninput = () => {
      const guess = guessOf(input.value, kind);
      specs[index] = guess === null ? original : marked(original, guess, kind);
      output.textContent =
        guess === null ? (input.value.trim() === '' ? '' : 'A number, please.') : guessWords(bars, guess);
      draw(index);
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
  const { config } = spec;
  const { airbridge } = config.options.plugins;
  const clock = airbridge.clock;
  if (clock === undefined) return spec;
  const scales = Object.entries(config.options.scales).map(([id, axis]): [string, Axis] => [
    id,
    id === 'x' ? widened(axis, guess) : axis,
  ]);
  const marks = [guessMark(guess, { kind }, clock)];
  return {
    ...spec,
    config: {
      ...config,
      options: { scales: Object.fromEntries(scales), plugins: { airbridge: { ...airbridge, marks } } },
    },
  };
}

const widened = (axis: Axis, to: number): Axis => ({
  ...axis,
  min: Math.min(axis.min ?? to, to),
  max: Math.max(axis.max ?? to, to),
});
