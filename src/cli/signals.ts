import type { EventEmitter } from 'node:events';
import { constants } from 'node:os';

/** What ends a process from outside, save `kill -9`: Ctrl-C, `kill`, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Tidies up when the process is ended from outside, and ends it then. Of several, the last one asked for goes first.
 *
 * @param tidy what to do; it must not wait for anything
 * @returns a function that takes the request back
 */
export const onSignal = (tidy: () => void): (() => void) => {
  const signals: EventEmitter = process;
  const hear = (signal: NodeJS.Signals): void => {
    tidy();
    // Others who asked come next; the last of them ends the process as the signal would have.
    if (signals.listenerCount(signal) <= 1) process.exit(128 + constants.signals[signal]);
    signals.removeListener(signal, hear);
  };
  for (const signal of SIGNALS) signals.prependListener(signal, hear);
  return () => {
    for (const signal of SIGNALS) signals.removeListener(signal, hear);
  };
};
