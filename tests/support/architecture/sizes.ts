import type TS from 'typescript6';
import { type Parsed, place, walk } from './sources.ts';
import { ts } from './typescript.ts';

const FILE_LIMIT = 400;
const FUNCTION_LIMIT = 60;

/** Whether a node is a function with a body. */
const isFunction = (node: TS.Node): node is TS.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** Lines of a node's text, its own documentation not counted. */
const linesOf = (file: Parsed, node: TS.Node): number =>
  file.tree.getLineAndCharacterOfPosition(node.getEnd()).line -
  file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line +
  1;

/** The name under which a function is known. */
const nameOf = (file: Parsed, node: TS.FunctionLikeDeclaration): string => {
  const holder =
    node.name ??
    (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)
      ? node.parent.name
      : undefined);
  return holder?.getText(file.tree) ?? 'function';
};

/** Files and functions over the limits, except those that `exempt` names as `path` or `path name` with a reason. */
export const oversized = (
  files: readonly Parsed[],
  exempt: Readonly<Record<string, string>> = {},
): string[] => {
  const found: string[] = [];
  for (const file of files) {
    const lines = file.text.trimEnd().split('\n').length;
    if (lines > FILE_LIMIT && !(file.path in exempt))
      found.push(`${file.path}: ${lines} lines, more than ${FILE_LIMIT}`);
    walk(file.tree, (node) => {
      if (!isFunction(node)) return;
      const length = linesOf(file, node);
      const name = nameOf(file, node);
      if (length > FUNCTION_LIMIT && !(`${file.path} ${name}` in exempt))
        found.push(`${place(file, node)}: ${name} has ${length} lines, more than ${FUNCTION_LIMIT}`);
    });
  }
  return found;
};
