import { liftAnnotations } from './annotation.ts';
import { canonicalJson } from './canonical.ts';
import { crossCheck } from './check/index.ts';
import { lostSubjects, type ResultIds } from './check/observations.ts';
import { quote } from './fault.ts';
import { problemsOf } from './issues.ts';
import { leavesOf } from './leaves.ts';
import { type LedgerEntry, ledgerOf } from './ledger.ts';
import { merge } from './merge.ts';
import { checkName } from './names.ts';
import { numbersOf, type ScenarioNumber } from './numbers.ts';
import { parseScenario } from './parse.ts';
import { baseName } from './paths.ts';
import { type Problem, ScenarioError, tidy } from './problem.ts';
import { type Scenario, scenarioSchema } from './schema/index.ts';
import { parseSetting, type Setting } from './setting.ts';
import { schemaAt, shapeOf } from './shape.ts';
import { didYouMean } from './suggest.ts';
import { type Read, readTexts, type Texts } from './texts.ts';
import { type Annotation, descend, dotted, type MapNode, toPlain } from './tree.ts';

/** How to read a scenario. */
export interface LoadOptions {
  /** gives the text of a file; throws where there is none */
  readonly read: Read;
  /** one of the file's variants */
  readonly variant?: string | undefined;
  /** settings `path=value`, applied last, in their order */
  readonly set?: readonly string[] | undefined;
  /** folders in which the files it extends may lie; the folder of the file when absent */
  readonly roots?: readonly string[] | undefined;
  /** ids of the series and measures a scenario will have, which the model knows: observations are held against them */
  readonly results?: ((scenario: Scenario) => ResultIds) | undefined;
}

/** A scenario that is whole and free of contradictions, with what is known about it. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** the file's name without its ending, and the variant: `kabul-48h#late` */
  readonly name: string;
  /** where every number comes from */
  readonly ledger: readonly LedgerEntry[];
  /** every number and time, for experiments that vary them; found when asked for */
  readonly numbers: readonly ScenarioNumber[];
  /** names of the file's variants */
  readonly variants: readonly string[];
  /** what those variants are called that have a title of their own */
  readonly variantTitles: ReadonlyMap<string, string>;
  /** the resolved scenario as canonical JSON: equal scenarios, equal texts; written when asked for */
  readonly hashInput: string;
}

/** What is wrong with a file and its variants. */
export interface CheckedScenario {
  readonly problems: readonly Problem[];
  readonly sources: ReadonlyMap<string, string>;
  readonly variants: readonly string[];
}

const FROM_COMMAND_LINE: Annotation = { assumed: 'set on the command line', grade: 'assumed' };

/** A scenario on its way: the tree so far and what is wrong so far. */
interface Draft {
  readonly problems: Problem[];
  readonly sources: Map<string, string>;
  root: MapNode | undefined;
}

const lay = (draft: Draft, patch: MapNode, annotation?: Annotation): void => {
  const lifted = liftAnnotations(patch, scenarioSchema, annotation);
  draft.problems.push(...lifted.problems);
  const node = lifted.node as MapNode;
  const context = { schema: scenarioSchema, path: [], problems: draft.problems };
  draft.root = draft.root === undefined ? node : merge(draft.root, node, context);
};

const layVariant = (draft: Draft, texts: Texts, at: { file: string; variant: string }): void => {
  const { file, variant } = at;
  const entry = texts.variants.get(variant);
  const path = `variants.${variant}`;
  if (entry === undefined) {
    const message = `there is no variant ${quote(variant)}${didYouMean(variant, [...texts.variants.keys()])}`;
    draft.problems.push({ code: 'unknown-variant', path: '', message, file, line: 1, column: 1, length: 1 });
    return;
  }
  const wrong = checkName(variant);
  if (wrong !== undefined) draft.problems.push({ code: 'bad-name', path, message: wrong, ...entry.place });
  if (entry.value.kind === 'map') {
    lay(draft, entry.value);
    return;
  }
  const message = `needs a mapping of changes, found ${quote(toPlain(entry.value))}`;
  draft.problems.push({ code: 'wrong-type', path, message, ...entry.value.place });
};

