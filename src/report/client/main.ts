import type { ChartSpec } from '../../charts/spec.ts';
import { addControls, recolour } from './controls.ts';
import { chartOf, dark, draw, type Figure, figuresOf, forget } from './figure.ts';
import { listenToGuesses } from './guess.ts';

/** How far from the screen a chart is drawn before it is scrolled to: two screens up and two down. */
const NEAR = '200% 0px';
/** Between two drawings that nobody sees yet, milliseconds: the reader's pointer comes first. */
const REST = 100;

const figures = figuresOf(JSON.parse(document.getElementById('charts')?.textContent ?? '[]') as ChartSpec[]);
/** Figures on the screen or at most two screens away from it. */
const near = new Set<Figure>();
let pause: ReturnType<typeof setTimeout> | undefined;
/** When a drawing that nobody sees yet may be made, milliseconds after navigation. */
let restUntil = 0;
let isOnPaper = false;

/** Whether any of a figure's drawing is on the screen. */
function isSeen({ place }: Figure): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** How far a figure stands from the middle of the screen, pixels. */
function distance({ place }: Figure): number {
  const { top, bottom } = place.getBoundingClientRect();
  return Math.abs(top + bottom - innerHeight);
}

/** Draws what is near and not drawn, the nearest first and one at a time, so that the page answers meanwhile. */
function drawNear(): void {
  clearTimeout(pause);
  if (isOnPaper) return;
  const waiting = [...near].filter(({ chart }) => chart === null);
  const [next] = waiting.toSorted((a, b) => distance(a) - distance(b));
  if (next === undefined) return;
  const wait = isSeen(next) ? 0 : Math.max(0, restUntil - performance.now());
  pause = setTimeout(() => {
    chartOf(next);
    restUntil = performance.now() + REST;
    drawNear();
  }, wait);
}

/** Draws everything anew when it comes near, and what is near now. */
function drawAnew(): void {
  for (const figure of figures) forget(figure);
  drawNear();
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const figure = figures.find(({ place }) => place === target);
      if (figure === undefined) continue;
      if (isIntersecting) near.add(figure);
      else near.delete(figure);
    }
    drawNear();
  },
  { rootMargin: NEAR },
);

for (const figure of figures) {
  addControls(figure);
  observer.observe(figure.place);
  // Before the chart hears of the pointer itself: it answers the first touch.
  figure.canvas.onpointerover = () => {
    chartOf(figure);
  };
}
listenToGuesses(figures);

let width = document.documentElement.clientWidth;
addEventListener('resize', () => {
  if (document.documentElement.clientWidth === width) return;
  width = document.documentElement.clientWidth;
  drawAnew();
});
dark.addEventListener('change', () => {
  for (const figure of figures) recolour(figure);
  drawAnew();
});
addEventListener('beforeprint', () => {
  isOnPaper = true;
  for (const figure of figures) draw(figure, true);
});
addEventListener('afterprint', () => {
  isOnPaper = false;
  drawAnew();
});
