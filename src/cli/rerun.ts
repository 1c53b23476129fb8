import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { formatCount, formatNumber } from '../analysis/index.ts';
import { inspect } from './destination.ts';
import { EXIT, InputError } from './errors.ts';
import { readText } from './files.ts';
import { type Inputs, type RecordedTexts, recordedInputs } from './inputs.ts';
import { version } from './package.ts';
import { onSignal } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { jsonText, paragraph } from './text.ts';

/** Flags of `rerun`. */
export interface RerunFlags {
  readonly out?: string | undefined;
  readonly check?: true | undefined;
  readonly force?: true | undefined;
  readonly resume?: true | undefined;
  readonly jobs?: number | undefined;
  readonly json?: true | undefined;
}

/** Runs a command line, as `airbridge` does. */
export type Call = (words: readonly string[], terminal: Terminal, inputs: Inputs) => Promise<number>;

/** One scenario as a record has it. */
interface Fingerprint {
  readonly name: string;
  readonly sha256: string;
}

/** A record, as far as running again needs it. */
interface Recorded {
  readonly airbridge: string;
  readonly node: string;
  readonly scenarios: readonly Fingerprint[];
  readonly command: readonly string[];
  readonly inputs: RecordedTexts;
  readonly files: readonly string[];
}

/** Words that a recorded command never has: they say where to write, and only this command line may. */
const NEVER = /^(?:-[ofj]|--(?:out|force|resume|scratch|jobs)(?:=|$))/;

const isText = (value: unknown): value is string => typeof value === 'string';

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFingerprint = (value: unknown): value is Fingerprint =>
  isMapping(value) && isText(value.name) && isText(value.sha256);

/** The record in a text; null when it is none. */
const recordIn = (text: string): Recorded | null => {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isMapping(found)) return null;
  const { airbridge, node = 'unknown', scenario, scenarios = [scenario], command, inputs, files } = found;
  const isWhole =
    isText(airbridge) &&
    isText(node) &&
    isTexts(command) &&
    command.length > 0 &&
    isTexts(files) &&
    isMapping(inputs) &&
    Object.values(inputs).every(isText) &&
    Array.isArray(scenarios) &&
    scenarios.every(isFingerprint);
  if (!isWhole) return null;
  return { airbridge, node, scenarios, command, inputs: inputs as RecordedTexts, files };
};

const readRecord = (path: string): Recorded => {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    throw new InputError(`cannot read the record \`${path}\`: ${(error as Error).message}`, { cause: error });
  }
  const record = recordIn(text);
  if (record === null || record.command[0] === 'rerun' || record.command.some((word) => NEVER.test(word)))
    throw new InputError(
      `\`${path}\` is no record that can be run again: it needs the airbridge, scenario, command, inputs and files that \`--out\` of a command writes`,
    );
  return record;
};

/** A record without the version of Node, which may differ though nothing else does. */
const withoutNode = (bytes: Buffer): string => {
  const { node: _, ...rest } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  return JSON.stringify(rest);
};

/** A file that is not what it was, and how it differs, in words. */
interface Difference {
  readonly file: string;
  readonly how: string;
}

/** How a file differs from what it was; null when it does not. */
const difference = (name: string, before: Buffer, after: Buffer): string | null => {
  if (before.equals(after)) return null;
  if (name === 'provenance.json' && withoutNode(before) === withoutNode(after)) return null;
  if (/\.png$/.test(name)) return 'is another picture';
  const [was, is] = [before, after].map((bytes) => bytes.toString('utf8').split('\n')) as [
    string[],
    string[],
  ];
  const line = was.findIndex((text, index) => text !== is[index]);
  return `differs from line ${(line < 0 ? was.length : line) + 1} on`;
};

/** All differences of the files that a record claims, old folder against new. */
const differencesOf = (record: Recorded, old: string, fresh: string): Difference[] => {
  const now = existsSync(join(fresh, 'provenance.json'))
    ? recordIn(readFileSync(join(fresh, 'provenance.json'), 'utf8'))
    : null;
  const added = (now?.files ?? []).filter((name) => !record.files.includes(name));
  const how = (name: string): string | null => {
    const [before, after] = [join(old, name), join(fresh, name)];
    if (!existsSync(after)) return 'is not made any more';
    if (!existsSync(before)) return 'is not there to be compared with';
    return difference(name, readFileSync(before), readFileSync(after));
  };
  const told = record.files.flatMap((file): Difference[] => {
    const words = how(file);
    return words === null ? [] : [{ file, how: words }];
  });
  return [...told, ...added.map((file) => ({ file, how: 'is new' }))];
};

/** Something that is not as it was when the record was written. */
interface Cause {
  /** `airbridge`, `Node`, or the name of a scenario */
  readonly of: string;
  /** version, or SHA-256 of the scenario */
  readonly was: string;
  readonly is: string;
}

