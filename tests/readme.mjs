// Puts real output into README.md and docs/tutorial.md, and pictures into docs/images; needs a build.
//   node tests/readme.mjs          writes
//   node tests/readme.mjs --check  exits 1 when a page says anything else than the program
//   node tests/readme.mjs docs/tutorial.md  only this page
//
// In a page a block of text behind `<!-- airbridge WORDS -->` is what that command prints;
// `| section NAME` keeps one section of it. `<!-- findings -->` is a table of all variants of kabul-48h.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = ['people-out', 'force'];
const folder = mkdtempSync(join(tmpdir(), 'airbridge-readme-'));

/** What a command prints, problems included. */
const airbridge = (words) => {
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return `${stderr}${stdout}`.trimEnd();
};

/** One section of a printed table: from its heading to the next empty line. */
const sectionOf = (text, name) => {
  const lines = text.split('\n');
  const first = lines.indexOf(name);
  if (first < 0) throw new Error(`no section ${name} in:\n${text}`);
  const length = lines.slice(first).indexOf('');
  return lines.slice(first, length < 0 ? undefined : first + length).join('\n');
};

/** Words of a command; quotes are not needed. */
const blockOf = (order) => {
  const [command, filter] = order.split(' | section ');
  const words = command.split(' ').map((word) => (word === 'out/kabul-48h' ? folder : word));
  const text = airbridge(words);
  return `\`\`\`text\n${filter === undefined ? text : sectionOf(text, filter)}\n\`\`\``;
};

const COLUMNS = [
  ['people-out', 'people out'],
  ['staff-in-compound', 'staff in the compound'],
  ['troops', 'troops'],
  ['consular-hours', 'officer-hours'],
  ['runway-overrun', 'runway overrun, within 72 h'],
];

const rounded = (value, kind) => {
  const shown = kind === 'indicator' ? value * 100 : value;
  const text = Math.abs(shown) >= 10 ? shown.toFixed(0) : shown.toFixed(1);
  return text.replace(/^-(0(?:\.0)?)$/, '$1').replace(/\B(?=(\d{3})+$)/g, ',');
};

const interval = ({ kind, low, high }, middle) =>
  `${rounded(middle, kind)} (${rounded(low, kind)} to ${rounded(high, kind)})${kind === 'indicator' ? ' %' : ''}`;

const difference = (one) => {
  if (one.direction === 'identical') return 'the same';
  if (one.direction === 'none') return '–';
  const { kind } = one.spec;
  const sign = one.difference > 0 ? '+' : '';
  const unit = kind === 'indicator' ? ' points' : '';
  return `${sign}${rounded(one.difference, kind)} (${rounded(one.low, kind)} to ${rounded(one.high, kind)})${unit}`;
};

/** The base with its means, then what each variant changes. */
const findings = () => {
  const base = JSON.parse(airbridge(['run', 'kabul-48h', '--json']));
  const list = JSON.parse(airbridge(['list', '--json']));
  const names = list.find(({ name }) => name === 'kabul-48h').variants;
  const plans = ['kabul-48h', ...names.map((name) => `kabul-48h#${name}`)];
  const { comparisons } = JSON.parse(airbridge(['compare', ...plans, '--json']));
  const row = (name, cells) => `| ${[name, ...cells].join(' | ')} |`;
  return [
    row(
      'plan',
      COLUMNS.map(([, title]) => title),
    ),
    row(
      '---',
      COLUMNS.map(() => '---'),
    ),
    row(
      '`kabul-48h`',
      COLUMNS.map(([id]) => {
        const one = base.measures.find((measure) => measure.id === id);
        return interval(one, one.mean);
      }),
    ),
    ...comparisons.map(({ variant, measures }) =>
      row(
        `\`${variant.slice('kabul-48h'.length)}\``,
        COLUMNS.map(([id]) => difference(measures.find(({ spec }) => spec.id === id))),
      ),
    ),
  ].join('\n');
};

/** A page with what the program prints in its blocks. */
const filledIn = (written) =>
  written
    .replace(
      /(<!-- airbridge (.+?) -->\n)```text\n(?:(?!```)[^\n]*\n)*```/g,
      (_, mark, order) => `${mark}${blockOf(order)}`,
    )
    .replace(/(<!-- findings -->\n)[\s\S]*?(?=\n\n)/, (_, mark) => `${mark}${findings()}`);

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const pages = asked.length > 0 ? asked : ['README.md', 'docs/tutorial.md'];
for (const page of pages) {
  const written = readFileSync(join(root, page), 'utf8');
  const filled = filledIn(written);
  if (!process.argv.includes('--check')) writeFileSync(join(root, page), filled);
  else if (filled !== written) {
    process.stderr.write(`${page} is not what the program says\n`);
    process.exitCode = 1;
  }
}
if (!process.argv.includes('--check') && pages.includes('README.md')) {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  for (const name of PICTURES)
    copyFileSync(join(folder, 'charts', `${name}.png`), join(root, 'docs/images', `${name}.png`));
}
rmSync(folder, { recursive: true, force: true });
