/**
 * The only place of the project that calls the platform's transcendental functions: the last digit of these
 * is the engine's to choose, so whoever has to replace them by exactly specified ones does it here.
 */

/** Natural logarithm. `@param x` from 0 (gives -Infinity) upwards. */
export const log: (x: number) => number = Math.log;

/** e to the power `x`. */
export const exp: (x: number) => number = Math.exp;

/** `base` to the power `exponent`. */
export const pow: (base: number, exponent: number) => number = Math.pow;
