import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Attempt, type Executor, isFailed, pack, type Shape, unpack } from '../experiment/index.ts';
import type { Outcome } from '../model/index.ts';
import { Failure, InputError, reasonOf } from './errors.ts';

/** First bytes of every journal, with the version of its form. */
const MAGIC = Buffer.from('airbridge journal 2\n');

/** Before each entry: its length and its checksum. */
const FRAME = 8;

/** Numbers are written when there are so many bytes of them … */
const FULL = 65_536;

/** … or after so many milliseconds: no more than that is lost when the process is killed. */
const OFTEN = 100;

/** Letters of a fingerprint that tell plans apart: 64 bits. */
const SHORT = 16;

/** What decides results, so that a journal is never gone on with by another run. */
export interface Identity {
  readonly airbridge: string;
  readonly command: string;
  readonly seed: string;
  /** event budget and the like, as typed */
  readonly limits: string;
  /** by name; the fingerprint covers scenario and decisions */
  readonly plans: readonly { readonly name: string; readonly sha256: string }[];
}

/** What an entry says about itself; its numbers follow. */
interface Label {
  /** beginning of its fingerprint: an outcome is found by what made it, wherever its plan stands in a command */
  readonly plan: string;
  readonly replications: readonly number[];
}

/** Where the numbers of an entry stand. */
interface Entry extends Label {
  readonly at: number;
  readonly length: number;
}

/** Outcomes that wait to be written. */
interface Pending {
  readonly shape: Shape;
  readonly outcomes: Outcome[];
  bytes: number;
}

const sizeOf = (outcome: Outcome): number =>
  8 * (4 + outcome.measures.length + outcome.series.length * (outcome.series[0]?.length ?? 0));

const payloadOf = (label: object, numbers: Uint8Array): Buffer => {
  const text = Buffer.from(JSON.stringify(label));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, numbers]);
};

const labelOf = (payload: Buffer): { readonly label: unknown; readonly end: number } => {
  const end = 4 + payload.readUInt32LE(0);
  return { label: JSON.parse(payload.toString('utf8', 4, end)), end };
};

/** Reads exactly so many bytes; null when the file ends before. */
const readBytes = (fd: number, at: number, length: number): Buffer | null => {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(fd, bytes, read, length - read, at + read);
    if (more === 0) return null;
    read += more;
  }
  return bytes;
};

/** A journal as far as it is whole. */
interface Scanned {
  readonly identity: Identity;
  readonly entries: readonly Entry[];
  readonly end: number;
  readonly checksum: number;
}

/** The next entry; null at the end, or where the file is torn or damaged. */
const nextEntry = (
  fd: number,
  at: number,
  checksum: number,
): { payload: Buffer; checksum: number } | null => {
  const frame = readBytes(fd, at, FRAME);
  if (frame === null) return null;
  const length = frame.readUInt32LE(0);
  if (length < 4 || length > 2 ** 30) return null;
  const payload = readBytes(fd, at + FRAME, length);
  if (payload === null) return null;
  // Each checksum goes on from the last, so that no entry of another journal, or of another place, passes for the next.
  const sum = crc32(payload, checksum);
  return sum === frame.readUInt32LE(4) ? { payload, checksum: sum } : null;
};

const scan = (fd: number): Scanned | null => {
  if (readBytes(fd, 0, MAGIC.length)?.equals(MAGIC) !== true) return null;
  let at = MAGIC.length;
  let checksum = 0;
  let identity: Identity | null = null;
  const entries: Entry[] = [];
  for (let next = nextEntry(fd, at, checksum); next !== null; next = nextEntry(fd, at, checksum)) {
    const { label, end } = labelOf(next.payload);
    const length = next.payload.length - end;
    if (identity === null) identity = label as Identity;
    else entries.push({ ...(label as Label), at: at + FRAME + end, length });
    at += FRAME + next.payload.length;
    checksum = next.checksum;
  }
  return identity === null ? null : { identity, entries, end: at, checksum };
};

