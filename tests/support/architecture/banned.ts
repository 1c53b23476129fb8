import type TS from 'typescript6';
import { type Parsed, place, walk } from './sources.ts';
import { ts } from './typescript.ts';

/** Folders that may use what only a host has: clocks, terminals, processes. */
const HOSTS = ['src/cli/', 'src/charts/render/', 'src/experiment/pool', 'src/report/client/'];

/** The one module that may call `Math.log`, `Math.exp` and `Math.pow`, whose last digit is the engine's to choose. */
const MATHS = 'src/kernel/math.ts';

/** Globals that make a run depend on the host, its clock or its language. */
const HOST_GLOBALS = [
  'Date',
  'Intl',
  'performance',
  'console',
  'process',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'eval',
  'require',
  '__dirname',
  'Buffer',
];

/** Methods that answer in the host's language. */
const LOCALE_METHODS = ['localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase'];

/** Functions of `Math` that IEEE 754 does not fix to the last digit. */
const INEXACT = [
  ...['log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'cbrt', 'hypot'],
  ...[
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'atan2',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ],
];

/** Layers whose numbers reach a result; charts may use trigonometry to draw. */
const RESULTS = /^src\/(?:kernel|scenario|model|analysis|experiment)\//;

/** Names that a file declares itself: a kernel has variables called `process`. */
const declaredIn = (file: Parsed): Set<string> => {
  const names = new Set<string>();
  walk(file.tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isFunctionDeclaration(node);
    if (declares && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
};

/** Whether an identifier is read as a variable or a type, not as the name of a member. */
const isReference = (node: TS.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent)
  );
};

/** What is banned about `object.member`; null when nothing is. */
const bannedMember = (path: string, object: string, member: string): string | null => {
  if (object === 'Math' && member === 'random') return 'Math.random: draw from a named stream';
  if (object === 'Math' && INEXACT.includes(member) && path !== MATHS && RESULTS.test(path))
    return `Math.${member} outside ${MATHS}`;
  if (LOCALE_METHODS.includes(member)) return `${member} depends on the host's language`;
  return null;
};

/** Whether a node is `x ** y` for anything but a written power of two, which is exact. */
const isInexactPower = (node: TS.Node): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken &&
  !/^2 \*\* -?\d+$/.test(node.getText());

/** What is banned about one node; null when nothing is. */
const bannedNode = (file: Parsed, node: TS.Node, own: ReadonlySet<string>): string | null => {
  const isHost = HOSTS.some((folder) => file.path.startsWith(folder));
  if (ts.isPropertyAccessExpression(node))
    return bannedMember(file.path, node.expression.getText(file.tree), node.name.text);
  if (ts.isVariableDeclaration(node) && node.initializer?.getText(file.tree) === 'Math')
    return 'Math taken apart: call its functions by their full names';
  if (isInexactPower(node) && RESULTS.test(file.path) && file.path !== MATHS)
    return `** is Math.pow: call pow of ${MATHS}`;
  if (isHost || !ts.isIdentifier(node) || !HOST_GLOBALS.includes(node.text) || own.has(node.text))
    return null;
  return isReference(node) ? `${node.text} belongs to the host` : null;
};

/** Calls and names that would let the clock, the host or chance without a seed into a result. */
export const bannedUses = (files: readonly Parsed[]): string[] =>
  files.flatMap((file) => {
    const own = declaredIn(file);
    const found: string[] = [];
    walk(file.tree, (node) => {
      const reason = bannedNode(file, node, own);
      if (reason !== null) found.push(`${place(file, node)}: ${reason}`);
    });
    return found;
  });
