import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Failure, InputError, reasonOf } from './errors.ts';
import type { ChartForm } from './flags.ts';
import { isLeftBehind, ownName, refuseLocked } from './lock.ts';
import { onSignal } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { jsonText, plainText } from './text.ts';

/** What a file holds: as it is, in pieces, or made when its turn comes, so that not all of it need be in memory at once. */
export type Content = Bytes | Iterable<string> | (() => Bytes | Promise<Bytes>);

type Bytes = string | Uint8Array;

/** A file to write: its path in the folder, with forward slashes, and its content. */
export type Result = readonly [path: string, content: Content];

/** The files of a folder by their path. */
export type Files = ReadonlyMap<string, Content>;

/** Lists the files of a folder's results, so that the next results can take their place. */
const RECORD = 'provenance.json';

/** Whether a file is none of the pictures, or a picture in one of these forms. */
const isAskedFor = (path: string, forms: readonly ChartForm[] | undefined): boolean => {
  const form = /^charts\/.+\.(\w+)$/.exec(path)?.[1];
  return form === undefined || forms === undefined || forms.some((one) => one === form);
};

/**
 * The results with their record, which lists them all.
 *
 * @param forms what charts are written as; everything that there is unless told
 */
export const withRecord = (
  record: object,
  results: readonly Result[],
  forms?: readonly ChartForm[] | undefined,
): Files => {
  const kept = results.filter(([path]) => isAskedFor(path, forms));
  const files = [RECORD, ...kept.map(([path]) => path)].sort();
  return new Map([[RECORD, jsonText({ ...record, files })], ...kept]);
};

/** In the folder while a run is not finished. */
const JOURNAL = 'unfinished.journal';

/** Where the journal of an unfinished run stands. */
export const journalPath = (folder: string): string => join(resolve(folder), JOURNAL);

/** Paths that airbridge writes; a record that names others is not believed. */
const OURS =
  /^(?:(?:provenance|comparison|ranking|explain)\.json|(?:sweep|runs)\.parquet|(?:sweep|runs|ranking|tornado|morris|measures|series|observations|verify|explain)\.csv|actions\.jsonl|report\.html|(?:charts|measures|series)\/[\w-][\w.-]*\.(?:png|svg|csv))$/;

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
export const makeFolder = (path: string): void => {
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

/** The folder for the results as the user gave it, and what may become of what is in it. */
interface Wanted {
  readonly out?: string | undefined;
  /** whether results that are there may be overwritten */
  readonly force?: true | undefined;
  /** whether an unfinished run that is there is to be gone on with */
  readonly resume?: true | undefined;
  /** what charts are to be written as */
  readonly charts?: readonly ChartForm[] | undefined;
}

/**
 * Looks at the folder for the results, where one was asked for, before any work is done.
 *
 * @throws InputError when it is no folder, or has something in it and neither force nor resume allows for it
 * @throws Failure when it may not be written
 */
export const inspect = ({ out: folder, force, resume, charts }: Wanted): void => {
  if (folder === undefined) {
    if (charts !== undefined) throw new InputError('--charts needs --out with a folder to write them into');
    if (resume === true) throw new InputError('--resume needs --out with the folder of the unfinished run');
    return;
  }
  if (folder.trim() === '') throw new InputError('--out needs the name of a folder');
  if (/^~(?:\/|$)/.test(folder))
    throw new InputError(
      `--out: \`${folder}\` would be a folder called \`~\` here; for your home folder write \`--out ~/…\` with a space and no quotes before ~`,
    );
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new InputError(`--out needs a folder, but \`${folder}\` is a file`);
  refuseLocked(folder);
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => !isLeftBehind(name)) : [];
  const isUnfinished = there.includes(JOURNAL);
  const isAllowed = force === true || (isUnfinished && resume === true);
  if (there.length > 0 && !isAllowed) throw new InputError(refusal(folder, there));
  try {
    checkPath(resolve(folder));
    accessSync(nearest(resolve(folder)), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(`cannot write to \`${folder}\`: ${reasonOf(error)}`, { cause: error });
  }
  if (isLostLink(folder)) throw new InputError(`\`${folder}\` is a link to a folder that is not there`);
};

/** Whether a path is a link, and what it leads to is not there. */
const isLostLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(path);

/** Whether something that no record claims may be in the place of a result: `report.html`, or a folder of charts. */
const mayBeReplaced = (name: string): boolean => OURS.test(name) || OURS.test(`${name}/any.csv`);

/** A few names, and that there are more. */
const some = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');

/** Says what is in the folder and what force would do. */
const refusal = (folder: string, there: readonly string[]): string => {
  if (there.includes(JOURNAL))
    return `\`${folder}\` holds an unfinished run: add --resume to the same command to go on with it, or --force to begin again`;
  const ours = recordedFiles(folder).filter((name) => existsSync(join(folder, name)));
  const fate =
    ours.length === 0 ? 'there are no results of airbridge in it' : `it holds results: ${some(ours)}`;
  const others = there.filter((name) => !ours.some((one) => one === name || one.startsWith(`${name}/`)));
  const [lost, kept] = [others.filter(mayBeReplaced), others.filter((name) => !mayBeReplaced(name))];
  const also = [
    ...(lost.length === 0 ? [] : [`overwrite ${some(lost)} where a result has that name`]),
    ...(kept.length === 0 ? [] : [`leave ${some(kept)} alone`]),
  ];
  const more = also.length === 0 ? '' : `; --force would ${also.join(' and ')}`;
  return `\`${folder}\` is not empty: ${fate}. Name another folder, or add --force to overwrite results${more}`;
};

const isPieces = (content: Content): content is Iterable<string> =>
  typeof content === 'object' && !(content instanceof Uint8Array);

const writePieces = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const fd = openSync(path, 'w');
  try {
    for (const piece of pieces) {
      // `writeSync` may take a part only, of a disk that fills up, and not say so.
      writeFileSync(fd, piece);
      await setImmediate();
    }
  } finally {
    closeSync(fd);
  }
};

