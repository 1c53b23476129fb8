import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The built command in a process of its own, in which it can be killed. */
export const startAirbridge = (words: readonly string[], cwd: string): ChildProcess =>
  spawn(process.execPath, [join(process.cwd(), 'dist/cli/main.js'), ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** How a process ended, and what it said. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Waits for the end of a process. */
export const endOf = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve) => {
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Waits until a file has grown by so many bytes, or the process has ended. */
export const grown = async (child: ChildProcess, path: string, bytes: number): Promise<void> => {
  const before = sizeOf(path);
  while (child.exitCode === null && child.signalCode === null && sizeOf(path) < before + bytes)
    await new Promise((resolve) => setTimeout(resolve, 5));
};

/** All files of a folder by their paths, hidden ones too. */
export const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );

/** Names of files that are not the same in both. */
export const unlike = (one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => one.get(name)?.equals(other.get(name) ?? Buffer.alloc(0)) !== true,
  );
