import { type Way, waysOf } from '../analysis/index.ts';
import { resultIds } from '../model/index.ts';
import { type LedgerEntry, type LoadedScenario, loadScenario } from '../scenario/index.ts';
import { randomNumbers } from './describe-numbers.ts';
import { describeText, ledgerText } from './describe-text.ts';
import { readerFor } from './files.ts';
import { scenarioArgument } from './plan.ts';
import type { Terminal } from './terminal.ts';
import { jsonText } from './text.ts';

/** Flags of `describe`. */
export interface DescribeFlags {
  readonly set?: readonly string[] | undefined;
  readonly ledger?: true | undefined;
  readonly json?: true | undefined;
}

/** How many numbers of a scenario have each grade, in the order of trust. */
export const gradesOf = (
  ledger: readonly LedgerEntry[],
): readonly { readonly grade: LedgerEntry['grade']; readonly numbers: number }[] =>
  (['observed', 'estimate', 'assumed', 'default', 'none'] as const).map((grade) => ({
    grade,
    numbers: ledger.filter((entry) => entry.grade === grade).length,
  }));

/** Infinity has no place in JSON: no limit is null. */
const limited = (way: Way): object =>
  JSON.parse(JSON.stringify(way, (_key, value) => (value === Infinity ? null : value))) as object;

const printable = (
  { scenario, name, variants, ledger, numbers }: LoadedScenario,
  hasLedger: boolean,
): object => {
  const { title, question, description, zone, window, tail, questions } = scenario;
  return {
    name,
    title,
    question,
    ...(description === undefined ? {} : { description }),
    zone,
    window,
    tail,
    questions: Object.entries(questions).map(([id, each]) => ({ id, ...each })),
    variants,
    capacities: waysOf(scenario).map(limited),
    random: randomNumbers(numbers),
    grades: gradesOf(ledger),
    ...(hasLedger ? { ledger } : {}),
  };
};

/**
 * `airbridge describe`: what a scenario says, the way of its people with what each stage lets through, and where its numbers come from.
 *
 * @param argument `FILE` or `FILE#variant`
 */
export const describe = (argument: string, flags: DescribeFlags, terminal: Terminal): void => {
  const { file, variant } = scenarioArgument(argument);
  const loaded = loadScenario(file, { read: readerFor(file), variant, set: flags.set, results: resultIds });
  if (flags.json === true) {
    terminal.out(jsonText(printable(loaded, flags.ledger === true)));
    return;
  }
  terminal.out(describeText(loaded, gradesOf(loaded.ledger), terminal.outColours));
  if (flags.ledger === true) terminal.out(ledgerText(loaded.ledger, terminal.outColours));
};
