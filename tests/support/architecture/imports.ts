import { posix } from 'node:path';
import type TS from 'typescript6';
import { remembered } from '../../../src/scenario/memo.ts';
import { type Parsed, place, walk } from './sources.ts';
import { ts } from './typescript.ts';

/** One import or re-export, or `import('…')`, static or not. */
export interface Import {
  readonly from: string;
  /** as written: `./x.ts`, `node:fs`, `zod` */
  readonly specifier: string;
  /** the file it names when the specifier is relative */
  readonly target: string | null;
  /** whether nothing of it is left in the JavaScript */
  readonly typeOnly: boolean;
  /** `path:line` */
  readonly at: string;
}

/** Whether an import or export declaration brings in types only. */
const bringsTypesOnly = (node: TS.ImportDeclaration | TS.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
};

/** The module that a node names, if it names one. */
const named = (node: TS.Node): { readonly module: TS.Expression; readonly typeOnly: boolean } | null => {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined)
    return { module: node.moduleSpecifier, typeOnly: bringsTypesOnly(node) };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { module: node.arguments[0]!, typeOnly: false };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { module: node.argument.literal as TS.Expression, typeOnly: true };
  return null;
};

/** Every import of a file; several rules ask for them. */
export const importsOf = remembered((file: Parsed): readonly Import[] => {
  const found: Import[] = [];
  walk(file.tree, (node) => {
    const name = named(node);
    if (name === null) return;
    const specifier = ts.isStringLiteralLike(name.module) ? name.module.text : '(computed)';
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : null;
    found.push({ from: file.path, specifier, target, typeOnly: name.typeOnly, at: place(file, node) });
  });
  return found;
});
