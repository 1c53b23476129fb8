import { formatNumber } from '../analysis/index.ts';
import type { RunEvent } from '../model/index.ts';

/** One thing that mattered. */
export interface Entry {
  /** minutes after the start */
  readonly at: number;
  /** entries of one kind on one day are told together where they are many */
  readonly key: string;
  readonly text: string;
}

/** Events of one kind. */
export type EventOf<Kind extends RunEvent['kind']> = Extract<RunEvent, { kind: Kind }>;

/** The events of one kind, in their order. */
export const only = <Kind extends RunEvent['kind']>(
  events: readonly RunEvent[],
  kind: Kind,
): readonly EventOf<Kind>[] => events.filter((event): event is EventOf<Kind> => event.kind === kind);

/** A whole number for a sentence. */
export const count = (value: number): string => formatNumber(value, 0);
