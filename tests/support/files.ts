import { readFileSync } from 'node:fs';
import { type LoadedScenario, loadScenario } from '../../src/scenario/index.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

const known = new Map<string, LoadedScenario>();

/** Reads a scenario of the project's own folder, or one of its variants; each is read once. */
export const shipped = (name: string, variant?: string): LoadedScenario => {
  const key = `${name}#${variant ?? ''}`;
  const loaded = known.get(key) ?? loadScenario(`scenarios/${name}.yaml`, { read, variant });
  known.set(key, loaded);
  return loaded;
};

/** The text of a file of the project. */
export const textOf = read;
