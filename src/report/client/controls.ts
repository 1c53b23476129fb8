import type { Chart } from 'chart.js';
import { localTime } from '../../analysis/time.ts';
import { legendEntries, toggleGroup } from '../../charts/plugins/legend.ts';
import type { ChartSpec } from '../../charts/spec.ts';
import { type Zoom, zoomOf } from './zoom.ts';

const CLOSER = 0.5;
const STEP = 0.5;

/** Buttons under a chart: what is shown, and how closely. Those of an earlier drawing are replaced. */
export function addControls(chart: Chart, spec: ChartSpec): void {
  const place = chart.canvas.parentElement as HTMLElement;
  const figure = place.parentElement as HTMLElement;
  for (const old of figure.querySelectorAll('.legend, .tools')) old.remove();
  const { rows, panels, clock } = spec.config.options.plugins.airbridge;
  const after: HTMLElement[] = [];
  if (rows.length === 0 && panels.length === 0) after.push(legend(chart));
  const isOverTime = Object.values(spec.config.options.scales).some(({ write }) => write === 'time');
  if (rows.length === 0 && clock !== undefined && isOverTime) {
    const tell = (from: number, to: number): void => {
      say(`${localTime(clock, from)} to ${localTime(clock, to)}`);
    };
    after.push(tools(zoomOf(chart, tell), spec));
  }
  place.after(...after.filter((each) => each.children.length > 0));
  readByKeys(chart);
}

function legend(chart: Chart): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'legend';
  const entries = legendEntries(chart);
  if (entries.length < 2) return list;
  for (const { group, label, colour } of entries) {
    const swatch = document.createElement('span');
    swatch.className = 'swatch';
    swatch.style.backgroundColor = colour;
    const made = button(label, () => {
      toggleGroup(chart, group);
      made.setAttribute('aria-pressed', String(made.getAttribute('aria-pressed') !== 'true'));
    });
    made.prepend(swatch);
    made.setAttribute('aria-pressed', 'true');
    const item = document.createElement('li');
    item.append(made);
    list.append(item);
  }
  return list;
}

function tools(zoom: Zoom, spec: ChartSpec): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', `hours shown: ${spec.id}`);
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
function readByKeys(chart: Chart): void {
  const { canvas } = chart;
  canvas.tabIndex = 0;
  let index = -1;
  canvas.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
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
