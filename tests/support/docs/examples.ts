import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import type TS from 'typescript6';
import { expect } from 'vitest';
import type { Source } from '../architecture/sources.ts';
import { ts } from '../architecture/typescript.ts';
import { blocksOf, type Page } from './markdown.ts';

/** A piece of code that documentation shows, with `// => value` behind what it claims. */
export interface Example {
  /** `path:line` of the code's first line */
  readonly at: string;
  readonly code: string;
  /** modules whose exports the code may use without importing them */
  readonly modules: readonly string[];
}

/** The public index of the layer that a file belongs to. */
const indexOf = (path: string): string => path.replace(/^(src\/[^/]+)\/.*$/, '$1/index.ts');

/** The code of an `@example`: the lines up to the next tag, without their stars; null for an empty one. */
const codeOf = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .filter((line) => !line.startsWith('```'))
    .join('\n')
    .trimEnd();

/** Every `@example` in the documentation comments of a file. */
export const examplesIn = ({ path, text }: Source): Example[] => {
  const found: Example[] = [];
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const first = text.slice(0, comment.index).split('\n').length;
    const lines = comment[0].replace(/\s*\*\/$/, '').split('\n');
    for (const [index, line] of lines.entries()) {
      const tag = /@example\s*(.*)$/.exec(line);
      if (tag === null) continue;
      const rest = lines.slice(index + 1);
      const end = rest.findIndex((one) => /^\s*\*?\s*@\w+/.test(one));
      const code = codeOf([tag[1]!, ...(end === -1 ? rest : rest.slice(0, end))]);
      found.push({ at: `${path}:${first + index}`, code, modules: [path, indexOf(path)] });
    }
  }
  return found;
};

/** Every block of a page that is marked as runnable: ` ```ts run `. */
export const examplesOn = (page: Page): Example[] =>
  blocksOf(page)
    .filter(({ info }) => /^(?:ts|js)\s+run$/.test(info))
    .map(({ code, line }) => ({ at: `${page.path}:${line}`, code, modules: [] }));

/** What a statement claims the value of: an expression, or the name that it declares. */
const claimed = (statement: TS.Statement, tree: TS.SourceFile): string | null => {
  if (ts.isExpressionStatement(statement)) return statement.expression.getText(tree);
  if (!ts.isVariableStatement(statement)) return null;
  return statement.declarationList.declarations[0]!.name.getText(tree);
};

/** Ends every line with a claim by a semicolon, so that a `[` on the next line begins a new expression. */
const ended = (code: string): string =>
  code.replace(/\n[ \t]*(\/\/ ?=>)/g, ' $1').replace(/([^;\s])([ \t]*)(\/\/ ?=>)/g, '$1;$2$3');

/** What an import brings in, as a pattern that takes a module apart; types leave nothing behind. */
const importedNames = ({ importClause }: TS.ImportDeclaration): string => {
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || importClause?.isTypeOnly === true || !ts.isNamedImports(bindings))
    return '{}';
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map(({ name, propertyName }) =>
      propertyName === undefined ? name.text : `${propertyName.text}: ${name.text}`,
    );
  return `{ ${names.join(', ')} }`;
};

/** Turns `expression // => value` into a check, and imports into lookups. */
const instrument = (written: string): { readonly code: string; readonly claims: number } => {
  const code = ended(written);
  const tree = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2023, true);
  let claims = 0;
  const parts = tree.statements.map((statement) => {
    const text = statement.getText(tree);
    if (ts.isImportDeclaration(statement)) {
      return `const ${importedNames(statement)} = await $import(${statement.moduleSpecifier.getText(tree)});`;
    }
    const comments = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    const claim = comments.map(({ pos, end }) => code.slice(pos, end)).find((one) => /^\/\/ ?=>/.test(one));
    const subject = claim === undefined ? null : claimed(statement, tree);
    if (claim === undefined || subject === null) return text;
    claims++;
    const value = claim.replace(/^\/\/ ?=>\s*/, '');
    const isThrow = /^throws\b/.exec(value) !== null;
    if (isThrow) return `$throws(() => (${subject}), ${JSON.stringify(value.replace(/^throws\s*/, ''))});`;
    return `${ts.isVariableStatement(statement) ? `${text}\n` : ''}$is((${subject}), (${value}));`;
  });
  return { code: parts.join('\n'), claims };
};

/** A module of the project by path or by the name under which the package offers it. */
const load = async (name: string): Promise<Record<string, unknown>> => {
  const path = name
    .replace(/^airbridge\/kernel$/, 'src/kernel/index.ts')
    .replace(/^airbridge$/, 'src/index.ts');
  if (path.startsWith('src/') && !existsSync(path)) return {};
  return (await import(
    /* @vite-ignore */ path.startsWith('src/') ? pathToFileURL(path).href : path
  )) as Record<string, unknown>;
};

const checks = {
  $import: load,
  $is: (actual: unknown, expected: unknown): void => expect(actual).toEqual(expected),
  $throws: (call: () => unknown, message: string): void => expect(call).toThrow(message),
};

/** Runs an example and checks every value it claims; one that claims nothing fails. */
export const runExample = async (example: Example): Promise<void> => {
  const { code, claims } = instrument(example.code);
  if (claims === 0)
    throw new Error(`${example.at}: the example claims nothing: write \`// => value\` behind a line`);
  const scope: Record<string, unknown> = { ...checks };
  for (const path of example.modules) Object.assign(scope, await load(path));
  const { code: plain } = await transform(`async function example() {\n${code}\n}`, {
    loader: 'ts',
    target: 'node20',
  });
  const names = Object.keys(scope);
  const run = new Function(...names, `${plain}\nreturn example();`) as (
    ...values: unknown[]
  ) => Promise<void>;
  await run(...names.map((name) => scope[name]));
};
