/**
 * Mean and standard deviation of several columns at once, one row at a time, without keeping the rows.
 *
 * Updates by Welford (1962), "Note on a method for calculating corrected sums of squares and products", Technometrics 4(3);
 * merging by Chan, Golub and LeVeque (1979), "Updating formulae and a pairwise algorithm for computing sample variances",
 * STAN-CS-79-773. Both keep their digits where the sum of squares would lose them.
 *
 * @example
 * const moments = new Moments(1);
 * for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) moments.add([value]);
 * moments.mean(0) // => 5
 * moments.variance(0) // => 4.571428571428571
 */
export class Moments {
  readonly width: number;
  #count = 0;
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;

  /**
   * @param width number of columns, 0 or more
   * @throws RangeError when the width is not a whole number of 0 or more
   */
  constructor(width: number) {
    if (!Number.isInteger(width) || width < 0)
      throw new RangeError(`columns must be 0 or more, got ${width}`);
    this.width = width;
    this.#mean = new Float64Array(width);
    this.#squares = new Float64Array(width);
  }

  /** rows added so far */
  get count(): number {
    return this.#count;
  }

  /**
   * Adds one row.
   *
   * @param row one finite number per column
   * @throws RangeError when the row has another length
   */
  add(row: ArrayLike<number>): void {
    if (row.length !== this.width) {
      throw new RangeError(`a row of ${this.width} numbers is needed, got ${row.length}`);
    }
    this.#count += 1;
    for (let column = 0; column < this.width; column += 1) {
      const delta = row[column]! - this.#mean[column]!;
      const mean = this.#mean[column]! + delta / this.#count;
      this.#mean[column] = mean;
      this.#squares[column]! += delta * (row[column]! - mean);
    }
  }

  /**
   * Adds all rows that another has seen, for instance in another worker. The last digit may differ from adding them one by one.
   *
   * @throws RangeError when the other has another number of columns
   */
  merge(other: Moments): void {
    if (other.width !== this.width) {
      throw new RangeError(`${this.width} columns are needed, got ${other.width}`);
    }
    const total = this.#count + other.#count;
    if (total === 0) return;
    for (let column = 0; column < this.width; column += 1) {
      const delta = other.#mean[column]! - this.#mean[column]!;
      this.#mean[column]! += (delta * other.#count) / total;
      this.#squares[column]! +=
        other.#squares[column]! + (delta * delta * this.#count * other.#count) / total;
    }
    this.#count = total;
  }

  /** Mean of a column; NaN before the first row. */
  mean(column: number): number {
    return this.#count === 0 ? Number.NaN : this.#mean[column]!;
  }

  /** Sample variance of a column (divisor n − 1); NaN before the second row. */
  variance(column: number): number {
    return this.#count < 2 ? Number.NaN : this.#squares[column]! / (this.#count - 1);
  }

  /** Sample standard deviation of a column (divisor n − 1); NaN before the second row. */
  deviation(column: number): number {
    return Math.sqrt(this.variance(column));
  }
}
