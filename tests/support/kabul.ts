import { compile, type Model } from '../../src/model/index.ts';
import { shipped } from './files.ts';

/** The variants of kabul-48h, and the file itself. */
export const KABUL_VARIANTS: readonly (string | undefined)[] = [undefined, ...shipped('kabul-48h').variants];

/** One of them, ready to run. */
export const kabul = (variant?: string): Model => compile(shipped('kabul-48h', variant).scenario);

/** A measure of many replications. */
export const measured = (model: Model, id: string, replications: number): number[] => {
  const index = model.catalogue.measures.findIndex((each) => each.id === id);
  if (index < 0) throw new Error(`there is no ${id}`);
  return Array.from(
    { length: replications },
    (_, replication) => model.run({ seed: 'kabul', replication }).measures[index]!,
  );
};
