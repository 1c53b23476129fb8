import { dirname, posix, relative, sep } from 'node:path';
import { InputError } from './errors.ts';
import { readerFor, readText, recordedPath } from './files.ts';
import { locate } from './package.ts';

/** Where the texts come from that a command works on: the disk, or a record of what was read before. */
export interface Inputs {
  /** a file as given, or one of the shipped scenarios */
  locate(file: string): string;
  /** a reader for a scenario file and those it extends */
  readerFor(file: string): (path: string) => string;
  /** the text of the decisions that `--actions` names, wherever they are */
  readText(path: string): string;
  /** whether another command finds the same texts under the same names */
  readonly isDisk: boolean;
}

/** Under what the decisions of `--actions` are recorded. */
export const ACTIONS = 'actions.jsonl';

/** Texts by the paths under which they are recorded. */
export type RecordedTexts = Readonly<Record<string, string>>;

/** What is read from the disk. */
export const DISK: Inputs = { locate, readerFor, readText, isDisk: true };

/**
 * What was read once and recorded; nothing else can be read.
 *
 * @param texts by recorded path
 */
export const recordedInputs = (texts: RecordedTexts): Inputs => {
  const readText = (path: string): string => {
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
    if (text === undefined) throw new InputError(`\`${path}\` is not in the record`);
    return text;
  };
  return { locate: (file) => file, readerFor: () => readText, readText, isDisk: false };
};

/** A path that a scenario extends, as it is recorded beside the scenario's own. */
const besideOf = (file: string, path: string): string => {
  const way = relative(dirname(file), path).split(sep).join('/');
  return posix.join(posix.dirname(recordedPath(file)), way);
};

/** Remembers what was read, for the record. */
export class Recorder implements Inputs {
  readonly #inputs: Inputs;
  readonly #texts = new Map<string, string>();

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
  }

  get isDisk(): boolean {
    return this.#inputs.isDisk;
  }

  locate(file: string): string {
    return this.#inputs.locate(file);
  }

  readerFor(file: string): (path: string) => string {
    const read = this.#inputs.readerFor(file);
    return (path) => {
      const text = read(path);
      this.#keep(path === file ? recordedPath(file) : besideOf(file, path), text);
      return text;
    };
  }

  readText(path: string): string {
    const text = this.#inputs.readText(path);
    this.#keep(ACTIONS, text);
    return text;
  }

  /** What was read, by the paths that the recorded command names. */
  texts(): RecordedTexts {
    return Object.fromEntries([...this.#texts].sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
  }

  #keep(path: string, text: string): void {
    if ((this.#texts.get(path) ?? text) !== text)
      throw new InputError(
        `two different files would be recorded as \`${path}\`: give one of them another name, or start airbridge in a folder above both`,
      );
    this.#texts.set(path, text);
  }
}
