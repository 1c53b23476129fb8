/** What is needed to get the same bytes again: no clock, no machine, no number of workers. */
export interface Provenance {
  readonly airbridge: string;
  readonly scenario: { readonly name: string; readonly title: string; readonly sha256: string };
  readonly seed: string;
  readonly replications: number;
  /** first replication, 0 unless a later batch was asked for */
  readonly first: number;
  /** the command as typed after `airbridge`, one word each */
  readonly command: readonly string[];
  /** fingerprint of the decisions taken from a file; absent when there were none */
  readonly actions?: { readonly count: number; readonly sha256: string };
}

/** What the caller knows of a run. */
export interface RunFacts {
  readonly version: string;
  readonly catalogue: { readonly name: string; readonly title: string };
  /** of the resolved scenario: after `extends`, variant and `--set` */
  readonly scenarioSha256: string;
  readonly seed: string;
  readonly replications: number;
  readonly first?: number;
  readonly command: readonly string[];
  readonly actions?: { readonly count: number; readonly sha256: string };
}

/**
 * The record of a run, in a fixed order of keys.
 *
 * @example
 * const catalogue = { name: 'kabul-48h', title: 'Kabul' };
 * provenance({ version: '0.1.0', catalogue, scenarioSha256: 'ab', seed: 's', replications: 2, command: ['run'] }).first // => 0
 */
export function provenance(facts: RunFacts): Provenance {
  return {
    airbridge: facts.version,
    scenario: { name: facts.catalogue.name, title: facts.catalogue.title, sha256: facts.scenarioSha256 },
    seed: facts.seed,
    replications: facts.replications,
    first: facts.first ?? 0,
    command: facts.command,
    ...(facts.actions === undefined ? {} : { actions: facts.actions }),
  };
}

/** Provenance as the text of `provenance.json`. */
export const provenanceJson = (record: Provenance): string => `${JSON.stringify(record, null, 2)}\n`;
