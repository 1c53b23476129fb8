import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InputError } from './errors.ts';

/** This machine, as a part of the name of a file. */
const HERE = hostname()
  .replace(/[^\w.-]/g, '-')
  .slice(0, 100);

/** Whether a process of this number runs on this machine. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EPERM';
  }
};

/**
 * What this process makes for itself in a folder of results: where it gathers them, or its sign that it keeps the folder. Machine and number
 * are in the name, since in containers that share a folder the number alone is often the same.
 */
export const ownName = (kind: 'new' | 'lock'): string => `.${kind}-${HERE}-${process.pid}`;

/** Whose something in a folder of results is; null for what no process made for itself alone. */
const makerOf = (
  name: string,
): { readonly kind: string; readonly host: string; readonly pid: number } | null => {
  const [, kind, host, pid] = /^\.(new|lock)-(.*)-(\d+)$/.exec(name) ?? [];
  return kind === undefined || host === undefined ? null : { kind, host, pid: Number(pid) };
};

/**
 * Whether something in a folder of results was left there by a process that is dead. Of processes of other machines that share the folder
 * nothing is known.
 *
 * @param name of what is in the folder
 */
export const isLeftBehind = (name: string): boolean => {
  const maker = makerOf(name);
  return maker !== null && maker.host === HERE && !isRunning(maker.pid);
};

/**
 * Refuses a folder that another process writes to.
 *
 * @throws InputError that says which process keeps it
 */
export const refuseLocked = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const maker = makerOf(name);
    if (maker?.kind !== 'lock' || name === ownName('lock') || isLeftBehind(name)) continue;
    const where = maker.host === HERE ? '' : ` on ${maker.host}`;
    throw new InputError(
      `\`${folder}\` is being written to by process ${maker.pid}${where}: wait until it ends, or name another folder (if that is no airbridge any more, remove \`${name}\` there)`,
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
  const own = join(folder, ownName('lock'));
  const free = (): void => rmSync(own, { force: true });
  writeFileSync(own, '');
  try {
    refuseLocked(folder);
  } catch (error) {
    free();
    throw error;
  }
  return free;
};
