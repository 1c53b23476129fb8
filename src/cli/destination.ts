import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure, InputError, reasonOf } from './errors.ts';

/** Files to write: their path in the folder, with forward slashes, and their content. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Lists the files of a folder's results, so that the next results can take their place. */
const RECORD = 'provenance.json';

/** Paths that airbridge writes; a record that names others is not believed. */
const OURS =
  /^(?:(?:provenance|comparison|ranking)\.json|(?:sweep|runs)\.parquet|(?:sweep|runs|ranking|tornado|morris|measures|series|observations|verify)\.csv|actions\.jsonl|report\.html|(?:charts|measures|series)\/[\w-][\w.-]*\.(?:png|svg|csv))$/;

/** The files that a folder's record claims; none when there is no record or it cannot be trusted. */
const recordedFiles = (folder: string): string[] => {
  try {
    const { files } = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as { readonly files?: unknown };
    if (!Array.isArray(files)) return [];
    return files.filter((name): name is string => typeof name === 'string' && OURS.test(name));
  } catch {
    return [];
  }
};

/** Makes a folder and those above it; `mkdirSync` with `recursive` never returns below `/proc` in Node 20. */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
};

/** Refuses a path that could never be made: a name that is too long, a file in the place of a folder above. */
const checkPath = (path: string): void => {
  try {
    statSync(path);
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'ENOENT') throw error;
  }
};

/** The nearest folder on the way up that exists. */
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

/**
 * Looks at the folder for the results before any work is done.
 *
 * @param folder as the user gave it
 * @param isForced whether results that are there may be overwritten
 * @throws InputError when it is no folder, or has something in it and force was not given
 * @throws Failure when it may not be written
 */
export const inspect = (folder: string, isForced: boolean): void => {
  if (folder.trim() === '') throw new InputError('--out needs the name of a folder');
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new InputError(`--out needs a folder, but \`${folder}\` is a file`);
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length > 0 && !isForced) throw new InputError(refusal(folder, there));
  try {
    checkPath(resolve(folder));
    accessSync(nearest(resolve(folder)), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(`cannot write to \`${folder}\`: ${reasonOf(error)}`, { cause: error });
  }
};

/** Says what is in the folder and what force would do. */
const refusal = (folder: string, there: readonly string[]): string => {
  const ours = recordedFiles(folder).filter((name) => existsSync(join(folder, name)));
  const fate =
    ours.length === 0
      ? 'there are no results of airbridge in it'
      : `it holds results: ${ours.slice(0, 4).join(', ')}${ours.length > 4 ? ` and ${ours.length - 4} more` : ''}`;
  const others = there.filter((name) => !ours.some((one) => one === name || one.startsWith(`${name}/`)));
  const kept = others.length === 0 ? '' : `; --force would leave ${others.slice(0, 3).join(', ')} alone`;
  return `\`${folder}\` is not empty: ${fate}. Name another folder, or add --force to overwrite results${kept}`;
};

/** Writes files below a folder, which exists. */
const writeAll = (folder: string, files: Files): void => {
  for (const [name, content] of files) {
    const path = join(folder, name);
    makeFolder(dirname(path));
    writeFileSync(path, content);
  }
};

/** Refuses before the first file is moved what would stop half-way: a folder in the place of a file, or the reverse. */
const checkPlaces = (folder: string, files: Files): void => {
  for (const name of files.keys()) {
    const path = join(folder, name);
    const above = dirname(path);
    if (existsSync(path) && statSync(path).isDirectory()) throw new Failure(`\`${name}\` there is a folder`);
    if (existsSync(above) && !statSync(above).isDirectory())
      throw new Failure(`\`${basename(above)}\` there is a file`);
  }
};

/** Puts the staged files in place of the last results, and removes those of them that have no successor. */
const replace = (staged: string, folder: string, files: Files): void => {
  checkPlaces(folder, files);
  const stale = recordedFiles(folder).filter((name) => !files.has(name));
  for (const name of files.keys()) {
    makeFolder(dirname(join(folder, name)));
    renameSync(join(staged, name), join(folder, name));
  }
  for (const name of stale) rmSync(join(folder, name), { force: true });
};

/**
 * Writes results whole or not at all: first into a folder of their own on the same disk, then moved into place.
 *
 * @param folder new, empty, or with results that may be overwritten: `inspect` has seen to it
 * @param files what to write; other files in the folder are left alone
 * @throws Failure when the disk is full or the folder may not be written
 */
export const writeResults = (folder: string, files: Files): void => {
  const target = resolve(folder);
  const isNew = !existsSync(target);
  const staged = isNew
    ? join(dirname(target), `.airbridge-${process.pid}`)
    : join(target, `.new-${process.pid}`);
  try {
    makeFolder(staged);
    writeAll(staged, files);
    if (isNew) renameSync(staged, target);
    else replace(staged, target, files);
  } catch (error) {
    throw new Failure(`cannot write the results to \`${folder}\`: ${reasonOf(error)}`, { cause: error });
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
};
