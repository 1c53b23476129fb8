import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** A Markdown file: its path from the project's root with forward slashes, and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** A fenced block of code. */
export interface Block {
  /** what stands behind the fence: `ts run` */
  readonly info: string;
  readonly code: string;
  /** line of the page on which the code begins */
  readonly line: number;
}

const FENCE = /^(?:```|~~~)(.*)$/;

/** Every Markdown page of the project: those at its root, and `docs/` and `scenarios/` with all folders below. */
export const projectPages = (): Page[] => {
  const root = readdirSync('.').filter((name) => name.endsWith('.md'));
  const below = ['docs', 'scenarios'].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name).split(sep).join('/')),
  );
  return [...root, ...below].sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }));
};

/** The fenced blocks of a page. */
export const blocksOf = ({ text }: Page): Block[] => {
  const blocks: Block[] = [];
  let open: { info: string; line: number; code: string[] } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = FENCE.exec(line.trim());
    if (fence !== null && open === null) open = { info: fence[1]!.trim(), line: index + 2, code: [] };
    else if (fence !== null && open !== null) {
      blocks.push({ info: open.info, line: open.line, code: open.code.join('\n') });
      open = null;
    } else open?.code.push(line);
  }
  return blocks;
};

/** A page's prose: code is blanked out, line by line and within lines. */
const proseOf = ({ text }: Page): string => {
  let inside = false;
  return text
    .split('\n')
    .map((line) => {
      const fence = FENCE.test(line.trim());
      if (fence) inside = !inside;
      return fence || inside ? '' : line;
    })
    .join('\n');
};

/** An anchor as GitHub makes it from a heading. */
export const slug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** Every anchor of a page: its headings, numbered where they repeat, and explicit ids. */
const anchorsOf = (page: Page): Set<string> => {
  const anchors = new Set<string>();
  const seen = new Map<string, number>();
  for (const [, heading] of proseOf(page).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const name = slug(heading!);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    anchors.add(times === 0 ? name : `${name}-${times}`);
  }
  for (const [, id] of page.text.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(id!);
  return anchors;
};

/** The targets of a page's links and pictures. */
const targetsOf = (page: Page): string[] => {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const defined = [...prose.matchAll(/^\s*\[[^\]]+\]:\s+(\S+)/gm)];
  const html = [...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)];
  return [...inline, ...defined, ...html].map((match) => match[1]!);
};

/** What is wrong with one link; null when it leads somewhere, or out of the project. */
const wrong = (page: Page, target: string, pages: readonly Page[]): string | null => {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return null;
  const [file = '', anchor] = decodeURIComponent(target).split('#');
  const path = file === '' ? page.path : posix.join(posix.dirname(page.path), file);
  const other = pages.find((one) => one.path === path);
  if (other === undefined && !existsSync(path)) return 'no such file';
  if (anchor === undefined) return null;
  if (other !== undefined) return anchorsOf(other).has(anchor) ? null : `no heading #${anchor} in ${path}`;
  return statSync(path).isDirectory() ? 'an anchor in a folder' : null;
};

/** Links and pictures that lead nowhere, as `page: target: reason`. */
export const deadLinks = (pages: readonly Page[]): string[] =>
  pages.flatMap((page) =>
    targetsOf(page).flatMap((target) => {
      const reason = wrong(page, target, pages);
      return reason === null ? [] : [`${page.path}: ${target}: ${reason}`];
    }),
  );
