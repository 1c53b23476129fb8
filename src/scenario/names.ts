const NAME = /^(?=.*\p{L})[\p{L}\p{N}_-]{1,60}$/u;

/**
 * What is wrong with the name of an entry, if anything. Names appear in dotted paths, in ids of series and in
 * files of results, and must survive there.
 *
 * @example
 * checkName('us-citizens') // => undefined
 */
export const checkName = (name: string): string | undefined =>
  NAME.test(name)
    ? undefined
    : `\`${name.slice(0, 70)}\` cannot be a name: letters, digits, - and _, at least one letter, at most 60`;