/** A setting changes what is there: a name on the way to its last key must exist. */
const lostName = ({ keys = [] }: Setting, root: MapNode): Problem | undefined => {
  const names = keys.map(({ name }) => name);
  for (const [index, { name, place }] of keys.slice(0, -1).entries()) {
    const above = names.slice(0, index);
    const schema = schemaAt(scenarioSchema, root, above);
    const section = descend(root, above);
    if (schema === undefined || shapeOf(schema).form.kind !== 'record' || section?.kind !== 'map') continue;
    if (section.entries.has(name)) continue;
    const message = `there is no \`${name}\` here${didYouMean(name, [...section.entries.keys()])}`;
    return { code: 'dangling-name', path: dotted([...above, name]), message, ...place };
  }
  return undefined;
};

/** Lays settings over a draft, which stays as it is. */
const withSettings = (before: Draft, settings: readonly string[]): Draft => {
  const draft: Draft = { ...before, problems: [...before.problems], sources: new Map(before.sources) };
  for (const text of settings) {
    const setting = parseSetting(text);
    draft.sources.set(setting.file, text);
    draft.problems.push(...setting.problems);
    const lost = draft.root === undefined ? undefined : lostName(setting, draft.root);
    if (lost !== undefined) draft.problems.push(lost);
    else if (setting.patch !== undefined) lay(draft, setting.patch, FROM_COMMAND_LINE);
  }
  return draft;
};

/** The layers of a file and one of its variants, without settings. */
const assemble = (file: string, texts: Texts, variant: string | undefined): Draft => {
  const draft: Draft = { problems: [...texts.problems], sources: new Map(texts.sources), root: undefined };
  for (const layer of texts.layers) lay(draft, layer);
  if (variant !== undefined && texts.sources.size > 0) layVariant(draft, texts, { file, variant });
  return draft;
};

interface Validated {
  readonly scenario?: Scenario;
  readonly ledger: readonly LedgerEntry[];
  readonly numbers: () => readonly ScenarioNumber[];
  readonly problems: readonly Problem[];
}

/** All problems of a tree; where a text could not be read, nothing is said of what may have stood there. */
const validate = (root: MapNode, complete: boolean): Validated => {
  const parsed = parseScenario(root);
  const leaves = leavesOf(scenarioSchema, root);
  const issues = 'error' in parsed ? parsed.error.issues : [];
  const shape = issues.flatMap((issue) => problemsOf(issue, { schema: scenarioSchema, root }));
  const problems = complete
    ? [...shape, ...crossCheck(root, leaves)]
    : shape.filter(({ code }) => code !== 'missing-key');
  if ('error' in parsed) return { ledger: [], numbers: () => [], problems };
  const { data } = parsed;
  return { scenario: data, ledger: ledgerOf(leaves), numbers: () => numbersOf(leaves, data), problems };
};

/** What could not even be read is not complained about again for what it means. */
const spot = ({ file, line, column }: Problem): string => `${file}:${line}:${column}`;

/** A file of which everything has been read that settings do not change. */
interface Parsed {
  readonly file: string;
  readonly texts: Texts;
  readonly draft: Draft;
}

const parse = (file: string, texts: Texts, variant: string | undefined): Parsed => ({
  file,
  texts,
  draft: assemble(file, texts, variant),
});

const titlesOf = ({ variants }: Texts): ReadonlyMap<string, string> =>
  new Map(
    [...variants].flatMap(([name, { value }]): [string, string][] => {
      const title = value.kind === 'map' ? value.entries.get('title')?.value : undefined;
      const text = title === undefined ? undefined : toPlain(title);
      return typeof text === 'string' ? [[name, text]] : [];
    }),
  );

