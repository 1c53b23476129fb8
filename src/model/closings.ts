/** The cause of an order that is no incident's: timeline, policy, fall of a place or decision. */
export const BY_ORDER = 'order';

/**
 * Who keeps closed what orders open and close: gates, roads, runways and sites. An incident that is over takes back its
 * own closing and no other, so that of two that overlap the first to end opens nothing; any other order opens for all.
 */
export class Closings {
  readonly #causes = new Map<object, Set<string>>();

  /**
   * Notes an order to close something.
   *
   * @param by `BY_ORDER`, or the incident
   * @param isOpen whether it was open until now: what was closed without an order stays so after an incident
   */
  close(what: object, by: string, isOpen: boolean): void {
    const causes = this.#causes.get(what) ?? new Set();
    if (!isOpen && causes.size === 0) causes.add(BY_ORDER);
    causes.add(by);
    this.#causes.set(what, causes);
  }

  /** Notes an order to open it; whether nothing keeps it closed any more. */
  open(what: object, by: string): boolean {
    const causes = this.#causes.get(what);
    if (causes === undefined) return true;
    if (!causes.delete(by) || by === BY_ORDER) causes.clear();
    return causes.size === 0;
  }
}
