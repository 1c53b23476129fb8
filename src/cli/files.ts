import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { InputError, reasonOf } from './errors.ts';

/** Largest file that is read, in bytes; a scenario is a few thousand lines at most. */
const LARGEST = 5_000_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Why a path cannot be read as a text, found before anything is read; null when it can. */
const unfit = (path: string): string | null => {
  const stats = statSync(path);
  if (stats.isDirectory()) return 'it is a directory';
  if (!stats.isFile()) return 'it is not an ordinary file';
  if (stats.size > LARGEST) return `it is larger than ${LARGEST / 1_000_000} MB`;
  return null;
};

/**
 * The text of a file.
 *
 * @param path as the user gave it
 * @throws InputError that says what is wrong, without the path
 */
export const readText = (path: string): string => {
  let bytes: Buffer;
  try {
    const reason = unfit(path);
    if (reason !== null) throw new InputError(reason);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(reasonOf(error), { cause: error });
  }
  if (bytes.includes(0)) throw new InputError('it is not a text');
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    throw new InputError('it is not a text in UTF-8', { cause: error });
  }
};

/** Whether a path, its links followed, lies in a folder. */
const liesIn = (path: string, folder: string): boolean => {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/**
 * A reader for a scenario file and those it extends; links may not lead out of the scenario's folder.
 *
 * @param file the scenario file
 */
export const readerFor =
  (file: string) =>
  (path: string): string => {
    const text = readText(path);
    if (path !== file && !liesIn(path, dirname(file)))
      throw new InputError("a link leads out of the scenario's folder");
    return text;
  };

/** A path for a record that is to be the same on every machine: relative to the working folder, or the bare name. */
export const recordedPath = (path: string): string => {
  const way = relative(process.cwd(), path).split(sep).join('/');
  return isAbsolute(way) || way.startsWith('..') ? basename(path) : way;
};
