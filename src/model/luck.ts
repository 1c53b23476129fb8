import { IndexedStream, quantile, type Simulation, type Stream } from '../kernel/index.ts';
import type { Distribution } from '../scenario/index.ts';

/**
 * Draws everything random that is not a party's own: one named stream per purpose, so that adding a
 * purpose changes no other.
 */
export class Luck {
  readonly #sim: Simulation;
  readonly #drawn = new Map<string, number>();
  /** put before the name of every stream once the run has branched off */
  #salt = '';

  constructor(sim: Simulation) {
    this.#sim = sim;
  }

  /**
   * What is drawn from now on is drawn from streams of this branch. Quantities of the whole run that are drawn
   * already stay.
   *
   * @param salt any text; branches of one text have the same luck
   */
  branchOff(salt: string): void {
    this.#salt = `branch/${salt}/`;
  }

  /** The streams of which branch are drawn from; empty before any. */
  get branch(): string {
    return this.#salt;
  }

  #stream(path: string): Stream {
    return this.#sim.stream(this.#salt + path);
  }

  /** The next number of a path, in [0, 1). */
  uniform(path: string): number {
    return this.#stream(path).uniform();
  }

  /** A quantity that is drawn once for the whole run, named by its path in the scenario. */
  once(path: string, distribution: Distribution): number {
    if (distribution.kind === 'fixed') return distribution.value;
    const known = this.#drawn.get(path);
    if (known !== undefined) return known;
    const value = quantile(distribution)(this.uniform(path));
    this.#drawn.set(path, value);
    return value;
  }

  /** Paths of the random quantities drawn once so far, in the order of drawing. */
  get drawnOnce(): readonly string[] {
    return [...this.#drawn.keys()];
  }

  /** As {@link once}, to the nearest whole number, never below zero. */
  whole(path: string, distribution: Distribution): number {
    return Math.max(0, Math.round(this.once(path, distribution)));
  }

  /** A quantity that is drawn anew each time, in the order of asking: the k-th sortie of a tail gets the k-th. */
  series(path: string, distribution: Distribution): () => number {
    if (distribution.kind === 'fixed') return () => distribution.value;
    const draw = quantile(distribution);
    let stream: Stream | undefined;
    let branch = '';
    return () => {
      if (stream === undefined || branch !== this.#salt) {
        stream = this.#stream(path);
        branch = this.#salt;
      }
      return draw(stream.uniform());
    };
  }

  /**
   * One value of a distribution with the next luck of its path: what is asked for now and then, each time
   * perhaps of another distribution.
   */
  next(path: string, distribution: Distribution): number {
    if (distribution.kind === 'fixed') return distribution.value;
    return quantile(distribution)(this.uniform(path));
  }

  /** Numbers of a path that are known by their index; of the branch with that salt. */
  indexed(path: string, salt: string): IndexedStream {
    return IndexedStream.of(this.#sim.seed, salt + path);
  }

  /** The next so many numbers of a path. */
  drawn(path: string, count: number): Float64Array {
    const numbers = new Float64Array(count);
    this.#stream(path).fill(numbers);
    return numbers;
  }
}
