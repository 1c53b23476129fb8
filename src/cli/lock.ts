import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError } from './errors.ts';

/** Whether a process of this number runs on this machine. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EPERM';
  }
};

/** Files and folders that a process makes for itself in a folder of results, with its number at the end. */
const OWN = /^\.(?:new|lock)-(\d+)$/;

/** Where a process keeps a folder for itself; the file holds the name of its machine. */
const lockOf = (pid: number): string => `.lock-${pid}`;

/** Whether a lock is of another machine that shares the folder, of whose processes nothing is known here. */
const isForeign = (path: string): boolean => {
  try {
    const host = readFileSync(path, 'utf8');
    return host !== '' && host !== hostname();
  } catch {
    return false;
  }
};

/**
 * Whether something in a folder of results was left there by a process that is dead.
 *
 * @param folder that exists
 * @param name of what is in it
 */
export const isLeftBehind = (folder: string, name: string): boolean => {
  const [, pid] = OWN.exec(name) ?? [];
  if (pid === undefined || isRunning(Number(pid))) return false;
  return !name.startsWith('.lock') || !isForeign(join(folder, name));
};

/** Refuses a folder that another process writes to. */
export const refuseLocked = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('.lock-') || !OWN.test(name)) continue;
    if (name === lockOf(process.pid) || isLeftBehind(folder, name)) continue;
    const pid = OWN.exec(name)![1]!;
    const path = join(folder, name);
    const where = isForeign(path) ? ` on ${readFileSync(path, 'utf8')}` : '';
    throw new InputError(
      `\`${folder}\` is being written to by process ${pid}${where}: wait until it ends, or name another folder (if that is no airbridge any more, remove \`${name}\` there)`,
    );
  }
};

/**
 * Keeps a folder for this process. Each process has a lock of its own name, so that locks of dead processes can be removed by anyone at
 * any time; of two that begin at the same instant, both may be refused, but never both let in.
 *
 * @param folder that exists
 * @returns a function that gives it free
 * @throws InputError when another process keeps it
 */
export const lockFolder = (folder: string): (() => void) => {
  const own = join(folder, lockOf(process.pid));
  const free = (): void => rmSync(own, { force: true });
  writeFileSync(own, hostname());
  try {
    refuseLocked(folder);
  } catch (error) {
    free();
    throw error;
  }
  return free;
};
