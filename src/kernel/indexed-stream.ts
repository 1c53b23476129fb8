import { Stream } from './stream.ts';

/** The parity constant of Threefry's key schedule. */
const PARITY = 0x1bd11bda;

/**
 * A named stream whose numbers are known by their index: any one can be had at any time, in any order, and
 * nothing is kept. It is Threefry-2x32 with 13 rounds, the fewest that pass every test of BigCrush, of a key
 * that {@link Stream} draws from seed and name; a counter of two words makes each number.
 *
 * Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3. SC '11, table 2.
 */
export class IndexedStream {
  readonly #key0: number;
  readonly #key1: number;
  readonly #key2: number;

  /**
   * @param key two words of 32 bits, of which only those bits count
   */
  constructor([key0, key1]: readonly [number, number]) {
    this.#key0 = key0 | 0;
    this.#key1 = key1 | 0;
    this.#key2 = PARITY ^ key0 ^ key1;
  }

  /**
   * The stream of that name in a run.
   *
   * @param seed seed of the run
   * @param name purpose of the stream; any string
   * @throws RangeError when either is no string
   */
  static of(seed: string, name: string): IndexedStream {
    const keys = new Stream(seed, name);
    return new IndexedStream([keys.uniform() * 2 ** 32, keys.uniform() * 2 ** 32]);
  }

  /**
   * The number of an index, in [0, 1), with 53 random bits.
   *
   * @param index whole number from 0, below 2^32
   * @param turn tells numbers of one index apart: whole number from 0, below 2^32
   *
   * @example
   * const patience = IndexedStream.of('7', 'patience');
   * const third = patience.at(3, 0);
   * patience.at(1_000_000, 0);
   * patience.at(3, 0) === third // => true
   */
  at(index: number, turn: number): number {
    const [key0, key1, key2] = [this.#key0, this.#key1, this.#key2];
    // rounds are written out: as a loop over their rotations they take half as long again, and a run asks some ten times a party
    let a = (index + key0) | 0;
    let b = (turn + key1) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key1) | 0;
    b = (b + key2 + 1) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + key2) | 0;
    b = (b + key0 + 2) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key0) | 0;
    b = (b + key1 + 3) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    return ((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53;
  }
}
