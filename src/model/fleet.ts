import type { Fleet } from '../scenario/index.ts';
import type { SiteState } from './site.ts';

/** A fleet while the run goes on. */
export class FleetState {
  readonly id: string;
  readonly plan: Fleet;
  readonly base: SiteState;
  readonly pickup: SiteState;
  /** one flag per group: whom it carries */
  readonly carries: Uint8Array;
  /** seats launched towards the pickup and not yet loaded */
  committed = 0;
  /** craft to be taken out when next at the base */
  surplus = 0;
  tails = 0;
  /** the number of the last craft that joined */
  numbered = 0;
  /** sorties that left the pickup, people on them, and the seats they had */
  sorties = 0;
  carried = 0;
  seats = 0;
  diverts = 0;
  orbitMinutes = 0;

  constructor(id: string, plan: Fleet, base: SiteState, pickup: SiteState, carries: Uint8Array) {
    this.id = id;
    this.plan = plan;
    this.base = base;
    this.pickup = pickup;
    this.carries = carries;
  }

  /** People at the pickup who could fly with it now. */
  get demand(): number {
    return this.pickup.waiting.waiting(this.carries);
  }
}
