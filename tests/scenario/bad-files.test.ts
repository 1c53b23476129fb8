import { expect, test } from 'vitest';
import { checkScenario, type LoadOptions } from '../../src/scenario/index.ts';
import { changed, errorOf, only, printed } from '../support/bad-scenario.ts';
import { SMALL_SCENARIO } from '../support/scenario-text.ts';

type Files = Readonly<Record<string, string>>;

/** Files in memory; a value `<CODE>` is what the operating system answers instead of a text. */
const reader =
  (files: Files) =>
  (path: string): string => {
    const text = files[path] ?? '<ENOENT>';
    const code = /^<(\w+)>$/.exec(text)?.[1];
    if (code !== undefined) throw Object.assign(new Error(`${code}: it failed\n    at open`), { code });
    return text;
  };

const problemsIn = (files: Files, options: Partial<LoadOptions> = {}): readonly string[] => {
  const error = errorOf('a/main.yaml', { read: reader(files), ...options });
  expect(error === undefined ? '' : printed(error)).not.toMatch(/^ +at /m);
  return (error?.problems ?? []).map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`,
  );
};

const main = (text: string): Files => ({ 'a/main.yaml': text });

test.each<[string, Files, RegExp]>([
  ['no file', {}, /^a\/main.yaml:1:1 unreadable cannot read `a\/main.yaml`: there is no such file$/],
  ['a directory', main('<EISDIR>'), /:1:1 unreadable .*it is a directory$/],
  ['a file that may not be read', main('<EACCES>'), /:1:1 unreadable .*it may not be read$/],
  ['any other failure', main('<EIO>'), /:1:1 unreadable .*EIO: it failed$/],
  ['an empty file', main(''), /:1:1 empty .*begins with `airbridge: 1`: this file is empty$/],
  ['a file of comments', main('# nothing\n# at all\n'), /:1:1 empty /],
  ['a file of text', main('hello\n'), /:1:1 wrong-type .*found `hello`$/],
  ['a file that is a list', main('- 1\n- 2\n'), /:1:1 wrong-type .*found a list$/],
  ['a file of five million letters', main('a'.repeat(5_000_001)), /:1:1 too-large .*5 million characters$/],
  ['a file of five million brackets', main('['.repeat(4_000_000)), /too-deep|yaml/],
  ['deep nesting of brackets', main(`title: ${'['.repeat(1000)}${']'.repeat(1000)}`), /:1:\d+ too-deep /],
  ['deep nesting of lists', main(`title:\n  ${'- '.repeat(1000)}x`), /:2:\d+ too-deep /],
  ['a picture', main('\u0089PNG\r\n\u001a\n\u0000\u0000'), /:2:1 not-text .*control character U\+001A$/],
  ['a wrong encoding', main('airbridge: 1\ntitle: Z\ufffdrich'), /:2:9 not-text .*not valid UTF-8$/],
  ['extends of a number', main('extends: 7'), /:1:10 bad-extends .*found `7`$/],
  ['extends of a list', main('extends: [b.yaml]'), /:1:10 bad-extends .*found a list$/],
  [
    'extends of a missing file',
    main('extends: b.yaml'),
    /:1:10 unreadable .*`a\/b.yaml`: there is no such file$/,
  ],
  [
    'extends above the folder',
    main('extends: ../b.yaml'),
    /:1:10 outside-tree `..\/b.yaml` leaves the folder/,
  ],
  ['extends around a corner', main('extends: c/../../b.yaml'), /:1:10 outside-tree /],
  ['extends from the root', main('extends: /etc/passwd'), /:1:10 outside-tree /],
  ['extends from a drive', main('extends: C:\\b.yaml'), /:1:10 outside-tree /],
  ['extends of itself', main('extends: ./main.yaml'), /:1:10 circular .*a\/main.yaml → a\/main.yaml$/],
])('%s', (_title, files, expected) => {
  const found = problemsIn(files);
  expect(found[0]).toMatch(expected);
  expect(found).toHaveLength(1);
});

test('files that extend each other in a circle are told once, where the circle closes', () => {
  const files = { 'a/main.yaml': 'extends: x/b.yaml\n', 'a/x/b.yaml': 'title: B\nextends: ../main.yaml\n' };
  expect(problemsIn(files)).toEqual([
    'a/x/b.yaml:2:10 circular files extend each other in a circle: a/main.yaml → a/x/b.yaml → a/main.yaml',
  ]);
});

test('a chain of files comes to an end', () => {
  const files = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`a/${i}.yaml`, `extends: ${i + 1}.yaml`]),
  );
  const found = problemsIn({ ...files, ...main('extends: 0.yaml') });
  expect(found).toEqual([expect.stringContaining('more than 20 files extend each other')]);
});

test('an alias bomb is refused before it unfolds', () => {
  const levels = Array.from(
    { length: 20 },
    (_, i) => `  l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
  );
  const bomb = `airbridge: 1\nsites:\n  l0: &l0 [a, b, c, d]\n${levels.join('\n')}\n`;
  expect(problemsIn(main(bomb))[0]).toMatch(
    /too-many-values .*more than 200,000 values once aliases are followed/,
  );
});

test('an alias that is no bomb is followed', () => {
  const aliased = changed(SMALL_SCENARIO, 'time: 8 min', 'time: &eight 8 min');
  const text = changed(aliased, 'groundTime: 5 min', 'groundTime: *eight');
  expect(problemsIn(main(text))).toEqual([]);
});

