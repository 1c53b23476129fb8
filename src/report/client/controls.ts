import type { Chart } from 'chart.js';
import { localTime } from '../../analysis/time.ts';
import { chartOf, draw, type Figure, themeNow } from './figure.ts';
import { legendEntries } from './legend.ts';
import { type Zoom, zoomOf } from './zoom.ts';

const CLOSER = 0.5;
const STEP = 0.5;

/** Buttons under a chart: what is shown, and how closely. They stand before anything is drawn, so that nothing moves later. */
export function addControls(figure: Figure): void {
  const { rows, panels, clock } = figure.spec.config.options.plugins.airbridge;
  const after: HTMLElement[] = [];
  if (rows.length === 0 && panels.length === 0) after.push(legend(figure));
  const isOverTime = Object.values(figure.spec.config.options.scales).some(({ write }) => write === 'time');
  if (rows.length === 0 && clock !== undefined && isOverTime) {
    const zoom = zoomOf(figure, ({ min, max }) => {
      say(`${localTime(clock, min)} to ${localTime(clock, max)}`);
    });
    after.push(tools(zoom, figure.spec.id));
  }
  figure.place.after(...after.filter((each) => each.children.length > 0));
  readByKeys(figure);
}

function legend(figure: Figure): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'legend';
  const entries = legendEntries(figure.spec, themeNow());
  if (entries.length < 2) return list;
  for (const { group, label, colour } of entries) {
    const swatch = document.createElement('span');
    swatch.className = 'swatch';
    swatch.style.backgroundColor = colour;
    const made = button(label, () => {
      const isShown = figure.hidden.delete(group);
      if (!isShown) figure.hidden.add(group);
      made.setAttribute('aria-pressed', String(isShown));
      draw(figure);
    });
    made.prepend(swatch);
    made.setAttribute('aria-pressed', 'true');
    const item = document.createElement('li');
    item.append(made);
    list.append(item);
  }
  return list;
}

/** Gives the swatches of a legend the colours of the screen as it is now. */
export function recolour({ spec, place }: Figure): void {
  const swatches = place.parentElement?.querySelectorAll<HTMLElement>('.swatch') ?? [];
  const entries = legendEntries(spec, themeNow());
  for (const [index, swatch] of [...swatches].entries())
    swatch.style.backgroundColor = entries[index]?.colour ?? '';
}

function tools(zoom: Zoom, of: string): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', `hours shown: ${of}`);
  bar.append(
    button('closer', () => {
      zoom.by(CLOSER);
    }),
    button('farther', () => {
      zoom.by(1 / CLOSER);
    }),
    button('← earlier', () => {
      zoom.along(-STEP);
    }),
    button('later →', () => {
      zoom.along(STEP);
    }),
    button('all hours', () => {
      zoom.reset();
    }),
  );
  return bar;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.append(label);
  made.onclick = act;
  return made;
}

/** Arrow keys move along the hours of a focused chart; what the pointer would show is shown and spoken. */
function readByKeys(figure: Figure): void {
  const { canvas } = figure;
  canvas.tabIndex = 0;
  let index = -1;
  canvas.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const chart = chartOf(figure);
    const count = Math.max(...chart.data.datasets.map(({ data }) => data.length));
    index = Math.min(count - 1, Math.max(0, index + step));
    const active = chart.data.datasets.flatMap((dataset, datasetIndex) =>
      chart.isDatasetVisible(datasetIndex) && dataset.data.length === count ? [{ datasetIndex, index }] : [],
    );
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update();
    speak(chart);
  };
}

function speak(chart: Chart): void {
  const lines = chart.tooltip?.body.flatMap(({ lines: each }) => each) ?? [];
  say([...(chart.tooltip?.title ?? []), ...lines].join('. '));
}

/** Puts words where a screen reader reads them out. */
function say(words: string): void {
  const spoken = document.getElementById('spoken');
  if (spoken !== null) spoken.textContent = words;
}
