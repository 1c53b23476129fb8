import { kabul } from './kabul.ts';

/** Mean of paired differences from the file itself, and its standard error. */
export interface Difference {
  readonly mean: number;
  readonly error: number;
}

/** Compares variants with the file itself, measure by measure, on the same random futures; each is run once. */
export const compareOutcomes = (replications: number): ((variant: string, id: string) => Difference) => {
  const runs = new Map<string, readonly (readonly number[])[]>();
  const base = kabul();
  const measuresOf = (variant: string | undefined): readonly (readonly number[])[] => {
    const known = runs.get(variant ?? '');
    if (known !== undefined) return known;
    const model = variant === undefined ? base : kabul(variant);
    const rows = Array.from(
      { length: replications },
      (_, replication) => model.run({ seed: 'paired', replication }).measures,
    );
    runs.set(variant ?? '', rows);
    return rows;
  };
  return (variant, id) => {
    const index = base.catalogue.measures.findIndex((measure) => measure.id === id);
    const before = measuresOf(undefined);
    const changes = measuresOf(variant).map((row, replication) => row[index]! - before[replication]![index]!);
    const mean = changes.reduce((sum, change) => sum + change, 0) / replications;
    const squares = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (replications - 1) / replications) };
  };
};
