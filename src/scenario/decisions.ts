import { decisionProblem } from './check/actions.ts';
import { danglingName, namesOf } from './check/references.ts';
import { formatCivil } from './civil.ts';
import { minutesAfterStart } from './instant.ts';
import { problemsOf } from './issues.ts';
import { leavesOf } from './leaves.ts';
import { type Problem, ScenarioError } from './problem.ts';
import { type Decision, decisionSchema, type Scenario } from './schema/index.ts';
import { dotted, type Node, nearest, type Path, toPlain } from './tree.ts';
import { LONGEST_TEXT, parseYaml } from './yaml.ts';

/** A problem of one line, moved to that line of the file. */
const moved = (problem: Problem, line: number): Problem => ({ ...problem, line });

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const namesAt =
  (scenario: Scenario) =>
  (path: Path): readonly string[] => {
    const section = path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      scenario,
    );
    return Object.keys(section ?? {});
  };

const dangling = (root: Node, scenario: Scenario): readonly Problem[] =>
  leavesOf(decisionSchema, root).flatMap((leaf): readonly Problem[] => {
    if (leaf.kind !== 'reference') return [];
    const message = danglingName(leaf.section, leaf.name, namesOf(leaf.section, namesAt(scenario)));
    if (message === undefined) return [];
    return [{ code: 'dangling-name', path: dotted(leaf.path), message, ...leaf.place }];
  });

const outside = (root: Node, decision: Decision, scenario: Scenario): readonly Problem[] => {
  const end = scenario.window + scenario.tail;
  const time = minutesAfterStart(scenario, decision.at);
  if (time >= 0 && time <= end) return [];
  const place = root.kind === 'map' ? (root.entries.get('at')?.value.place ?? root.place) : root.place;
  const { civil } = scenario.start;
  const message = `lies outside the run, which goes from ${formatCivil(civil)} to ${formatCivil(civil + end)}`;
  return [{ code: 'outside-window', path: 'at', message, ...place }];
};

const impossible = (root: Node, { action }: Decision, scenario: Scenario): readonly Problem[] => {
  const wrong = decisionProblem(scenario, action);
  if (wrong === undefined) return [];
  const { code, path, message } = wrong;
  const place = root.kind === 'map' ? nearest(root, path).place : root.place;
  return [{ code, path: dotted(path), message, ...place }];
};

type LineResult = { readonly decision?: Decision; readonly problems: readonly Problem[] };

const readLine = (text: string, file: string, scenario: Scenario): LineResult => {
  const { root, problems } = parseYaml(file, text);
  if (!isJson(text)) {
    const found = problems[0] ?? { path: '', file, line: 1, column: 1, length: text.length };
    const message = 'each line is one JSON object such as {"at":"36 h","do":"openGate","gate":"north"}';
    return { problems: [{ ...found, code: 'not-json', message }] };
  }
  if (root === undefined) return { problems };
  const parsed = decisionSchema.safeParse(toPlain(root));
  const issues = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => problemsOf(issue, { schema: decisionSchema, root }));
  const lost = dangling(root, scenario);
  const late = parsed.success ? outside(root, parsed.data, scenario) : [];
  const wrong = parsed.success && lost.length === 0 ? impossible(root, parsed.data, scenario) : [];
  const all = [...problems, ...issues, ...lost, ...late, ...wrong];
  return parsed.success ? { decision: parsed.data, problems: all } : { problems: all };
};

/**
 * Reads decisions from JSON Lines: one action with its time on each line, as in the timeline of a scenario.
 * Empty lines are passed over; the order of the file is kept.
 *
 * @param text `{"at":"2021-08-14T18:00","do":"openGate","gate":"north","by":"player"}` and so on
 * @param file name for the problems
 * @param scenario the scenario whose names and times they use
 * @throws ScenarioError with all problems at once
 */
export const parseDecisions = (text: string, file: string, scenario: Scenario): readonly Decision[] => {
  const sources = new Map([[file, text]]);
  if (text.length > LONGEST_TEXT) throw new ScenarioError(parseYaml(file, text).problems, sources);
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const results = lines.map((line, index) => {
    if (line.trim() === '') return { problems: [] };
    const { decision, problems } = readLine(line, file, scenario);
    return { decision, problems: problems.map((problem) => moved(problem, index + 1)) };
  });
  const problems = results.flatMap((result) => result.problems);
  if (problems.length > 0) throw new ScenarioError(problems, sources);
  return results.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
};
