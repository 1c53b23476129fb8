/**
 * How the command ends: 0 done, 1 it could not be done, 2 what the user gave is invalid, 3 the budget ended before the precision
 * was reached, 4 what was to be verified is not so.
 */
export const EXIT = { done: 0, failed: 1, invalid: 2, imprecise: 3, unverified: 4 } as const;

/** What the user gave cannot be used: a flag, a file, a folder. Exit 2. */
export class InputError extends Error {
  override readonly name = 'InputError' as const;
}

/** The work could not be finished though the input was valid: a full disk, a folder that may not be written. Exit 1. */
export class Failure extends Error {
  override readonly name = 'Failure' as const;
}

/** Why the operating system refused, in words. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'no such file or directory',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  EEXIST: 'it exists already',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EFBIG: 'the file is larger than is allowed here',
  EIO: 'the disk does not answer',
};

/**
 * Why the operating system refused, in words a user can act upon.
 *
 * @param error what a function of `node:fs` threw
 * @example
 * reasonOf(Object.assign(new Error('x'), { code: 'ENOSPC' })) // => 'no space left on the device'
 */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return REFUSALS[code ?? ''] ?? message ?? String(error);
};
