import pc from 'picocolors';

/** The colours that output is painted with; every function returns its text as it is where there is no colour. */
export type Colours = Pick<
  ReturnType<typeof pc.createColors>,
  'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan'
>;

/** What a command prints on. */
export interface Terminal {
  /** results */
  out(text: string): void;
  /** problems and progress */
  err(text: string): void;
  readonly outColours: Colours;
  readonly errColours: Colours;
  /** whether somebody watches what goes to `err` */
  readonly watched: boolean;
  /** columns of the terminal that results are printed on; 0 where that is none */
  readonly columns: number;
  /** shows the stack of unexpected errors */
  readonly debug: boolean;
}

/** A stream that may be a terminal. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Whether a stream takes colours: https://no-color.org, and FORCE_COLOR for those who pipe into a pager. */
const takesColour = (stream: Stream, env: NodeJS.ProcessEnv): boolean => {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && env.TERM !== 'dumb';
};

/**
 * The terminal of a process.
 *
 * @param out results go here
 * @param err problems and progress go here
 * @param env NO_COLOR, FORCE_COLOR, TERM and AIRBRIDGE_DEBUG are heeded
 */
export const terminalOf = (out: Stream, err: Stream, env: NodeJS.ProcessEnv): Terminal => ({
  out: (text) => void out.write(text),
  err: (text) => void err.write(text),
  outColours: pc.createColors(takesColour(out, env)),
  errColours: pc.createColors(takesColour(err, env)),
  watched: err.isTTY === true && env.TERM !== 'dumb',
  columns: out.isTTY === true ? (out.columns ?? 0) : 0,
  debug: env.AIRBRIDGE_DEBUG === '1',
});

/** Time between two drawings of the progress, in milliseconds. */
const REDRAW = 100;

/**
 * A counter on the last line of the terminal, nothing where nobody watches.
 *
 * @param what is counted: `replications`
 * @returns functions that show how far the work is, and wipe the line at its end
 */
export const progressOn = (
  terminal: Terminal,
  what: string,
): { show(done: number, total: number): void; end(): void } => {
  if (!terminal.watched) return { show: () => undefined, end: () => undefined };
  let drawn = 0;
  return {
    show(done, total) {
      const now = performance.now();
      if (now - drawn < REDRAW && done < total) return;
      drawn = now;
      terminal.err(`\r${done} of ${total} ${what}\x1b[K`);
    },
    end: () => terminal.err('\r\x1b[K'),
  };
};
