import { basename, relative } from 'node:path';
import { loadScenario } from '../scenario/index.ts';
import { variantText } from './describe-text.ts';
import { readerFor } from './files.ts';
import { shippedScenarios } from './package.ts';
import type { Terminal } from './terminal.ts';
import { paragraph } from './text.ts';

/** One shipped scenario as data. */
interface Shipped {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly question: string;
  readonly variants: readonly string[];
}

/** The same with what its variants are called. */
interface Listed extends Shipped {
  readonly titles: ReadonlyMap<string, string>;
}

const shipped = (path: string): Listed => {
  const read = readerFor(path);
  const { scenario, variants, variantTitles: titles } = loadScenario(path, { read });
  const near = relative(process.cwd(), path);
  return {
    name: basename(path, '.yaml'),
    path: near.startsWith('..') ? path : near,
    title: scenario.title,
    question: scenario.question,
    variants,
    titles,
  };
};

/** `airbridge list`: the scenarios that come with airbridge, each with the question it answers. */
export const list = (flags: { readonly json?: true | undefined }, terminal: Terminal): void => {
  const all = shippedScenarios().map(shipped);
  if (flags.json === true) {
    terminal.out(
      `${JSON.stringify(
        all.map(({ titles: _, ...one }): Shipped => one),
        null,
        2,
      )}\n`,
    );
    return;
  }
  const { bold, dim } = terminal.outColours;
  for (const { name, path, title, question, variants, titles } of all) {
    terminal.out(bold(paragraph(`${name}: ${title}`)));
    terminal.out(paragraph(question, 2));
    for (const variant of variants) terminal.out(variantText(variant, titles));
    terminal.out(dim(`  ${path}\n`));
  }
};
