/** Numbers in a block: 512 KB, so that growing costs no copy and no block is noticeable. */
const BLOCK = 65_536;

/**
 * Rows of numbers that grow without a box for each number and without copies: 100,000 replications of 100 measures take 80 MB.
 *
 * @example
 * const table = new Table(2);
 * for (const row of [[3, 10], [1, 20], [2, 30]]) table.add(row);
 * [...table.sorted(0)] // => [1, 2, 3]
 * [...table.row(1)] // => [1, 20]
 */
export class Table {
  readonly width: number;
  readonly #perBlock: number;
  readonly #blocks: Float64Array[] = [];
  #length = 0;

  /** @param width numbers in a row, 0 or more */
  constructor(width: number) {
    this.width = width;
    this.#perBlock = Math.max(1, Math.floor(BLOCK / Math.max(1, width)));
  }

  /** rows */
  get length(): number {
    return this.#length;
  }

  /**
   * Adds a copy of a row.
   *
   * @param row as many numbers as the table is wide
   */
  add(row: ArrayLike<number>): void {
    if (this.#length === this.#blocks.length * this.#perBlock)
      this.#blocks.push(new Float64Array(this.#perBlock * this.width));
    this.#length += 1;
    this.row(this.#length - 1).set(row);
  }

  /** One row, which is not to be changed; only until rows are left out. */
  row(index: number): Float64Array {
    const start = (index % this.#perBlock) * this.width;
    return this.#blocks[Math.floor(index / this.#perBlock)]!.subarray(start, start + this.width);
  }

  /** A copy of a column in ascending order, `Infinity` last. */
  sorted(column: number): Float64Array {
    const values = new Float64Array(this.#length);
    let next = 0;
    for (const block of this.#blocks)
      for (let at = column; at < block.length && next < values.length; at += this.width)
        values[next++] = block[at]!;
    return values.sort();
  }

  /** Leaves out every second row, the first one stays; their room is used again. */
  thin(): void {
    const kept = Math.ceil(this.#length / 2);
    for (let index = 1; index < kept; index += 1) this.row(index).set(this.row(2 * index));
    this.#length = kept;
  }
}
