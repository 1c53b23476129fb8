import { type Import, importsOf } from './imports.ts';
import type { Parsed } from './sources.ts';

/** What a layer may import: other layers of the project, and packages. */
interface Row {
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  /** whether `node:` modules may be imported */
  readonly node?: boolean;
}

const CORE = ['kernel', 'scenario', 'model'] as const;
const SHOWING = [...CORE, 'analysis', 'charts'] as const;

/**
 * The layer table. A file belongs to the row with the longest matching path; every row may import itself, and a
 * folder within a layer may import the rest of its layer.
 */
export const LAYERS: Readonly<Record<string, Row>> = {
  kernel: { layers: [], packages: ['jstat', 'seedrandom'] },
  scenario: { layers: [], packages: ['fastest-levenshtein', 'yaml', 'zod'] },
  model: { layers: ['kernel', 'scenario'], packages: [] },
  analysis: { layers: CORE, packages: ['jstat', 'simple-statistics'] },
  experiment: { layers: [...CORE, 'analysis'], packages: [] },
  'experiment/pool': { layers: [...CORE, 'analysis', 'experiment'], packages: ['piscina'], node: true },
  verify: { layers: [...CORE, 'analysis'], packages: [] },
  charts: { layers: [...CORE, 'analysis', 'experiment'], packages: ['chart.js'] },
  'charts/render': {
    layers: [...CORE, 'analysis', 'experiment', 'charts'],
    packages: ['@napi-rs/canvas', 'chart.js', 'chartjs-chart-matrix', 'dejavu-fonts-ttf'],
    node: true,
  },
  report: { layers: [...SHOWING, 'experiment', 'verify'], packages: ['csv-stringify', 'hyparquet-writer'] },
  'report/client': { layers: [...SHOWING, 'report'], packages: ['chart.js', 'esbuild'], node: true },
  cli: {
    layers: [...SHOWING, 'experiment', 'verify', 'charts/render', 'experiment/pool', 'report'],
    packages: ['@commander-js/extra-typings', 'cli-progress', 'commander', 'picocolors'],
    node: true,
  },
  'index.ts': { layers: [...SHOWING, 'experiment', 'verify', 'report'], packages: [] },
};

/** The row that a path under `src/` belongs to; null when it belongs to none. */
const rowOf = (path: string): string | null => {
  const inside = path.replace(/^src\//, '');
  const rows = Object.keys(LAYERS).filter(
    (row) => inside === row || inside.startsWith(`${row}/`) || inside === `${row}.ts`,
  );
  return rows.sort((a, b) => b.length - a.length)[0] ?? null;
};

/** A package's name out of a specifier: `@scope/name` or `name`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** What is wrong with one import; null when it is allowed. */
const wrong = ({ specifier, target, from }: Import): string | null => {
  const row = rowOf(from);
  if (row === null) return 'the file belongs to no layer of the table';
  const { layers, packages, node = false } = LAYERS[row]!;
  if (target !== null) {
    const to = rowOf(target);
    const own = to !== null && (to === row || row.startsWith(`${to}/`));
    return own || (to !== null && layers.includes(to)) ? null : `${row} may not import ${to ?? target}`;
  }
  if (specifier.startsWith('node:')) return node ? null : `${row} may not import Node's ${specifier}`;
  return packages.includes(packageOf(specifier)) ? null : `${row} may not import the package ${specifier}`;
};

/** Imports that break the layer table, types included, and files that are in no layer. */
export const layerViolations = (files: readonly Parsed[]): string[] => {
  const strays = files
    .filter((file) => rowOf(file.path) === null)
    .map((file) => `${file.path}: belongs to no layer`);
  const imports = files.filter((file) => rowOf(file.path) !== null).flatMap(importsOf);
  return [
    ...strays,
    ...imports.flatMap((one) => {
      const reason = wrong(one);
      return reason === null ? [] : [`${one.at}: ${reason}`];
    }),
  ];
};

/** Circles of imports that survive in the JavaScript, each as `a → b → a`. */
export const importCycles = (files: readonly Parsed[]): string[] => {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ target, typeOnly }) => (target === null || typeOnly ? [] : [target])),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
};
