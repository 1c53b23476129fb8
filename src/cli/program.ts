import { Command, CommanderError, type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { EXIT, InputError } from './errors.ts';
import {
  actionsFlag,
  chartsFlag,
  countFlag,
  eventBudgetFlag,
  firstFlag,
  jobsFlag,
  MAX_DEFAULT,
  oneMore,
  pointsFlag,
  replicationsFlag,
  seedFlag,
} from './flags.ts';
import { DISK, type Inputs } from './inputs.ts';
import { version } from './package.ts';
import { addCheck, addDescribe, addList, addSchema, addTrace, addVerify } from './program-look.ts';
import { ACTIONS_HELP, BRANCH, CHARTS, type Ending, examples, FILE, FORK_AT, SET } from './program-parts.ts';
import { reportError } from './report-error.ts';
import type { Terminal } from './terminal.ts';
import { WIDTH } from './text.ts';

/** A subcommand with what it needs; its flags are in its own help. */
const subcommandTerm = (command: CommandUnknownOpts): string =>
  [
    command.name(),
    ...command.registeredArguments.map((each) => `<${each.name()}${each.variadic ? '...' : ''}>`),
  ].join(' ');

const root = (terminal: Terminal) =>
  new Command('airbridge')
    .description(
      'Simulates an air bridge hour by hour: troops fly in, an embassy draws down, families come to the gates, and aircraft carry them out before the window closes. For teaching and exercises, not for planning a real operation.',
    )
    .version(version())
    .option('--no-color', 'print without colours, as with NO_COLOR=1')
    .configureHelp({ helpWidth: WIDTH, minWidthToWrap: 20, subcommandTerm })
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(terminal.errColours.red(text)),
    })
    .exitOverride()
    .showHelpAfterError('(add --help for what can be given)')
    .addHelpText(
      'after',
      examples(
        'airbridge list',
        'airbridge run scenarios/kabul-48h.yaml',
        'airbridge run scenarios/kabul-48h.yaml --out results',
        'airbridge compare kabul-48h kabul-48h#force-two-days-late',
        'airbridge check my-scenario.yaml',
      ),
    )
    .addHelpText(
      'after',
      '\nWhat --json prints: docs/json.md.\nExit codes: 0 done, 1 failed, 2 invalid input, 3 precision not reached,\n4 verification failed.',
    );

const GUESS =
  'what you expect, to be told beside the result: a question that `describe` lists, and a value; may be repeated';

/** The flags of commands that run replications: in batches, on workers, with a journal. */
const withRunFlags = <Args extends unknown[]>(command: Command<Args>, replications = 200) =>
  command
    .option('-r, --replications <n>', 'how many times to run it', replicationsFlag, replications)
    .option('-s, --seed <text>', 'decides everything random; same seed, same results', seedFlag, '1')
    .option('--set <path=value>', SET, oneMore)
    .option('-a, --actions <file>', ACTIONS_HELP, actionsFlag)
    .option('-o, --out <dir>', 'write tables, charts and the record of the run into this folder')
    .option('-f, --force', 'overwrite results that are in the folder')
    .option('--charts <forms>', CHARTS, chartsFlag)
    .option('--json', 'print the results as JSON')
    .option('-q, --quiet', 'print no results, only problems')
    .option('--resume', 'go on with the unfinished run that is in the folder')
    .option(
      '-j, --jobs <n>',
      'how many run at once; results do not depend on it (default: as needed)',
      jobsFlag,
    )
    .option('--event-budget <n>', 'give a replication up after so many events', eventBudgetFlag)
    .option('--audit', 'check that everybody is in one place, and more, while running')
    .addOption(new Option('--scratch', 'keep no journal: the results are thrown away').hideHelp());

/** The flag of commands whose replications may begin with another number. */
const FIRST = 'number of the first replication, for one more batch or to see one again';

const addRun = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  withRunFlags(program.command('run').argument('<file>', FILE))
    .option('--first <n>', FIRST, firstFlag)
    .option('-g, --guess <question=value>', GUESS, oneMore)
    .option('-e, --explain', 'also find what one more of everything is worth, as `explain` does')
    .option('--fork-at <time>', FORK_AT)
    .option('--branch <text>', BRANCH)
    .option('-p, --precision <text>', 'go on until a mean is so well known: "5 % of people-out"')
    .option('--max <n>', `most replications with --precision (default: ${MAX_DEFAULT})`, replicationsFlag)
    .summary('run a scenario and show what happens')
    .description('Runs a scenario many times and prints its headline results with intervals.')
    .addHelpText(
      'after',
      examples(
        'airbridge run kabul-48h',
        'airbridge run scenarios/kabul-48h.yaml#force-two-days-late --seed 7',
        'airbridge run kabul-48h --replications 1000 --jobs 2 --out results',
        'airbridge run kabul-48h --precision "1 % of people-out" --max 5000',
        'airbridge run kabul-48h --set fleets.us-c-17.count=18',
        'airbridge run kabul-48h --explain --out results',
        'airbridge run kabul-48h --out results --charts none',
        'airbridge run kabul-48h --guess out=5000 --guess fall=30',
        'airbridge run kabul-48h --actions decisions.jsonl',
        'airbridge run kabul-48h --actions decisions.jsonl --fork-at 36h --branch 1',
        'airbridge run kabul-48h --json | jq ".measures[] | {id, mean, low, high}"',
      ),
    )
    .action(async (file, flags, command) => {
      if (flags.precision !== undefined && command.getOptionValueSource('replications') === 'cli')
        throw new InputError(
          '--precision finds the number of replications: give --max instead of --replications',
        );
      if (flags.precision === undefined && flags.max !== undefined)
        throw new InputError('--max belongs to --precision: give --replications');
      const { run } = await import('./run.ts');
      ending.code = await run(file, flags, terminal, ending.inputs);
    });
};

