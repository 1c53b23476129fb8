import {
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { decorate, type Frame } from '../../charts/decorate.ts';
import { DARK, LIGHT } from '../../charts/palette.ts';
import type { ChartSpec } from '../../charts/spec.ts';

Chart.register(
  LineController,
  ScatterController,
  LinearScale,
  LineElement,
  PointElement,
  Filler,
  Legend,
  Tooltip,
);

const dark = matchMedia('(prefers-color-scheme: dark)');
const specs = JSON.parse(document.getElementById('charts')?.textContent ?? '[]') as readonly ChartSpec[];
const shown = new Map<number, Chart>();

function frameOf(canvas: HTMLCanvasElement, isPrinted: boolean): Frame {
  const { clientWidth: width, clientHeight: height } = canvas.parentElement as HTMLElement;
  return {
    kind: 'page',
    width,
    height,
    theme: dark.matches && !isPrinted ? DARK : LIGHT,
    font: getComputedStyle(document.body).fontFamily,
    size: width < 600 ? 12 : 14,
  };
}

function show(index: number, isPrinted: boolean): void {
  const canvas = document.getElementById(`chart-${index}`) as HTMLCanvasElement | null;
  const spec = specs[index];
  if (canvas === null || spec === undefined) return;
  shown.get(index)?.destroy();
  const pen = canvas.getContext('2d');
  const frame = frameOf(canvas, isPrinted);
  const measure = (text: string): number => pen?.measureText(text).width ?? 0;
  shown.set(index, new Chart(canvas, decorate(spec, frame, { ordinary: measure, bold: measure })));
}

function showAll(isPrinted: boolean): void {
  for (const index of specs.keys()) show(index, isPrinted);
}

let width = document.documentElement.clientWidth;
addEventListener('resize', () => {
  if (document.documentElement.clientWidth === width) return;
  width = document.documentElement.clientWidth;
  showAll(false);
});
dark.addEventListener('change', () => {
  showAll(false);
});
addEventListener('beforeprint', () => {
  showAll(true);
});
addEventListener('afterprint', () => {
  showAll(false);
});
showAll(false);
