import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One `@example` of a docstring. */
export interface Example {
  /** file and line, for the title of a test */
  readonly where: string;
  readonly lines: readonly string[];
}

const COMMENT = /\/\*\*[\s\S]*?\*\//g;

/** The lines of an `@example`, up to the next tag or the end of the comment. */
function linesOf(comment: string): string[][] {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*\/?\s?/, '').replace(/\s*\*\/$/, ''));
  const examples: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (line.startsWith('@')) {
      current = line.startsWith('@example') ? [line.slice('@example'.length).trim()] : null;
      if (current !== null) examples.push(current);
    } else current?.push(line);
  }
  return examples.map((example) => example.filter((line) => line.trim() !== ''));
}

/** All `@example`s in the TypeScript files of a folder, not of its subfolders. */
export function examplesIn(folder: string): Example[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [...text.matchAll(COMMENT)].flatMap((match) =>
      linesOf(match[0]).map((lines) => ({
        where: `${name}:${text.slice(0, match.index).split('\n').length}`,
        lines,
      })),
    );
  });
}

/**
 * Runs an example with the given names in scope and returns, for every line that ends in `// => value`, what the line gave
 * and what it promises.
 *
 * @throws Error when the example promises nothing: it could not fail
 */
export function runExample(
  example: Example,
  scope: Readonly<Record<string, unknown>>,
): { given: unknown; promised: unknown }[] {
  const body = example.lines.map((line) => {
    const [code, promised] = line.split(/\/\/ => /) as [string, string | undefined];
    return promised === undefined
      ? line
      : `results.push({ given: (${code.trim().replace(/;$/, '')}), promised: (${promised}) });`;
  });
  const results: { given: unknown; promised: unknown }[] = [];
  new Function('results', ...Object.keys(scope), body.join('\n'))(results, ...Object.values(scope));
  if (results.length === 0) throw new Error(`${example.where}: the example promises nothing`);
  return results;
}
