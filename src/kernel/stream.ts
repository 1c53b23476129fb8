import alea from 'seedrandom/lib/alea.js';

/**
 * A named stream of random numbers: Baagøe's Alea, as seedrandom ships it, seeded with a string.
 * One stream serves one purpose, so that a draw more in one place moves no number in another.
 */
export class Stream {
  readonly #next: () => number;

  /**
   * @param seed seed of the run, a string (other types collapse to few streams in seedrandom)
   * @param name purpose of the stream; any string, also with separators in it
   * @throws RangeError when either is no string
   */
  constructor(seed: string, name: string) {
    if (typeof seed !== 'string' || typeof name !== 'string') {
      throw new RangeError('a stream needs a seed and a name that are strings');
    }
    // JSON keeps the two apart: ("a/b", "c") and ("a", "b/c") are different streams.
    this.#next = alea(JSON.stringify([seed, name])).double;
  }

  /**
   * The next number, in [0, 1), with 53 random bits.
   *
   * @example
   * const luck = new Stream('7', 'patience');
   * luck.uniform() === new Stream('7', 'patience').uniform() // => true
   */
  uniform(): number {
    return this.#next();
  }

  /** Fills a block with the next numbers, in order. */
  fill(block: Float64Array): void {
    for (let i = 0; i < block.length; i++) block[i] = this.#next();
  }
}