const OTHERS = 'what to compare with it: scenarios, or decisions taken in it (JSON Lines, FILE.jsonl)';

const addCompare = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  withRunFlags(program.command('compare').argument('<base>', FILE).argument('<others...>', OTHERS))
    .option('--first <n>', FIRST, firstFlag)
    .summary('tell whether one plan does better than another')
    .description(
      'Runs several scenarios on the same random futures and prints their paired differences from the first, with 95 % intervals and a verdict in words.',
    )
    .addHelpText(
      'after',
      examples(
        'airbridge compare kabul-48h kabul-48h#force-two-days-late',
        'airbridge compare base.yaml more-gates.yaml more-aircraft.yaml --seed 7',
        'airbridge compare kabul-48h team-a.jsonl team-b.jsonl',
        'airbridge compare kabul-48h kabul-48h#force-two-days-late --out differences',
      ),
    )
    .action(async (base, others, flags) => {
      const { compare } = await import('./compare.ts');
      ending.code = await compare([base, ...others], flags, terminal, ending.inputs);
    });
};

const addRerun = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  program
    .command('rerun')
    .argument('<provenance>', 'the provenance.json of results, or their folder')
    .option('-o, --out <dir>', 'write the results into this folder once more')
    .option('-c, --check', 'write nothing, only compare')
    .option('--json', 'print what differs as JSON')
    .option('-f, --force', 'overwrite results that are in the folder')
    .option('--resume', 'go on with the unfinished run that is in the folder')
    .option('-j, --jobs <n>', 'how many run at once (default: as needed)', jobsFlag)
    .summary('get the same results again from their record, or check them')
    .description(
      'Runs again what the record of results says, from the texts in the record, and compares the new files with those beside the record, byte by byte. Where they differ, it says in what airbridge, scenario or Node are not what they were. Exit code 4 when something differs.',
    )
    .addHelpText(
      'after',
      examples('airbridge rerun results/provenance.json --check', 'airbridge rerun results --out again'),
    )
    .action(async (path, flags) => {
      const { rerun } = await import('./rerun.ts');
      ending.code = await rerun(path, flags, terminal, airbridge);
    });
};

const MEASURE =
  'what to look at: the id of a measure, as docs/glossary.md and `run --json` list them (default: people-out)';
const VARY = 'what to vary: path=5..40, path=5..40:5 (steps), path=1,2,4; may be repeated';

const addRank = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  withRunFlags(
    program
      .command('rank')
      .argument('<files...>', `${FILE}; behind it also FILE.jsonl, decisions taken in it`),
  )
    .option('-m, --measure <id>', MEASURE)
    .option('--vary <path=values>', VARY, oneMore)
    .option('--points <n>', 'levels of each range that has no steps (default: 5)', pointsFlag)
    .summary('find the best of many plans')
    .description(
      'Finds the plans among which the best one is, with 95 % confidence. All meet the same random futures; plans that others clearly beat get no more runs. --replications is the most that one plan gets.',
    )
    .addHelpText(
      'after',
      examples(
        'airbridge rank kabul-48h kabul-48h#embassy-at-once kabul-48h#twelve-more-aircraft',
        'airbridge rank a.yaml b.yaml c.yaml d.yaml --measure left-behind --replications 400',
        'airbridge rank kabul-48h --vary gates.military.lanes=1..6:1 --out lanes',
      ),
    )
    .action(async (files, flags) => {
      const { rank } = await import('./rank.ts');
      ending.code = await rank(files, flags, terminal, ending.inputs);
    });
};

