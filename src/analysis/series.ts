import type { Catalogue, SeriesSpec } from '../model/outcome.ts';
import { clip, meanInterval } from './interval.ts';
import { quantile } from './quantile.ts';
import { Table } from './table.ts';
import { Moments } from './welford.ts';

/**
 * One series over all replications, every array aligned with `Catalogue.grid`. `low` to `high` is the 95 % interval of the
 * mean (zero wide with one replication, when there is none); `p05` to `p95` are quantiles of the runs at that instant.
 */
export interface SeriesSummary {
  readonly spec: SeriesSpec;
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

/** One series at one instant, without the runs: only one instant's runs are in memory twice. */
type Cell = Readonly<Record<Exclude<keyof SeriesSummary, 'spec'>, number>>;

/** 8 million numbers, 64 MB: assumed, because it leaves most of a small machine's memory to the runs. */
const ROOM = 8_000_000;

/**
 * All series of all replications in bounded memory. Means and their intervals come from every replication. Quantiles come from
 * the kept ones: all of them until the room is full, then every second, every fourth and so on; since replications are
 * independent, any of them chosen by number alone are a fair sample.
 *
 * @example
 * const store = new SeriesStore({ series: [{ id: 'out' }], grid: [0, 60] });
 * for (const people of [10, 20, 30]) store.add([[0, people]]);
 * store.summary()[0].mean // => [0, 20]
 * store.summary()[0].p75 // => [0, 25]
 */
export class SeriesStore {
  readonly #catalogue: Catalogue;
  readonly #moments: Moments;
  readonly #capacity: number;
  readonly #kept: Table;
  readonly #row: Float64Array;
  #stride = 1;

  /**
   * @param catalogue names the series and the grid
   * @param room how many numbers may be kept; at least two replications always are
   */
  constructor(catalogue: Catalogue, room: number = ROOM) {
    this.#catalogue = catalogue;
    const width = catalogue.series.length * catalogue.grid.length;
    this.#moments = new Moments(width);
    this.#kept = new Table(width);
    this.#row = new Float64Array(width);
    this.#capacity = Math.max(2, Math.floor(room / Math.max(1, width)));
  }

  /** how many replications the quantiles rest on */
  get kept(): number {
    return this.#kept.length;
  }

  /**
   * Adds the series of one replication.
   *
   * @throws RangeError when they are not those of the catalogue, or not finite
   */
  add(series: readonly (readonly number[])[]): void {
    this.#fill(series);
    const turn = this.#moments.count;
    this.#moments.add(this.#row);
    if (turn % this.#stride !== 0) return;
    if (this.#kept.length === this.#capacity) {
      this.#kept.thin();
      this.#stride *= 2;
    }
    if (turn % this.#stride === 0) this.#kept.add(this.#row);
  }

  /** Lays the series of one replication end to end. */
  #fill(series: readonly (readonly number[])[]): void {
    const steps = this.#catalogue.grid.length;
    if (series.length !== this.#catalogue.series.length) {
      throw new RangeError(`${this.#catalogue.series.length} series are needed, got ${series.length}`);
    }
    for (const [index, levels] of series.entries()) {
      if (levels.length !== steps || !levels.every(Number.isFinite)) {
        throw new RangeError(
          `series ${this.#catalogue.series[index]!.id}: ${steps} finite numbers are needed`,
        );
      }
      this.#row.set(levels, index * steps);
    }
  }

  /** Summarises what was added, at least one replication. */
  summary(): SeriesSummary[] {
    return this.#catalogue.series.map((spec, index) => this.#summariseOne(spec, index));
  }

  #summariseOne(spec: SeriesSpec, index: number): SeriesSummary {
    const steps = this.#catalogue.grid.length;
    const cells = Array.from({ length: steps }, (_, step) => this.#cell(spec, index * steps + step));
    return {
      spec,
      mean: cells.map((cell) => cell.mean),
      low: cells.map((cell) => cell.low),
      high: cells.map((cell) => cell.high),
      p05: cells.map((cell) => cell.p05),
      p25: cells.map((cell) => cell.p25),
      p50: cells.map((cell) => cell.p50),
      p75: cells.map((cell) => cell.p75),
      p95: cells.map((cell) => cell.p95),
    };
  }

  #cell(spec: SeriesSpec, column: number): Cell {
    const sorted = this.#kept.sorted(column);
    const mean = this.#moments.mean(column);
    const quantiles = {
      p05: quantile(sorted, 0.05),
      p25: quantile(sorted, 0.25),
      p50: quantile(sorted, 0.5),
      p75: quantile(sorted, 0.75),
      p95: quantile(sorted, 0.95),
    };
    if (this.#moments.count < 2) return { mean, low: mean, high: mean, ...quantiles };
    const interval = meanInterval(mean, this.#moments.deviation(column), this.#moments.count);
    const floor = sorted[0]! >= 0 ? 0 : Number.NEGATIVE_INFINITY;
    const { low, high } = clip(interval, floor, spec.limit ?? Number.POSITIVE_INFINITY);
    return { mean, low, high, ...quantiles };
  }
}