test('a byte order mark and Windows line ends are no problem', () => {
  expect(problemsIn(main(`\ufeff${SMALL_SCENARIO.replaceAll('\n', '\r\n')}`))).toEqual([]);
});

test('a problem in a base file is told in that file', () => {
  const files = {
    'a/main.yaml': 'extends: base/small.yaml\n',
    'a/base/small.yaml': changed(SMALL_SCENARIO, 'stands: 4', 'stands: 0'),
  };
  expect(problemsIn(files)).toEqual(['a/base/small.yaml:15:13 out-of-range must be at least 1, found `0`']);
});

test('where a base file cannot be read, nothing is said of what it may have held', () => {
  const files = main('airbridge: 1\nextends: base.yaml\ngates:\n  north: { lanes: -1 }\n');
  expect(problemsIn(files)).toEqual([
    expect.stringMatching(/^a\/main.yaml:2:10 unreadable /),
    expect.stringMatching(/^a\/main.yaml:4:19 out-of-range /),
  ]);
});

test.each<[string, string, RegExp]>([
  ['no value', 'crowd', /^--set crowd:1:1 bad-set needs path=value/],
  ['an empty part', 'crowd..initial=1', /:1:7 bad-set the path has an empty part$/],
  ['a prototype', '__proto__.x=1', /:1:1 reserved-key|:1:1 bad-set `__proto__` cannot be a key$/],
  ['an unknown key', 'crowd.initail=5 people', /:1:7 unknown-key .*did you mean `initial`\?$/],
  ['an unknown name', 'gates.nroth.lanes=3', /:1:7 dangling-name .*did you mean `north`\?$/],
  ['a wrong unit', 'gates.north.search=3 nm', /:1:20 wrong-unit .*`nm` is the unit of a distance$/],
  ['a removal of nothing', 'gates.south=null', /:1:7 nothing-to-remove /],
  ['a bracket left open', 'populations.us.lives={', /:1:\d+ yaml not valid YAML/],
  ['a dangling name', 'fleets.airlift.craft=c16', /:1:22 dangling-name .*did you mean `c17`\?$/],
])('a setting with %s', (_title, setting, expected) => {
  const found = problemsIn(main(SMALL_SCENARIO), { set: [setting] });
  expect(found[0]).toMatch(expected);
  expect(found).toHaveLength(1);
});

test('problems of the file, of a variant and of a setting come at once, each in its own text', () => {
  const broken = changed(SMALL_SCENARIO, 'stands: 4\n', 'stands: 0\n');
  const text = changed(
    broken,
    'no-crowd: { crowd: null }',
    'no-crowd: { crowd: null, gates: { nroth: null } }',
  );
  expect(problemsIn(main(text), { variant: 'no-crowd', set: ['window=2'] })).toEqual([
    expect.stringMatching(/^a\/main.yaml:15:13 out-of-range /),
    expect.stringMatching(/^a\/main.yaml:\d+:37 nothing-to-remove .*did you mean `north`\?$/),
    expect.stringMatching(/^--set window=2:1:8 missing-unit .*`2 min`\?$/),
  ]);
});

test('a variant that does not exist is named, with the one that was meant', () => {
  expect(problemsIn(main(SMALL_SCENARIO), { variant: 'lat' })).toEqual([
    'a/main.yaml:1:1 unknown-variant there is no variant `lat`; did you mean `late`?',
  ]);
});

test('check looks into every variant and tells what they share only once', () => {
  const broken = changed(SMALL_SCENARIO, 'stands: 4\n', 'stands: 0\n');
  const text = `${changed(broken, 'ready: 60 h', 'ready: 60')}  worse: 7\n  "a b": {}\n`;
  const { problems, variants } = checkScenario('s.yaml', { read: only('s.yaml', text) });
  expect(variants).toEqual(['late', 'no-crowd', 'worse', 'a b']);
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'out-of-range sites.hkia.stands',
    'wrong-type force.units.army.ready',
    'wrong-type variants.worse',
    'bad-name variants.a b',
  ]);
  const [shared, late] = problems.map(({ message }) => message);
  expect(shared).not.toContain('(with');
  expect(late).toMatch(/ \(with #late\)$/);
});

test('variants must be named mappings', () => {
  const text = changed(SMALL_SCENARIO, 'variants:\n', 'variants: [late]\nextra:\n');
  expect(problemsIn(main(text))).toEqual([
    expect.stringMatching(/wrong-type needs a mapping of names to changes, found a list$/),
    expect.stringMatching(/unknown-key unknown key `extra`/),
  ]);
});

test('a problem is printed with its place, the source line and a caret', () => {
  const text = changed(SMALL_SCENARIO, 'stands: 4\n', 'stands: four\n');
  const error = errorOf('s.yaml', { read: only('s.yaml', text), set: ['sites.compound.stands=0'] });
  expect(error === undefined ? '' : printed(error)).toBe(`\
s.yaml:15:13  sites.hkia.stands: needs a count such as 4, found \`four\`
  15 |     stands: four
     |             ^^^^

--set sites.compound.stands=0  sites.compound.stands: must be at least 1, found \`0\`
   | sites.compound.stands=0
   |                       ^`);
});
