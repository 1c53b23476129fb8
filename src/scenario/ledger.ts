import type { Leaf } from './leaves.ts';
import { remembered } from './memo.ts';
import { dotted, written } from './tree.ts';

/** Where one number of a scenario comes from. */
export interface LedgerEntry {
  /** dotted path in the scenario */
  readonly path: string;
  /** as written in the file, or the default as the schema writes it */
  readonly value: string;
  readonly file: string;
  /** from 1; for a default, that of the mapping that leaves it out */
  readonly line: number;
  readonly source?: string;
  readonly assumed?: string;
  readonly note?: string;
  /** `default`: left to the schema; `none`: nobody says where it comes from */
  readonly grade: 'observed' | 'estimate' | 'assumed' | 'default' | 'none';
}

const entryOf = remembered((leaf: Leaf): LedgerEntry | undefined => {
  const { file, line } = leaf.place;
  const at = { path: dotted(leaf.path), file, line };
  if (leaf.kind === 'default') return { ...at, value: String(leaf.value), grade: 'default' };
  if (leaf.kind !== 'field' || leaf.field.kind === 'start') return undefined;
  const { annotation } = leaf.node;
  return { ...at, value: written(leaf.node), ...(annotation ?? { grade: 'none' }) };
});

/** Where the list stands whose item a leaf is. */
const listPath = remembered((leaf: Leaf): string | undefined =>
  typeof leaf.path.at(-1) === 'number' ? dotted(leaf.path.slice(0, -1)) : undefined,
);

/**
 * Every number and time of a scenario with its source, or the admission that it has none.
 * The numbers of one list make one entry. The start is not listed: it is the question's own.
 *
 * @param leaves all values of the resolved file
 */
export const ledgerOf = (leaves: readonly Leaf[]): readonly LedgerEntry[] => {
  const entries = new Map<string, LedgerEntry>();
  for (const leaf of leaves) {
    const entry = entryOf(leaf);
    if (entry === undefined) continue;
    const path = listPath(leaf) ?? entry.path;
    const before = entries.get(path);
    const value = before === undefined ? entry.value : `${before.value}, ${entry.value}`;
    entries.set(
      path,
      before === undefined && path === entry.path ? entry : { ...(before ?? entry), path, value },
    );
  }
  return [...entries.values()];
};
