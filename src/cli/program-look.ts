import { type Command, Option } from '@commander-js/extra-typings';
import { actionsFlag, chartsFlag, oneMore, replicationFlag, replicationsFlag, seedFlag } from './flags.ts';
import { ACTIONS_HELP, BRANCH, CHARTS, type Ending, examples, FILE, FORK_AT, SET } from './program-parts.ts';
import type { Terminal } from './terminal.ts';

export const addCheck = (program: Command, terminal: Terminal, ending: Ending): void => {
  program
    .command('check')
    .argument('<files...>', 'scenario files, with all their variants, or FILE#variant for one')
    .summary('find everything that is wrong in scenario files')
    .description(
      'Reads scenario files and prints everything that is wrong in them, each with file, line, column and what would be right.',
    )
    .option('--set <path=value>', SET, oneMore)
    .option('--json', 'print what was found as JSON')
    .option('-q, --quiet', 'print only problems')
    .addHelpText(
      'after',
      examples(
        'airbridge check my-scenario.yaml',
        'airbridge check scenarios/*.yaml --quiet',
        'airbridge check my-scenario.yaml --json | jq ".files[].problems[].message"',
      ),
    )
    .action(async (files, flags) => {
      const { check } = await import('./check.ts');
      ending.code = check(files, flags, terminal);
    });
};

export const addDescribe = (program: Command, terminal: Terminal): void => {
  program
    .command('describe')
    .argument('<file>', FILE)
    .summary('tell what a scenario says, and what is its likely bottleneck')
    .description(
      'Tells a scenario in plain English: who and what takes part, the way of people with what each stage lets through an hour, the numbers that are drawn, and where numbers come from.',
    )
    .option('--ledger', 'list every number of the file with its source')
    .option('--set <path=value>', SET, oneMore)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      examples(
        'airbridge describe 05-gates-and-processing',
        'airbridge describe kabul-48h --ledger',
        'airbridge describe kabul-48h --set gates.military.lanes=1',
        'airbridge describe kabul-48h --json | jq ".capacities[].least"',
      ),
    )
    .action(async (file, flags) => {
      const { describe } = await import('./describe.ts');
      describe(file, flags, terminal);
    });
};

export const addTrace = (program: Command, terminal: Terminal): void => {
  program
    .command('trace')
    .argument('<file>', FILE)
    .summary('tell one run as a story')
    .description(
      'Tells one replication day by day: what opened, closed, fell and left, and when. --party and --tail follow one family or one craft and say what each wait was for.',
    )
    .option('-k, --replication <k>', 'which replication, from 0', replicationFlag, 0)
    .option('-s, --seed <text>', 'decides everything random; same seed, same results', seedFlag, '1')
    .addOption(
      new Option('--party <population:ordinal>', 'follow one party, from 1').conflicts(['tail', 'jsonl']),
    )
    .addOption(new Option('--tail <fleet:number>', 'follow one craft, from 1').conflicts('jsonl'))
    .option('--jsonl', 'print everything that was recorded, one JSON object a line')
    .option('--set <path=value>', SET, oneMore)
    .option('-a, --actions <file>', ACTIONS_HELP, actionsFlag)
    .option('--fork-at <time>', FORK_AT)
    .option('--branch <text>', BRANCH)
    .option('--until <time>', 'tell only what happens up to this time: local time, or 24h')
    .addHelpText(
      'after',
      examples(
        'airbridge trace 01-one-aircraft',
        'airbridge trace kabul-48h --replication 3',
        'airbridge trace kabul-48h --party us-nationals:12',
        'airbridge trace kabul-48h --tail us-c-17:1',
        'airbridge trace kabul-48h --until 24h',
        'airbridge trace kabul-48h --actions decisions.jsonl --fork-at 24h --branch monday',
        'airbridge trace kabul-48h --jsonl > events.jsonl',
      ),
    )
    .action(async (file, flags) => {
      const { trace } = await import('./trace.ts');
      trace(file, flags, terminal);
    });
};

export const addVerify = (program: Command, terminal: Terminal, ending: Ending): void => {
  program
    .command('verify')
    .summary('hold airbridge against theory, formulas and history')
    .description(
      'Runs the engine against queueing theory, the model against planning formulas, and the shipped scenarios against what history records. Ends with 4 when a number that must hold does not; history is reported, never failed.',
    )
    .addOption(
      new Option('--only <part>', 'verify one part').choices(['theory', 'formulas', 'history'] as const),
    )
    .option('-r, --replications <n>', 'how many times to run each scenario of history', replicationsFlag, 50)
    .option('-s, --seed <text>', 'decides everything random in history', seedFlag, '1')
    .option('-o, --out <dir>', 'write verify.csv and a chart of every recorded series into this folder')
    .option('-f, --force', 'overwrite results that are in the folder')
    .option('--charts <forms>', CHARTS, chartsFlag)
    .option('--json', 'print the checks as JSON')
    .option('-q, --quiet', 'print nothing, only end with 0 or 4')
    .addHelpText(
      'after',
      examples(
        'airbridge verify',
        'airbridge verify --only formulas',
        'airbridge verify --only history --out check',
      ),
    )
    .action(async (flags) => {
      const { verify } = await import('./verify.ts');
      ending.code = await verify(flags, terminal);
    });
};

export const addSchema = (program: Command, terminal: Terminal): void => {
  program
    .command('schema')
    .summary('print the JSON Schema of scenario files')
    .description(
      'Prints the JSON Schema of scenario files, for editors that complete and check while you type.',
    )
    .addHelpText('after', examples('airbridge schema > airbridge.schema.json'))
    .action(async () => {
      const { schema } = await import('./schema.ts');
      schema(terminal);
    });
};

export const addList = (program: Command, terminal: Terminal): void => {
  program
    .command('list')
    .summary('list the scenarios that come with airbridge')
    .description('Lists the scenarios that come with airbridge: name, title, question, variants and file.')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', examples('airbridge list', 'airbridge list --json'))
    .action(async (flags) => {
      const { list } = await import('./list.ts');
      list(flags, terminal);
    });
};