/**
 * Writes files below a folder, which exists. Between them Ctrl-C is heard; what is not made yet when its turn is over, as a picture that
 * another thread packs, is written while the next is made, so that two are in memory at most.
 */
const writeAll = async (folder: string, files: Files): Promise<void> => {
  let last: Promise<void> = Promise.resolve();
  try {
    for (const [name, content] of files) {
      const path = join(folder, name);
      makeFolder(dirname(path));
      if (isPieces(content)) await writePieces(path, content);
      else {
        const before = last;
        const made = typeof content === 'function' ? content() : content;
        last = Promise.all([made, before]).then(([bytes]) => writeFileSync(path, bytes));
        // What goes wrong is heard when its turn comes; until then nobody waits, which would end the process.
        last.catch(() => undefined);
        await before;
      }
      await setImmediate();
    }
  } finally {
    await last;
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

/** The record last: where it is, everything is. */
const inOrder = (files: Files): string[] =>
  [...files.keys()].sort((a, b) => Number(a === RECORD) - Number(b === RECORD));

/** Puts the staged files in place of the last results, and removes those of them that have no successor. */
const replace = (staged: string, folder: string, files: Files): void => {
  checkPlaces(folder, files);
  const stale = recordedFiles(folder).filter((name) => !files.has(name));
  for (const name of inOrder(files)) {
    makeFolder(dirname(join(folder, name)));
    renameSync(join(staged, name), join(folder, name));
  }
  for (const name of stale) rmSync(join(folder, name), { force: true });
};

/** Where results are gathered before they are moved into place, below the folder itself: so they are on the same disk. */
const stagedIn = (target: string): string => join(target, ownName('new'));

/** Removes what this process, or one that is dead, had gathered but not moved into place. */
export const removeStaged = (folder: string): void => {
  const target = resolve(folder);
  if (!existsSync(target)) return;
  const stale = readdirSync(target).filter(isLeftBehind);
  for (const name of [...stale, basename(stagedIn(target))])
    rmSync(join(target, name), { recursive: true, force: true });
};

/** Removes a folder if nothing is in it. */
export const removeIfEmpty = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
};

/**
 * Writes results whole or not at all: first into a folder of their own on the same disk, then moved into place.
 *
 * @param folder new, empty, or with results that may be overwritten: `inspect` has seen to it
 * @param files what to write; other files in the folder are left alone
 * @throws Failure when the disk is full or the folder may not be written
 */
export const writeResults = async (folder: string, files: Files): Promise<void> => {
  const target = resolve(folder);
  const isNew = !existsSync(target);
  const stop = onSignal(() => {
    removeStaged(folder);
    if (isNew) removeIfEmpty(target);
  });
  try {
    makeFolder(target);
    removeStaged(folder);
    makeFolder(stagedIn(target));
    await writeAll(stagedIn(target), files);
    replace(stagedIn(target), target, files);
  } catch (error) {
    throw new Failure(`cannot write the results to \`${folder}\`: ${reasonOf(error)}`, { cause: error });
  } finally {
    removeStaged(folder);
    if (isNew) removeIfEmpty(target);
    stop();
  }
};

/** Says to who watches where the results are. */
export const tellFolder = (
  { out, quiet }: { readonly out?: string | undefined; readonly quiet?: true | undefined },
  terminal: Terminal,
): void => {
  if (out !== undefined && terminal.watched && quiet !== true)
    terminal.err(`results are in ${plainText(out)}\n`);
};
