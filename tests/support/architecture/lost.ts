import ts from 'typescript6';
import { type Parsed, parse, place, type Source, walk } from './sources.ts';

const OPTIONS: ts.CompilerOptions = {
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

/** A checker over the given files; everything else is read from disk. */
const checkerOf = (files: readonly Source[]): { readonly program: ts.Program; readonly parsed: Parsed[] } => {
  const host = ts.createCompilerHost(OPTIONS, true);
  const given = new Map(
    files.map((file) => [host.getCanonicalFileName(ts.sys.resolvePath(file.path)), parse(file)]),
  );
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  const find = (name: string): Parsed | undefined =>
    given.get(host.getCanonicalFileName(ts.sys.resolvePath(name)));
  host.getSourceFile = (name, ...rest) => find(name)?.tree ?? read(name, ...rest);
  host.fileExists = (name) => find(name) !== undefined || exists(name);
  return {
    program: ts.createProgram(
      files.map((file) => file.path),
      OPTIONS,
      host,
    ),
    parsed: [...given.values()],
  };
};

/** The name of a type that does nothing unless it is yielded; null for every other type. */
const idleName = (type: ts.Type): string | null => {
  if (type.isUnion()) return type.types.map(idleName).find((name) => name !== null) ?? null;
  const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
  const underneath = type.getSymbol()?.name ?? '';
  return [name, underneath].find((one) => IDLE.includes(one)) ?? null;
};

/** What a node throws away: an expression statement, or an arrow function handed over as a callback that returns nothing. */
const thrownAway = (node: ts.Node, checker: ts.TypeChecker): ts.Expression | null => {
  if (ts.isExpressionStatement(node)) return node.expression;
  if (ts.isVoidExpression(node)) return node.expression;
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return null;
  const wanted = checker.getContextualType(node)?.getCallSignatures()[0]?.getReturnType();
  return wanted !== undefined && (wanted.flags & ts.TypeFlags.Void) !== 0 ? node.body : null;
};

/** Whether an expression stores its value somewhere. */
const isAssignment = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;

/**
 * Processes and waits that are made and dropped: `hold(5)` where `yield hold(5)` was meant, `board()` where
 * `yield* board()` was. The compiler says nothing about them, and the simulation silently skips them.
 */
export const lostProcesses = (files: readonly Source[]): string[] => {
  const { program, parsed } = checkerOf(files);
  const checker = program.getTypeChecker();
  return parsed.flatMap((file) => {
    const found: string[] = [];
    walk(file.tree, (node) => {
      const expression = thrownAway(node, checker);
      if (expression === null || isAssignment(expression)) return;
      const name = idleName(checker.getTypeAtLocation(expression));
      if (name !== null)
        found.push(
          `${place(file, node)}: a ${name} is made and never yielded: ${expression.getText(file.tree)}`,
        );
    });
    return found;
  });
};