const addSweep = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  withRunFlags(program.command('sweep').argument('<file>', FILE), 50)
    .requiredOption('--vary <path=values>', VARY, oneMore)
    .addOption(
      new Option('--design <name>', 'full: every combination; lhs: Latin hypercube; sobol: even spread')
        .choices(['full', 'lhs', 'sobol'] as const)
        .default('full' as const),
    )
    .option('--points <n>', 'full: levels of each range without steps; else how many points', pointsFlag)
    .option('-m, --measure <id>', `${MEASURE}; the files have all`)
    .option('--dry-run', 'print the points and how many runs they take, and stop')
    .summary('run a scenario at many points and see what moves')
    .description(
      'Runs a scenario with some of its values varied, on the same random futures at every point, and prints means and paired differences from the file as it stands, or from the first point where the file is none of them. With --out it writes every measure at every point as CSV and Parquet, and charts: lines for one value, a heat map for two.',
    )
    .addHelpText(
      'after',
      examples(
        'airbridge sweep kabul-48h --vary fleets.us-c-17.count=0..12:2',
        'airbridge sweep kabul-48h --vary gates.military.lanes=1,2,4 --vary desks.us-desk.officers=1,2,4',
        'airbridge sweep kabul-48h --vary "sites.al-udeid.beds=1000..9000:2000 people" --out beds',
        'airbridge sweep kabul-48h --vary fleets.us-c-17.count=2..20 \\',
        '  --vary "roads.kabul.turnedBack=0..30 %" --design lhs --points 40',
      ),
    )
    .action(async (file, flags) => {
      const { sweep } = await import('./sweep.ts');
      ending.code = await sweep(file, flags, terminal, ending.inputs);
    });
};

const addSensitivity = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  withRunFlags(program.command('sensitivity').argument('<file>', FILE), 20)
    .option('-m, --measure <id>', MEASURE)
    .option('--only <text>', 'move only numbers with this in their path; may be repeated', oneMore)
    .option('--trajectories <r>', 'also screen by Morris, with so many trajectories', countFlag, 0)
    .option('--top <n>', 'how many to print; the files have all', pointsFlag, 20)
    .option('--dry-run', 'print what would be moved, and stop')
    .summary('find the assumptions that move a result most')
    .description(
      "Moves each of the scenario's own uncertain numbers, one at a time and on the same random futures: what is drawn once a run to its 10 % and 90 % quantile, what is assumed or estimated by 25 % either way. With --trajectories all move together as well, as Morris has it.",
    )
    .addHelpText(
      'after',
      examples(
        'airbridge sensitivity kabul-48h',
        'airbridge sensitivity kabul-48h --only populations. --measure left-behind',
        'airbridge sensitivity kabul-48h --only fleets. --trajectories 10 --out moves',
        'airbridge sensitivity kabul-48h --dry-run',
      ),
    )
    .action(async (file, flags) => {
      const { sensitivity } = await import('./sensitivity.ts');
      ending.code = await sensitivity(file, flags, terminal, ending.inputs);
    });
};

const addExplain = (program: ReturnType<typeof root>, terminal: Terminal, ending: Ending): void => {
  withRunFlags(program.command('explain').argument('<file>', FILE), 60)
    .option('--screening <n>', 'pairs of runs after which only what may matter goes on', pointsFlag, 10)
    .option('--only <text>', 'try only steps with this in their path; may be repeated', oneMore)
    .option('--dry-run', 'print the steps that would be tried, and stop')
    .summary('find what one more of everything is worth')
    .description(
      'Runs a scenario again with one step more of each thing that limits the flow (a craft, a stand, a lane, an officer, 100 beds, 100 troops, units 6 h sooner …), on the same random futures, and prints the people and the hours of waiting gained, with 95 % intervals; says where that disagrees with what binds, and which two only help together.',
    )
    .addHelpText(
      'after',
      examples(
        'airbridge explain kabul-48h',
        'airbridge explain 03-stands -r 2',
        'airbridge explain kabul-48h --only fleets. --only sites. --replications 200 --jobs 4',
        'airbridge explain kabul-48h --out why',
        'airbridge explain kabul-48h --dry-run',
      ),
    )
    .action(async (file, flags) => {
      const { explain } = await import('./explain.ts');
      ending.code = await explain(file, flags, terminal, ending.inputs);
    });
};

/** Ends like commander says: help and version are no errors, everything else was typed wrongly. */
const endOf = (error: CommanderError): number => (error.exitCode === 0 ? EXIT.done : EXIT.invalid);

/**
 * The whole command.
 *
 * @param words what was typed behind `airbridge`
 * @param terminal to print on
 * @param inputs where texts come from
 * @returns the exit code; problems have been printed
 */
export const airbridge = async (
  words: readonly string[],
  terminal: Terminal,
  inputs: Inputs = DISK,
): Promise<number> => {
  const ending: Ending = { inputs, code: EXIT.done };
  try {
    const program = root(terminal);
    addRun(program, terminal, ending);
    addCompare(program, terminal, ending);
    addRank(program, terminal, ending);
    addSweep(program, terminal, ending);
    addSensitivity(program, terminal, ending);
    addDescribe(program, terminal);
    addTrace(program, terminal);
    addExplain(program, terminal, ending);
    addRerun(program, terminal, ending);
    addCheck(program, terminal, ending);
    addVerify(program, terminal, ending);
    addList(program, terminal);
    addSchema(program, terminal);
    await program.parseAsync(words, { from: 'user' });
    return ending.code;
  } catch (error) {
    return error instanceof CommanderError ? endOf(error) : await reportError(error, words, terminal);
  }
};
