import { readFileSync } from 'node:fs';
import { type LoadedScenario, loadScenario } from '../../src/scenario/index.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** Reads a scenario of the project's own folder, with one of its variants and settings laid over it. */
export const shipped = (name: string, variant?: string, set: readonly string[] = []): LoadedScenario =>
  loadScenario(`scenarios/${name}.yaml`, { read, variant, set });

/** The text of a file of the project. */
export const textOf = read;
