import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../scenario/suggest.ts';
import { Failure, InputError } from './errors.ts';

/** The folder of the installed package: the same for `src/cli` and `dist/cli`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const SCENARIOS = join(ROOT, 'scenarios');

/** The version of airbridge. */
export const version = (): string => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
};

/** The program that the report runs in the browser. */
export const clientProgram = (): string => {
  const file = join(ROOT, 'dist', 'report', 'client.js');
  if (!existsSync(file)) throw new Failure('the report cannot be made: run `npm run build` first');
  return readFileSync(file, 'utf8');
};

/** Paths of the scenarios that come with airbridge, in alphabetical order. */
export const shippedScenarios = (): string[] =>
  readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(SCENARIOS, name));

/**
 * A file as given, or the scenario of that name that comes with airbridge: `kabul-48h`.
 *
 * @throws InputError for a bare name of neither
 */
export const locate = (file: string): string => {
  if (existsSync(file) || !/^[\w-]+$/.test(file)) return file;
  const shipped = shippedScenarios();
  const names = shipped.map((path) => basename(path, '.yaml'));
  const found = shipped[names.indexOf(file)];
  if (found !== undefined) return found;
  throw new InputError(
    `there is neither a file \`${file}\` here nor a scenario of that name${didYouMean(file, names)}`,
  );
};
