import {
  Chart,
  Filler,
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
import { addControls } from './controls.ts';
import { listenToGuesses } from './guess.ts';

Chart.register(LineController, ScatterController, LinearScale, LineElement, PointElement, Filler, Tooltip);

/** What a chart measures on paper, logical pixels: as wide as a sheet of A4 or Letter within its margins. */
const SHEET = { width: 720, height: 380, tall: 470, few: 220 } as const;

const dark = matchMedia('(prefers-color-scheme: dark)');
const specs = JSON.parse(document.getElementById('charts')?.textContent ?? '[]') as ChartSpec[];
const shown = new Map<number, Chart>();

/** A place on the screen is as big as the page leaves it; one on paper is told. */
function frameOf(place: HTMLElement, isPrinted: boolean): Frame {
  const has = (name: string): boolean => place.classList.contains(name);
  const high = has('tall') || has('rows') ? SHEET.tall : has('few') ? SHEET.few : SHEET.height;
  const sheet = { width: SHEET.width, height: high };
  const { width, height } = isPrinted ? sheet : { width: place.clientWidth, height: place.clientHeight };
  return {
    kind: 'page',
    width,
    height,
    theme: dark.matches && !isPrinted ? DARK : LIGHT,
    font: getComputedStyle(document.body).fontFamily,
    size: width < 600 ? 12 : 14,
  };
}

function show(index: number, isPrinted = false): void {
  const canvas = document.getElementById(`chart-${index}`) as HTMLCanvasElement | null;
  const spec = specs[index];
  if (canvas === null || spec === undefined) return;
  shown.get(index)?.destroy();
  const pen = canvas.getContext('2d');
  const frame = frameOf(canvas.parentElement as HTMLElement, isPrinted);
  const measure = (text: string): number => pen?.measureText(text).width ?? 0;
  const config = decorate(spec, frame, { ordinary: measure, bold: measure });
  if (isPrinted) [canvas.width, canvas.height] = [frame.width, frame.height];
  const printing = isPrinted ? { responsive: false, devicePixelRatio: 2 } : {};
  const chart = new Chart(canvas, { ...config, options: { ...config.options, ...printing } });
  shown.set(index, chart);
  if (!isPrinted) addControls(chart, spec);
}

/** Charts that are still to be drawn, and what was last asked for: a new drawing of all ends the one before it. */
let round = 0;

/** Whether a chart's place is on the screen. */
function isSeen(index: number): boolean {
  const box = document.getElementById(`chart-${index}`)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

/** Draws what is on the screen at once and the rest one by one, so that the page answers meanwhile. */
function showAll(): void {
  round += 1;
  const mine = round;
  const later = [...specs.keys()].filter((index) => {
    const isNow = isSeen(index);
    if (isNow) show(index);
    return !isNow;
  });
  const next = (): void => {
    const index = later.shift();
    if (index === undefined || mine !== round) return;
    show(index);
    setTimeout(next);
  };
  setTimeout(next);
}

/** Draws everything before paper is fed. */
function showOnPaper(): void {
  round += 1;
  for (const index of specs.keys()) show(index, true);
}

let width = document.documentElement.clientWidth;
addEventListener('resize', () => {
  if (document.documentElement.clientWidth === width) return;
  width = document.documentElement.clientWidth;
  showAll();
});
dark.addEventListener('change', () => {
  showAll();
});
addEventListener('beforeprint', () => {
  showOnPaper();
});
addEventListener('afterprint', () => {
  for (const { canvas } of shown.values()) canvas.removeAttribute('style');
  showAll();
});
showAll();
listenToGuesses({ specs, draw: show });