/** All that is not as it was when the record was written. */
const causesOf = (record: Recorded, fresh: string): Cause[] => {
  const path = join(fresh, 'provenance.json');
  const now = existsSync(path) ? recordIn(readFileSync(path, 'utf8')) : null;
  const scenarios = (now?.scenarios ?? []).flatMap(({ name, sha256 }, index) => {
    const before = record.scenarios[index]?.sha256;
    return before === undefined || before === sha256 ? [] : [{ of: name, was: before, is: sha256 }];
  });
  const versions = [
    { of: 'airbridge', was: record.airbridge, is: version() },
    { of: 'Node', was: record.node, is: process.versions.node },
  ];
  const [airbridge, node] = versions.map((one) => (one.was === one.is ? [] : [one]));
  return [...airbridge!, ...scenarios, ...node!];
};

const causeText = ({ of, was, is }: Cause): string =>
  of === 'airbridge' || of === 'Node'
    ? `${of} was ${was}, is ${is}`
    : `scenario ${of} is understood otherwise: SHA-256 was ${was}, is ${is}`;

/** What came of running a record again. */
interface Verdict {
  /** whether this airbridge takes the recorded command and its texts */
  readonly isTaken: boolean;
  readonly isReproduced: boolean;
  /** how many files were compared */
  readonly files: number;
  readonly differences: readonly Difference[];
  readonly causes: readonly Cause[];
}

/** Differences that are listed one by one. */
const LISTED = 8;

const listed = (lines: readonly string[]): string =>
  lines
    .slice(0, LISTED)
    .concat(lines.length > LISTED ? [`and ${lines.length - LISTED} more`] : [])
    .map((line) => paragraph(line, 2))
    .join('');

/** How the results compare. */
const judge = (record: Recorded, { old, fresh }: { old: string; fresh: string }): Verdict => {
  const differences = differencesOf(record, old, fresh);
  return {
    isTaken: true,
    isReproduced: differences.length === 0,
    files: record.files.length,
    differences,
    causes: causesOf(record, fresh),
  };
};

/** What came of running a record again, for a reader. */
export const verdictText = ({ isTaken, isReproduced, files, differences, causes }: Verdict): string => {
  const why = causes.map(causeText);
  if (!isTaken) return `not reproduced: this airbridge does not take what was recorded\n${listed(why)}`;
  if (isReproduced) {
    const despite = why.length === 0 ? '' : `, although ${why.join('; ')}`;
    return paragraph(
      `reproduced: ${files === 1 ? 'the one file is' : `all ${formatNumber(files)} files are`} the same to the last byte${despite}`,
    );
  }
  return [
    paragraph(
      `not reproduced: ${differences.length} of ${formatCount(files, 'file')} ${differences.length === 1 ? 'differs' : 'differ'}`,
    ),
    listed(differences.map(({ file, how }) => `${file} ${how}`)),
    'what is not as it was:\n',
    why.length === 0
      ? '  airbridge, scenario and Node are what they were: the files have been changed since\n'
      : listed(why),
  ].join('');
};

/** Says what came of it, and gives the exit code. */
const tell = (verdict: Verdict, { json }: RerunFlags, terminal: Terminal): number => {
  terminal.out(json === true ? jsonText(verdict) : verdictText(verdict));
  return verdict.isReproduced ? EXIT.done : EXIT.unverified;
};

/** Runs the recorded command into a folder. */
const runInto = async (
  record: Recorded,
  folder: string,
  on: { flags: RerunFlags; terminal: Terminal; call: Call },
): Promise<number> => {
  const { flags, terminal, call } = on;
  const words = [
    ...record.command,
    ...['--out', folder, '--force', '--quiet'],
    ...(flags.out === undefined ? ['--scratch'] : []),
    ...(flags.resume === true ? ['--resume'] : []),
    ...(flags.jobs === undefined ? [] : ['--jobs', String(flags.jobs)]),
  ];
  return call(words, { ...terminal, out: () => undefined }, recordedInputs(record.inputs));
};

/**
 * `airbridge rerun`: runs again what a record says, and compares.
 *
 * @param path a `provenance.json`, or the folder it is in
 * @param call runs a command line
 * @returns the exit code
 */
export const rerun = async (
  path: string,
  flags: RerunFlags,
  terminal: Terminal,
  call: Call,
): Promise<number> => {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'provenance.json') : path;
  const record = readRecord(file);
  if ((flags.out === undefined) === (flags.check === undefined))
    throw new InputError('give either --out with a folder for the results, or --check to compare only');
  inspect(flags);
  if (flags.out !== undefined && resolve(flags.out) === resolve(dirname(file)))
    throw new InputError(
      '--out names the folder of the record itself: there would be nothing left to compare with',
    );
  const fresh = flags.out ?? mkdtempSync(join(tmpdir(), 'airbridge-check-'));
  const removeScratch = (): void => {
    if (flags.out === undefined) rmSync(fresh, { recursive: true, force: true });
  };
  const stop = onSignal(removeScratch);
  try {
    const code = await runInto(record, fresh, { flags, terminal, call });
    if (code === EXIT.invalid) {
      const causes = causesOf(record, fresh);
      const refused = { isTaken: false, isReproduced: false, files: record.files.length };
      return tell({ ...refused, differences: [], causes }, flags, terminal);
    }
    if (!existsSync(join(fresh, 'provenance.json'))) return EXIT.failed;
    return tell(judge(record, { old: dirname(file), fresh }), flags, terminal);
  } finally {
    removeScratch();
    stop();
  }
};
