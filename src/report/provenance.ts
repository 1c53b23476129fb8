/** What decided the results besides what was asked for, and what became of them. */
interface Particulars {
  /** fingerprint of the decisions taken from a file; absent when there were none */
  readonly actions?: { readonly count: number; readonly sha256: string };
  /** how well the mean of a measure was to be known, and is; absent when the number of replications was given */
  readonly precision?: {
    readonly asked: string;
    /** replications from which on it was met; null when the budget ended first */
    readonly since: number | null;
    /** half-width of the 95 % interval, as it was asked for: a share of the mean, or in the measure's unit */
    readonly halfWidth: number | null;
  };
  /** replications that could not be finished and are in no result; absent when there were none */
  readonly failed?: readonly { readonly replication: number; readonly failure: string }[];
  /** texts of the scenario, of those it extends and of the decisions, by the paths that `command` and they name */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** What is needed to get the same bytes again: no clock, no machine, no number of workers. */
export interface Provenance extends Particulars {
  readonly airbridge: string;
  /** version of Node; results do not depend on it as far as is known, and where they should, it explains why */
  readonly node: string;
  readonly scenario: { readonly name: string; readonly title: string; readonly sha256: string };
  readonly seed: string;
  readonly replications: number;
  /** first replication, 0 unless a later batch was asked for */
  readonly first: number;
  /** the command as typed after `airbridge`, one word each */
  readonly command: readonly string[];
}

/** What the caller knows of a run. */
export interface RunFacts extends Particulars {
  readonly version: string;
  readonly node: string;
  readonly catalogue: { readonly name: string; readonly title: string };
  /** of the resolved scenario: after `extends`, variant and `--set` */
  readonly scenarioSha256: string;
  readonly seed: string;
  readonly replications: number;
  readonly first?: number;
  readonly command: readonly string[];
}

/**
 * The record of a run, in a fixed order of keys.
 *
 * @example
 * const catalogue = { name: 'kabul-48h', title: 'Kabul' };
 * const facts = { version: '0.1.0', node: '20.19.0', catalogue, scenarioSha256: 'ab', seed: 's', replications: 2, command: ['run'] };
 * provenance(facts).first // => 0
 */
export function provenance(facts: RunFacts): Provenance {
  return {
    airbridge: facts.version,
    node: facts.node,
    scenario: { name: facts.catalogue.name, title: facts.catalogue.title, sha256: facts.scenarioSha256 },
    seed: facts.seed,
    replications: facts.replications,
    first: facts.first ?? 0,
    command: facts.command,
    ...(facts.actions === undefined ? {} : { actions: facts.actions }),
    ...(facts.precision === undefined ? {} : { precision: facts.precision }),
    ...(facts.failed === undefined || facts.failed.length === 0 ? {} : { failed: facts.failed }),
    ...(facts.inputs === undefined ? {} : { inputs: facts.inputs }),
  };
}