/** What a journal is about, and what it should be about, where the two differ. */
const differences = (found: Identity, asked: Identity): string[] => {
  const names = (one: Identity): string => one.plans.map(({ name }) => name).join(', ');
  const pairs: readonly [string, string, string][] = [
    ['airbridge', found.airbridge, asked.airbridge],
    ['command', found.command, asked.command],
    ['scenario', names(found), names(asked)],
    ['seed', found.seed, asked.seed],
    ['limits', found.limits || 'none', asked.limits || 'none'],
  ];
  const told = pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${what} ${a}, not ${b}`);
  const isChanged = JSON.stringify(found.plans) !== JSON.stringify(asked.plans);
  if (isChanged && names(found) === names(asked))
    told.push('the scenario, a setting or a decision has changed since');
  return told;
};

/**
 * Outcomes on disk while a run is not finished: only ever added to, every entry with a checksum, so that whatever
 * ends the process, what was written before is kept. A tail that was torn off or damaged is noticed and left out.
 */
export class Journal {
  readonly path: string;
  /** bytes at the end that could not be read when the journal was opened */
  readonly damaged: number;
  readonly #fd: number;
  #size: number;
  #checksum: number;
  /** by plan and replication: what was there when the journal was opened */
  readonly #index = new Map<string, Map<number, Entry>>();
  /** replications on disk */
  #written = 0;
  #cached: { readonly entry: Entry; readonly outcomes: ReadonlyMap<number, Attempt> } | null = null;
  readonly #pending = new Map<string, Pending>();
  #waiting = 0;
  #flushed = performance.now();

  private constructor(
    path: string,
    fd: number,
    state: Omit<Scanned, 'identity'> & { readonly damaged: number },
  ) {
    this.path = path;
    this.damaged = state.damaged;
    this.#fd = fd;
    this.#size = state.end;
    this.#checksum = state.checksum;
    for (const entry of state.entries) this.#enter(entry);
    for (const entries of this.#index.values()) this.#written += entries.size;
  }

  /** Begins a journal, in the place of any that is there. */
  static create(path: string, identity: Identity): Journal {
    const fd = openSync(path, 'w+');
    const journal = new Journal(path, fd, { entries: [], end: 0, checksum: 0, damaged: 0 });
    journal.#appendEntry(payloadOf(identity, Buffer.alloc(0)), MAGIC);
    return journal;
  }

  /**
   * Opens a journal to go on with it.
   *
   * @throws InputError when it belongs to another run, or its beginning cannot be read
   */
  static resume(path: string, identity: Identity): Journal {
    // A process that was killed while it made the file has kept nothing.
    if (statSync(path).size === 0) return Journal.create(path, identity);
    const fd = openSync(path, 'r+');
    const found = scan(fd);
    const begin = 'name another folder, or add --force without --resume to begin again';
    if (found === null) {
      closeSync(fd);
      throw new InputError(`\`${path}\` cannot be gone on with: its beginning is damaged; ${begin}`);
    }
    const wrong = differences(found.identity, identity);
    if (wrong.length > 0) {
      closeSync(fd);
      throw new InputError(`\`${path}\` is of another run (${wrong.join('; ')}): ${begin}`);
    }
    const damaged = lengthOf(fd) - found.end;
    ftruncateSync(fd, found.end);
    return new Journal(path, fd, { ...found, damaged });
  }

  /** how many replications it holds, of all plans */
  get kept(): number {
    return this.#written + this.#waiting;
  }

  /** Whether an outcome was written before this process began. */
  has(plan: string, replication: number): boolean {
    return this.#index.get(plan)?.has(replication) === true;
  }

  /** An outcome that was written before this process began. */
  read(plan: string, replication: number, { shape, seed }: { shape: Shape; seed: string }): Attempt {
    const entry = this.#index.get(plan)!.get(replication)!;
    if (this.#cached?.entry !== entry) {
      const bytes = inflateRawSync(readBytes(this.#fd, entry.at, entry.length)!);
      const numbers = new Float64Array(
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      );
      const outcomes = new Map<number, Attempt>();
      for (const one of unpack({ seed, numbers, failed: [] }, shape)) outcomes.set(one.replication, one);
      this.#cached = { entry, outcomes };
    }
    return this.#cached.outcomes.get(replication)!;
  }

  /** Adds an outcome; it is on disk a tenth of a second later at most, as long as others follow or `flush` is called. */
  add(plan: string, outcome: Outcome, shape: Shape): void {
    const pending = this.#pending.get(plan) ?? { shape, outcomes: [], bytes: 0 };
    this.#pending.set(plan, pending);
    pending.outcomes.push(outcome);
    pending.bytes += sizeOf(outcome);
    this.#waiting += 1;
    if (performance.now() - this.#flushed > OFTEN) this.flush();
    else if (pending.bytes >= FULL) this.#write(plan, pending);
  }

  /** Writes what waits. */
  flush(): void {
    this.#flushed = performance.now();
    for (const [plan, pending] of this.#pending) this.#write(plan, pending);
  }

  #write(plan: string, { shape, outcomes }: Pending): void {
    this.#pending.delete(plan);
    this.#waiting -= outcomes.length;
    const { numbers } = pack(outcomes, shape);
    const label: Label = { plan, replications: outcomes.map((one) => one.replication) };
    const packed = deflateRawSync(new Uint8Array(numbers.buffer), { level: 1 });
    this.#appendEntry(payloadOf(label, packed));
    this.#written += outcomes.length;
  }

  /** Writes what waits, down to the disk; what cannot be written is not kept. */
  close(): void {
    try {
      this.flush();
      fsyncSync(this.#fd);
    } finally {
      this.#pending.clear();
      this.#waiting = 0;
      closeSync(this.#fd);
    }
  }

  /** Ends a journal that is not needed any more. */
  remove(): void {
    closeSync(this.#fd);
    rmSync(this.path, { force: true });
  }

  #enter(entry: Entry): void {
    const entries = this.#index.get(entry.plan) ?? new Map<number, Entry>();
    this.#index.set(entry.plan, entries);
    for (const replication of entry.replications) entries.set(replication, entry);
  }

  /** Appends an entry in one go, at the beginning of the file behind the bytes that mark it as a journal. */
  #appendEntry(payload: Buffer, mark: Uint8Array = Buffer.alloc(0)): void {
    const checksum = crc32(payload, this.#checksum);
    const frame = Buffer.alloc(FRAME);
    frame.writeUInt32LE(payload.length, 0);
    frame.writeUInt32LE(checksum, 4);
    this.#append(Buffer.concat([mark, frame, payload]));
    this.#checksum = checksum;
  }

  #append(bytes: Uint8Array): void {
    let written = 0;
    try {
      while (written < bytes.length)
        written += writeSync(this.#fd, bytes, written, bytes.length - written, this.#size + written);
    } catch (error) {
      ftruncateSync(this.#fd, this.#size);
      throw new Failure(`cannot write \`${this.path}\`: ${reasonOf(error)}`, { cause: error });
    }
    this.#size += bytes.length;
  }
}

/** How long a file is, found by its descriptor. */
const lengthOf = (fd: number): number => fstatSync(fd).size;

/**
 * An executor that takes from the journal what it holds, runs the rest, and writes it down. Failures are not written: they are run again.
 *
 * @param executor that runs what is missing
 * @param options `plan`: its fingerprint
 */
export const journaled = (
  executor: Executor,
  options: { readonly journal: Journal; readonly plan: string; readonly shape: Shape },
): Executor =>
  async function* (work) {
    const { journal, shape } = options;
    const plan = options.plan.slice(0, SHORT);
    for (const { seed, replication } of work)
      if (journal.has(plan, replication)) yield journal.read(plan, replication, { seed, shape });
    const missing = work.filter(({ replication }) => !journal.has(plan, replication));
    if (missing.length === 0) return;
    for await (const one of executor(missing)) {
      if (!isFailed(one)) journal.add(plan, one, shape);
      yield one;
    }
  };