const resolve = ({ file, texts, draft }: Parsed, options: Omit<LoadOptions, 'read'>): LoadedScenario => {
  const { problems, sources, root } = withSettings(draft, options.set ?? []);
  const found = root === undefined ? undefined : validate(root, texts.complete);
  const known = new Set(problems.map(spot));
  problems.push(...(found?.problems ?? []).filter((problem) => !known.has(spot(problem))));
  if (root !== undefined && found?.scenario !== undefined && problems.length === 0 && options.results) {
    problems.push(...lostSubjects(root, found.scenario, options.results(found.scenario)));
  }
  if (problems.length > 0 || found?.scenario === undefined) throw new ScenarioError(problems, sources);
  const { scenario } = found;
  return {
    scenario,
    name: options.variant === undefined ? baseName(file) : `${baseName(file)}#${options.variant}`,
    ledger: found.ledger,
    get numbers() {
      return found.numbers();
    },
    variants: [...texts.variants.keys()],
    variantTitles: titlesOf(texts),
    get hashInput() {
      return canonicalJson(scenario);
    },
  };
};

/**
 * Reads a scenario once, to resolve it with many settings: reading takes longer than all that follows.
 *
 * @param file path of the file, as `options.read` understands it
 * @param options how to read; `set` is laid under the settings of every resolution
 * @returns what `loadScenario` would return with these settings behind those of the options; it throws like that
 * @example
 * const text = 'airbridge: 1\ntitle: None\nquestion: None?\nstart: 2024-01-01T00:00Z\nwindow: 6 h\nsites: { field: {} }\n';
 * const at = openScenario('none.yaml', { read: () => text });
 * [at([]), at(['window=2 h'])].map(({ scenario }) => scenario.window) // => [360, 120]
 */
export const openScenario = (
  file: string,
  options: LoadOptions,
): ((settings: readonly string[]) => LoadedScenario) => {
  const parsed = parse(file, readTexts(file, options.read, options.roots), options.variant);
  return (settings) => resolve(parsed, { ...options, set: [...(options.set ?? []), ...settings] });
};

/**
 * Reads a scenario: the file, what it extends, one of its variants and settings, in this order.
 *
 * @param file path of the file, as `options.read` understands it
 * @param options how to read, and what to change
 * @returns the scenario in canonical units, with its ledger
 * @throws ScenarioError with all problems at once
 */
export const loadScenario = (file: string, options: LoadOptions): LoadedScenario =>
  openScenario(file, options)([]);

/** A problem that the file has only with some of its variants says with which. */
const inVariants = (problem: Problem, variants: readonly (string | undefined)[]): Problem => {
  const names = variants.filter((name) => name !== undefined);
  if (names.length < variants.length) return problem;
  const shown = names.slice(0, 3).map((name) => `#${name}`);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return { ...problem, message: `${problem.message} (with ${shown.join(', ')}${more})` };
};

/**
 * Validates a file and each of its variants.
 *
 * @param file path of the file
 * @param options how to read, and settings to lay over everything
 * @returns all problems, none where everything can be run
 */
export const checkScenario = (file: string, options: Omit<LoadOptions, 'variant'>): CheckedScenario => {
  const texts = readTexts(file, options.read, options.roots);
  const variants = [...texts.variants.keys()];
  const sources = new Map<string, string>();
  const found = new Map<string, { readonly problem: Problem; readonly variants: (string | undefined)[] }>();
  for (const variant of [undefined, ...variants]) {
    try {
      resolve(parse(file, texts, variant), { ...options, variant });
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      for (const problem of error.problems) {
        const key = JSON.stringify(problem);
        const known = found.get(key) ?? { problem, variants: [] };
        known.variants.push(variant);
        found.set(key, known);
      }
      for (const [name, text] of error.sources) sources.set(name, text);
    }
  }
  const problems = [...found.values()].map(({ problem, variants: those }) => inVariants(problem, those));
  return { problems: tidy(problems), sources, variants };
};

/**
 * Splits `FILE#variant`.
 *
 * @example
 * splitVariant('kabul.yaml#late') // => { file: 'kabul.yaml', variant: 'late' }
 * splitVariant('kabul.yaml') // => { file: 'kabul.yaml' }
 */
export const splitVariant = (argument: string): { readonly file: string; readonly variant?: string } => {
  const [, file, variant] = /^(.+)#([^#/\\]*)$/.exec(argument) ?? [];
  return file === undefined || variant === undefined ? { file: argument } : { file, variant };
};
