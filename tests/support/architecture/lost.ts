import type TS from 'typescript6';
import { importsOf } from './imports.ts';
import { type Parsed, place, walk } from './sources.ts';
import { ts } from './typescript.ts';

const OPTIONS: TS.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
};

/** Names of types whose values do nothing until they are yielded. */
const IDLE = ['Generator', 'Wait', 'Process'];

/** Files of libraries, which are the same for every checker. */
const libraries = new Map<string, TS.SourceFile | undefined>();

/** A checker of the files at the given paths, for which the given files are there; everything else is read from disk. */
const checkerOf = (paths: readonly string[], files: readonly Parsed[]): TS.TypeChecker => {
  const host = ts.createCompilerHost(OPTIONS, true);
  const given = new Map(
    files.map((file) => [host.getCanonicalFileName(ts.sys.resolvePath(file.path)), file]),
  );
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  const find = (name: string): Parsed | undefined =>
    given.get(host.getCanonicalFileName(ts.sys.resolvePath(name)));
  host.getSourceFile = (name, ...rest) => {
    const file = find(name)?.tree ?? libraries.get(name) ?? read(name, ...rest);
    if (name.endsWith('.d.ts')) libraries.set(name, file);
    return file;
  };
  host.fileExists = (name) => find(name) !== undefined || exists(name);
  return ts.createProgram(paths, OPTIONS, host).getTypeChecker();
};

/** The name of a type that does nothing unless it is yielded; null for every other type. */
const idleName = (type: TS.Type): string | null => {
  if (type.isUnion()) return type.types.map(idleName).find((name) => name !== null) ?? null;
  const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
  const underneath = type.getSymbol()?.name ?? '';
  return [name, underneath].find((one) => IDLE.includes(one)) ?? null;
};

/** Whether an expression stores its value somewhere. */
const isAssignment = (node: TS.BinaryExpression): boolean =>
  node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
  node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;

/** The calls whose value an expression may have. */
const callsOf = (node: TS.Expression): TS.CallExpression[] => {
  if (ts.isCallExpression(node)) return [node];
  if (ts.isParenthesizedExpression(node) || ts.isVoidExpression(node) || ts.isNonNullExpression(node))
    return callsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...callsOf(node.whenTrue), ...callsOf(node.whenFalse)];
  if (!ts.isBinaryExpression(node) || isAssignment(node)) return [];
  return [...callsOf(node.left), ...callsOf(node.right)];
};

/**
 * The name of what a call gives, when it does nothing unless it is yielded. Only the callee's type is asked for: resolving the
 * arguments of every call of the project would take a minute.
 */
const idleResult = (call: TS.CallExpression, checker: TS.TypeChecker): string | null => {
  const signatures = checker.getTypeAtLocation(call.expression).getCallSignatures();
  return signatures.map((each) => idleName(each.getReturnType())).find((name) => name !== null) ?? null;
};

/** Whether an arrow function is handed over as a callback whose value is thrown away. */
const isForgetful = (node: TS.ArrowFunction, checker: TS.TypeChecker): boolean => {
  const wanted = checker.getContextualType(node)?.getCallSignatures()[0]?.getReturnType();
  return wanted !== undefined && (wanted.flags & ts.TypeFlags.Void) !== 0;
};

/** What is made in a node and thrown away there. */
const thrownAway = (node: TS.Node, checker: TS.TypeChecker): string | null => {
  const isStatement = ts.isExpressionStatement(node);
  const isCallback = ts.isArrowFunction(node) && !ts.isBlock(node.body);
  if (!isStatement && !isCallback) return null;
  const calls = callsOf(isStatement ? node.expression : (node.body as TS.Expression));
  const name = calls.map((call) => idleResult(call, checker)).find((one) => one !== null) ?? null;
  if (name === null || isStatement) return name;
  return isForgetful(node, checker) ? name : null;
};

/** The engine and what is written in it. */
const ENGINE = /^src\/(?:kernel|model)\//;

/** By these the model is entered from outside: no process comes through them. */
const DOORS = ['src/model/index.ts', 'src/model/outcome.ts'];

/**
 * Whether a file can hold a process: it belongs to the engine or the model, or imports from them otherwise than by the model's doors. To
 * check the types of all others, of schemas and command lines above all, would take three times as long.
 */
const mayMakeProcesses = (file: Parsed): boolean =>
  ENGINE.test(file.path) ||
  importsOf(file).some(({ target }) => target !== null && ENGINE.test(target) && !DOORS.includes(target));

/**
 * Processes and waits that are made and dropped: `hold(5)` where `yield hold(5)` was meant, `board()` where
 * `yield* board()` was. The compiler says nothing about them, and the simulation silently skips them.
 */
export const lostProcesses = (files: readonly Parsed[]): string[] => {
  const checked = files.filter(mayMakeProcesses);
  const checker = checkerOf(
    checked.map(({ path }) => path),
    files,
  );
  return checked.flatMap((file) => {
    const found: string[] = [];
    walk(file.tree, (node) => {
      const name = thrownAway(node, checker);
      if (name !== null) found.push(`${place(file, node)}: a ${name} is made and never yielded`);
    });
    return found;
  });
};
