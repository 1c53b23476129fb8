import { describe, expect, test } from 'vitest';
import { projectSources } from './support/architecture/sources.ts';
import { type Example, examplesIn, examplesOn, runExample } from './support/docs/examples.ts';
import { blocksOf, deadLinks, projectPages, slug } from './support/docs/markdown.ts';

const pages = projectPages();
const named = (examples: readonly Example[]): [string, Example][] =>
  examples.map((example) => [example.at, example]);

describe('every example in a docstring does what it says:', () => {
  test.each(named(projectSources().flatMap(examplesIn)))('%s', async (_, example) => {
    await runExample(example);
  });
});

describe('every runnable block of the documentation does what it says:', () => {
  const blocks = named(pages.flatMap(examplesOn));
  if (blocks.length > 0) test.each(blocks)('%s', async (_, example) => runExample(example));

  test('and no block of TypeScript is left out without being called a sketch', () => {
    const loose = pages.flatMap((page) =>
      blocksOf(page)
        .filter(
          ({ info }) => /^(?:ts|js|typescript|javascript)\b/.test(info) && !/\b(?:run|sketch)$/.test(info),
        )
        .map(({ line }) => `${page.path}:${line}`),
    );
    expect(loose).toEqual([]);
  });
});

test('every link and picture in the documentation leads somewhere', () => {
  expect(deadLinks(pages)).toEqual([]);
});

describe('a planted fault is found:', () => {
  const example = (code: string): Example => ({ at: 'here:1', code, modules: ['src/kernel/index.ts'] });

  test.each([
    ['a wrong value', '1 + 1 // => 3'],
    ['a wrong value after a right one', 'const log = [];\nlog // => []\nlog.push(5);\nlog // => []'],
    ['a name that does not exist', 'nothingOfTheKind(1) // => 1'],
    ['an example that claims nothing', 'Math.sqrt(4)'],
    ['something that should have thrown', '1 + 1 // => throws'],
    ['another message than the one thrown', `JSON.parse('{') // => throws no such message`],
    ['an import of nothing', `import { nothing } from 'airbridge/kernel';\nnothing() // => 1`],
  ])('%s', async (_, code) => {
    await expect(runExample(example(code))).rejects.toThrow();
  });

  test('a link to no file, to no heading, and a picture that is missing', () => {
    const text =
      '# Here\n[a](none.md) [b](#there) [c](README.md#nothing) ![d](none.png)\n[e](#here)\n`[f](code)`';
    const other = { path: 'README.md', text: '# Other' };
    expect(deadLinks([{ path: 'PAGE.md', text }, other])).toHaveLength(4);
  });
});

test('examples may import, declare, and claim that something throws', async () => {
  const code = [
    `import { type Process, Stream } from 'airbridge/kernel';`,
    `const luck: Stream = new Stream('7', 'patience');`,
    'const half = 0.5; // => 0.5',
    'luck.uniform() < 1 // => true',
    '[half, half] // => [0.5, 0.5]',
    `JSON.parse('{') // => throws JSON`,
  ].join('\n');
  await runExample({ at: 'here:1', code, modules: [] });
});

test.each([
  ['What a user does', 'what-a-user-does'],
  ['3. Kernel', '3-kernel'],
  ['`run` and `compare`', 'run-and-compare'],
  ['A7: boarding — time', 'a7-boarding--time'],
  ['Times_and units', 'times_and-units'],
])('the anchor of the heading "%s" is #%s, as on GitHub', (heading, anchor) => {
  expect(slug(heading)).toBe(anchor);
});
