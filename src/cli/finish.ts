import type { Failed } from '../experiment/index.ts';
import { type Bench, failuresText } from './bench.ts';
import { type Result, tellFolder, withRecord, writeResults } from './destination.ts';
import { EXIT, InputError } from './errors.ts';
import { recordedCommand } from './flags.ts';
import { version } from './package.ts';
import { actionsRecord, type Plan, type Setting } from './plan.ts';
import type { Terminal } from './terminal.ts';
import { jsonText } from './text.ts';

/** What every record tells besides what the command adds. */
export interface Additions {
  readonly failed?: readonly ({ readonly plan: string } & Pick<Failed, 'replication' | 'failure'>)[];
  /** texts that were read, so that the record alone gives the same results again */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What a command found, on its way to the disk and to the terminal. */
export interface Found<Told extends object> {
  /** what decided the results */
  readonly record: Told;
  files(record: Told & Additions): readonly Result[] | Promise<readonly Result[]>;
  /** as `--json` prints it; what failed is in the record, the texts are not */
  json(provenance: Told & Omit<Additions, 'inputs'>): object;
  text(): string;
}

/** A record of several plans. */
export interface PlansRecord {
  readonly airbridge: string;
  readonly node: string;
  readonly scenarios: readonly { readonly name: string; readonly title: string; readonly sha256: string }[];
  readonly seed: string;
  readonly replications: number;
  readonly first: number;
  readonly command: readonly string[];
  readonly actions?: { readonly count: number; readonly sha256: string };
}

/**
 * What is needed to get the same bytes again, of a command that runs several plans.
 *
 * @param plans in their order
 * @param files as recorded
 * @param words of the command that only it has
 */
export const plansRecord = (
  name: string,
  plans: readonly Plan[],
  {
    setting: { flags, actions },
    files,
    words = [],
  }: { readonly setting: Setting; readonly files: readonly string[]; readonly words?: readonly string[] },
): PlansRecord => ({
  airbridge: version(),
  node: process.versions.node,
  scenarios: plans.map(({ model: { catalogue }, sha256 }) => ({
    name: catalogue.name,
    title: catalogue.title,
    sha256,
  })),
  seed: flags.seed,
  replications: flags.replications,
  first: flags.first ?? 0,
  command: [...recordedCommand(name, files, flags), ...words],
  ...actionsRecord(actions),
});

/** The same for a command whose plans are all made from one. */
export const planRecord = (
  name: string,
  plan: Plan,
  { setting, words }: { readonly setting: Setting; readonly words: readonly string[] },
): PlanRecord => {
  const all = plansRecord(name, [plan], { setting, files: [plan.recorded], words });
  const { airbridge, node, scenarios, ...rest } = all;
  return { airbridge, node, scenario: scenarios[0]!, ...rest };
};

/** A record of one plan. */
export type PlanRecord = Omit<PlansRecord, 'scenarios'> & {
  readonly scenario: PlansRecord['scenarios'][number];
};

/**
 * Two plans of one name could not be told apart in tables and files.
 *
 * @throws InputError when there are two
 */
export const refuseTwins = (plans: readonly Plan[]): void => {
  const names = plans.map(({ model }) => model.catalogue.name);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new InputError(`two of the plans are called ${twin}: name each one once`);
};

/**
 * Ends a command: writes its files, prints its results, and says what failed.
 *
 * @returns the exit code
 */
export const finish = async <Told extends object>(
  found: Found<Told>,
  {
    setting,
    bench,
    terminal,
  }: { readonly setting: Setting; readonly bench: Bench; readonly terminal: Terminal },
): Promise<number> => {
  await bench.rest();
  const { flags, inputs } = setting;
  const failed = bench.tallies.flatMap(({ name, failed }) =>
    failed.map(({ replication, failure }) => ({ plan: name, replication, failure })),
  );
  const provenance = { ...found.record, ...(failed.length === 0 ? {} : { failed }) };
  if (flags.out !== undefined) {
    const record = { ...provenance, inputs: inputs.texts() };
    await writeResults(flags.out, withRecord(record, await found.files(record), flags.charts));
  }
  if (flags.json === true) terminal.out(jsonText(found.json(provenance)));
  else if (flags.quiet !== true) terminal.out(found.text());
  tellFolder(flags, terminal);
  terminal.err(failuresText(bench));
  return failed.length > 0 ? EXIT.failed : EXIT.done;
};
