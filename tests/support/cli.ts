import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { airbridge } from '../../src/cli/program.ts';
import { terminalOf } from '../../src/cli/terminal.ts';

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How the command is surrounded. */
interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  /** whether both streams are terminals */
  readonly isTTY?: boolean;
}

/** Runs `airbridge` in this process. */
export const airbridgeIn = async (
  words: readonly string[],
  { env = {}, isTTY = false }: Surroundings = {},
): Promise<Ended> => {
  const [out, err] = [[] as string[], [] as string[]];
  const stream = (texts: string[]) => ({ isTTY, write: (text: string) => texts.push(text) });
  const code = await airbridge(words, terminalOf(stream(out), stream(err), env));
  return { code, out: out.join(''), err: err.join('') };
};

/** Runs the built command in a process of its own. */
export const airbridgeOut = (
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Ended => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'dist/cli/main.js'), ...words],
    {
      cwd: options.cwd ?? process.cwd(),
      env: { ...process.env, ...options.env },
      encoding: 'utf8',
    },
  );
  return { code: status, out: stdout, err: stderr };
};

/** A folder that is gone after the tests of this file, with the given files in it. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
};

/** Lines of 80 columns or more. */
export const wideLines = (text: string): string[] =>
  text.split('\n').filter((line) => [...line].length >= 80);
