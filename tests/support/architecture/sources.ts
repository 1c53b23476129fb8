import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type TS from 'typescript6';
import { ts } from './typescript.ts';

/** A source file as the checks see it: its path from the project's root with forward slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A source with its syntax tree. */
export interface Parsed extends Source {
  readonly tree: TS.SourceFile;
}

/** Parses one file; parents are set, so that checks can look upwards. */
export const parse = ({ path, text }: Source): Parsed => ({
  path,
  text,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true),
});

/** Parsed fixtures from `{ path: text }`. */
export const fixture = (files: Readonly<Record<string, string>>): Parsed[] =>
  Object.entries(files).map(([path, text]) => parse({ path, text }));

/** Every TypeScript file of `src/`, parsed. */
export const projectSources = (): Parsed[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join('src', name))
    .sort()
    .map((name) => parse({ path: name.split(sep).join('/'), text: readFileSync(name, 'utf8') }));

/** `path:line` of a node, for messages. */
export const place = (file: Parsed, node: TS.Node): string =>
  `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1}`;

/** Calls `visit` for a node and everything below it. */
export const walk = (node: TS.Node, visit: (node: TS.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};
