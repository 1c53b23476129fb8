import type { Station } from './station.ts';

/** A gate whose lanes need officers of a desk beside them. */
export interface Borrower {
  readonly gate: Station;
  /** officers that one lane takes, above 0; may be a fraction */
  readonly perLane: number;
}

/** Rounding of a product such as 3 lanes × 0.1 officers. */
const ERROR = 1e-9;

/**
 * Officers of one desk who stand at gates as well: gates at work take them first, in the order of the file,
 * and work with as many lanes as they get officers for; the desk keeps the rest.
 */
export const shareOfficers = (desk: Station, borrowers: readonly Borrower[]): void => {
  const share = (): void => {
    let free = desk.servers;
    for (const { gate, perLane } of borrowers) {
      const wanted = gate.isAtWork ? gate.servers : 0;
      const lanes = Math.min(wanted, Math.floor(free / perLane + ERROR));
      free -= Math.ceil(lanes * perLane - ERROR);
      gate.limit('officers', lanes);
    }
    desk.limit('lent', free);
  };
  for (const station of [desk, ...borrowers.map(({ gate }) => gate)]) station.changed.listen(share);
  share();
};
