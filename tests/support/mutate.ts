import seedrandom from 'seedrandom';

const pick = <Item>(luck: () => number, items: readonly Item[]): Item =>
  items[Math.floor(luck() * items.length)]!;

const WORDS = [
  '0',
  '-1',
  '1e9',
  '.inf',
  '.nan',
  '1e400',
  '3 min',
  '2 h',
  '400 people',
  '5 %',
  '120 %',
  '-3 %',
  '2 %/h',
  '9 nm',
  '1,089 nm',
  'null',
  'true',
  'yes',
  '~',
  '""',
  '[]',
  '{}',
  '[[',
  '{ value: 3 min, source: P }',
  '{ uniform: [1, 2] }',
  '{ uniform: [2 min, 1 min] }',
  '{ discrete: { 1: 50 %, 2: 50 % } }',
  '{ poisson: { mean: 3 } }',
  '&a x',
  '*a',
  '*b',
  '!!x y',
  '__proto__',
  'constructor',
  'hkia',
  'haven',
  'us',
  '2021-08-14T18:00',
  '2021-02-30T00:00',
  '72 h',
  '73 h',
  '# gone',
  '|',
  '>-',
  '\t',
  '- ',
  '? ',
  '---',
  '"',
  "'",
  '\u0000',
  '\ufffd',
  '{ __proto__: 1 }',
  '<<: *a',
] as const;

type Change = (lines: string[], luck: () => number) => void;

const indexOf = (lines: readonly string[], luck: () => number): number => Math.floor(luck() * lines.length);

const tokens = (line: string): string[] => line.split(/(\s+|[[\]{},:])/);

const replaceToken =
  (by: (token: string, luck: () => number, all: readonly string[]) => string): Change =>
  (lines, luck) => {
    const at = indexOf(lines, luck);
    const parts = tokens(lines[at] ?? '');
    const index = Math.floor(luck() * parts.length);
    parts[index] = by(parts[index] ?? '', luck, lines);
    lines[at] = parts.join('');
  };

const CHANGES: readonly Change[] = [
  replaceToken((_token, luck) => pick(luck, WORDS)),
  replaceToken(() => ''),
  replaceToken((token) => `${token}${token}`),
  replaceToken((_token, luck, all) => pick(luck, tokens(pick(luck, all)))),
  replaceToken((token, luck) => (/\d/.test(token) ? String(Math.floor(luck() * 2000) - 100) : token)),
  replaceToken((token, luck) => {
    const at = Math.floor(luck() * (token.length + 1));
    return token.slice(0, at) + String.fromCharCode(32 + Math.floor(luck() * 95)) + token.slice(at + 1);
  }),
  (lines, luck) => lines.splice(indexOf(lines, luck), 1 + Math.floor(luck() * 3)),
  (lines, luck) => {
    lines.splice(indexOf(lines, luck), 0, lines[indexOf(lines, luck)] ?? '');
  },
  (lines, luck) => {
    const at = indexOf(lines, luck);
    lines[at] = `${' '.repeat(Math.floor(luck() * 5))}${(lines[at] ?? '').slice(Math.floor(luck() * 3))}`;
  },
  (lines, luck) => {
    const [a, b] = [indexOf(lines, luck), indexOf(lines, luck)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  },
];

/** Changes that leave a text well formed more often: another number in the place of a number. */
const GENTLE: readonly Change[] = [CHANGES[4]!, CHANGES[6]!];

/**
 * A text with one to four random changes, always the same for the same seed.
 *
 * @param text a scenario
 * @param seed a whole number
 */
export const mutate = (text: string, seed: number): string => {
  const luck: () => number = seedrandom.alea(`mutate ${seed}`);
  const lines = text.split('\n');
  const changes = luck() < 0.4 ? GENTLE : CHANGES;
  const times = 1 + Math.floor(luck() * 4);
  for (let i = 0; i < times; i++) pick(luck, changes)(lines, luck);
  return lines.join('\n');
};
