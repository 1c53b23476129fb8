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
  /** columns of the terminal that progress is drawn on; 80 where that is not known */
  readonly errColumns: number;
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
  errColumns: err.columns || 80,
  debug: env.AIRBRIDGE_DEBUG === '1',
});

/** Time between two drawings of the progress, in milliseconds. */
const REDRAW = 100;

/** Drawings over which the time left is reckoned: the last five seconds. */
const REMEMBERED = 50;

/** How far the work is, on the last line of the terminal. */
export interface Progress {
  show(done: number, total: number): void;
  /** wipes the line */
  end(): void;
}

/** Longest bar, and shortest that says anything. */
const BAR = { most: 24, least: 5 };

/** Columns of what stands behind the bar, but for what is counted: ` 100 % | 100000 of 100000 … | 59m59s left`. */
const BESIDE_BAR = 40;

/** What the line of the progress looks like in so many columns: a line that is broken could not be wiped. */
const looksIn = (columns: number, what: string): { readonly format: string; readonly barsize: number } => {
  const barsize = Math.min(BAR.most, columns - 1 - BESIDE_BAR - what.length);
  const left = '{eta_formatted} left';
  return barsize < BAR.least
    ? { format: `{percentage} % | ${left}`, barsize: 0 }
    : { format: `{bar} {percentage} % | {value} of {total} ${what} | ${left}`, barsize };
};

const NO_PROGRESS: Progress = { show: () => undefined, end: () => undefined };

/**
 * A bar with the time left on the last line of the terminal, nothing where nobody watches.
 *
 * @param what is counted: `replications`
 */
export const progressOn = async (terminal: Terminal, what: string): Promise<Progress> => {
  if (!terminal.watched) return NO_PROGRESS;
  const { default: progress } = await import('cli-progress');
  const stream = { isTTY: true, write: terminal.err } as unknown as NodeJS.WritableStream;
  const looks = {
    ...looksIn(terminal.errColumns, what),
    ...{ hideCursor: null, clearOnComplete: true, linewrap: null },
  };
  const bar = new progress.SingleBar(
    { stream, etaBuffer: REMEMBERED, fps: 4, gracefulExit: false, ...looks },
    progress.Presets.legacy,
  );
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(done, total) {
      const now = performance.now();
      if (now - drawn < REDRAW && done < total) return;
      if (drawn === Number.NEGATIVE_INFINITY) bar.start(total, done);
      drawn = now;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
};
