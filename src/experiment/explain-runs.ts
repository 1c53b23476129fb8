import type { Constraint, Outcome } from '../model/index.ts';
import type { RemotePlan } from './compare.ts';
import { replicateOn } from './run.ts';

/** What an explanation needs of one run. */
export interface Observed {
  readonly people: number;
  /** person-hours of waiting, whatever they are charged to */
  readonly hours: number;
  readonly ceiling: number | null;
  readonly reached: number | null;
  /** share of the samples up to the end of the window at which each constraint binds */
  readonly binding: readonly number[];
}

/** How often a constraint binds. */
export interface BindingShare {
  readonly constraint: Constraint;
  readonly label: string;
  /** share of the time up to the end of the window, over all runs */
  readonly share: number;
}

/** Rise of a constraint's share, in shares of the time, that is worth telling. */
const RISE = 0.005;

/** Of one number or more. */
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The runs of one plan, as many as have been asked for so far. */
export class Runs {
  /** by replication; null where one failed */
  readonly rows: (Observed | null)[] = [];
  readonly #plan: RemotePlan;
  readonly #seed: string;
  readonly #counted: () => void;

  /** @throws RangeError when the plan carries no evacuees */
  constructor(plan: RemotePlan, seed: string, counted: () => void) {
    this.#plan = plan;
    this.#seed = seed;
    this.#counted = counted;
    if (this.#place('people-out') < 0)
      throw new RangeError(`${plan.catalogue.name} has nobody to carry: there is no measure people-out`);
  }

  /** of the plan */
  get name(): string {
    return this.#plan.catalogue.name;
  }

  /** Runs on until there are so many. */
  async upTo(replications: number): Promise<void> {
    const first = this.rows.length;
    if (replications <= first) return;
    for (let k = first; k < replications; k++) this.rows.push(null);
    const batch = {
      seed: this.#seed,
      first,
      replications: replications - first,
      onProgress: this.#counted,
      onFailure: (): void => undefined,
    };
    for await (const outcome of replicateOn(this.#plan.executor, batch))
      this.rows[outcome.replication] = this.#observe(outcome);
  }

  #place(id: string): number {
    return this.#plan.catalogue.measures.findIndex((spec) => spec.id === id);
  }

  #observe({ measures, series }: Outcome): Observed {
    const { catalogue } = this.#plan;
    const measured = (id: string): number | null => measures[this.#place(id)] ?? null;
    let hours = 0;
    for (const [index, { id }] of catalogue.measures.entries())
      if (id.startsWith('lost-to.')) hours += measures[index]!;
    const samples = catalogue.grid.filter((at) => at <= catalogue.window).length;
    const binding = catalogue.series.flatMap(({ topic }, index) =>
      topic === 'constraint' ? [mean(series[index]!.slice(0, samples))] : [],
    );
    return {
      people: measured('people-out')!,
      hours,
      ceiling: measured('ceiling'),
      reached: measured('ceiling-reached'),
      binding,
    };
  }

  get #finished(): readonly Observed[] {
    return this.rows.filter((row) => row !== null);
  }

  /** Means of people out, ceiling and share reached. */
  level(): { readonly people: number; readonly ceiling: number | null; readonly reached: number | null } {
    const rows = this.#finished;
    const meanOf = (values: readonly (number | null)[]): number | null => {
      const known = values.filter((value) => value !== null);
      return known.length === 0 ? null : mean(known);
    };
    return {
      people: meanOf(rows.map(({ people }) => people)) ?? 0,
      ceiling: meanOf(rows.map(({ ceiling }) => ceiling)),
      reached: meanOf(rows.map(({ reached }) => reached)),
    };
  }

  /** How often each constraint binds, the most frequent first. */
  binding(rows: readonly Observed[] = this.#finished): readonly BindingShare[] {
    return this.#plan.catalogue.series
      .filter(({ topic }) => topic === 'constraint')
      .map(({ id, label }, index) => ({
        constraint: id.slice(id.indexOf('.') + 1) as Constraint,
        label,
        share: rows.length === 0 ? 0 : mean(rows.map((row) => row.binding[index]!)),
      }))
      .toSorted((a, b) => b.share - a.share);
  }

  /** The constraint that binds more often here than in the base, by how much; none where nothing moved. */
  behind(base: Runs, widened: Constraint): BindingShare | null {
    const before = base.binding(base.rows.slice(0, this.rows.length).filter((row) => row !== null));
    const risen = this.binding()
      .map((each) => {
        const share = before.find(({ constraint }) => constraint === each.constraint)?.share ?? 0;
        return { ...each, share: each.share - share };
      })
      .filter(({ constraint, share }) => constraint !== widened && share > RISE)
      .toSorted((a, b) => b.share - a.share);
    return risen[0] ?? null;
  }
}
