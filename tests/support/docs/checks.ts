import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { formatNumber } from '../../../src/analysis/index.ts';
import type { Check } from '../../../src/verify/index.ts';

/** Five digits, as `airbridge verify` prints them. */
const figure = (value: number): string =>
  Math.abs(value) >= 1000
    ? formatNumber(value, Math.abs(value) >= 1e4 ? 0 : 1)
    : String(Number(value.toPrecision(5)));

const interval = ({ low, high, expected }: Check): string =>
  low === null || high === null || high - low < 1e-4 * Math.abs(expected)
    ? 'exact'
    : `${figure(low)} to ${figure(high)}`;

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Checks as a table of a page. */
const checkTable = (checks: readonly Check[]): string =>
  [
    row(['case', 'quantity', 'expected', 'got', 'interval', 'verdict', 'from']),
    row(['---', '---', '--:', '--:', '---', '---', '---']),
    ...checks.map((check, index) =>
      row([
        check.group === checks[index - 1]?.group ? '' : check.group,
        check.quantity,
        figure(check.expected),
        check.got === null ? 'never' : figure(check.got),
        interval(check),
        check.verdict,
        check.group === checks[index - 1]?.group ? '' : check.source,
      ]),
    ),
  ].join('\n');

/**
 * Fills a table of a page: what stands behind `<!-- MARK -->` up to the next empty line is replaced.
 *
 * @param page the text of the page
 * @param mark which table
 * @param table its lines
 */
export const withTable = (page: string, mark: string, table: string): string => {
  const line = `<!-- ${mark} -->\n`;
  const begin = page.indexOf(line);
  if (begin < 0) throw new Error(`the page has no place for ${mark}`);
  const end = page.indexOf('\n\n', begin);
  return `${page.slice(0, begin)}${line}${table}${page.slice(end)}`;
};

/** Fills the table of a part of the verification. */
export const withChecks = (page: string, part: Check['part'], checks: readonly Check[]): string =>
  withTable(page, `verify ${part}`, checkTable(checks));

/** Compares a page with what it should be, or with UPDATE_DOCS=1 writes it. */
export const expectPage = (path: string, fill: (page: string) => string): void => {
  const page = readFileSync(path, 'utf8');
  const filled = fill(page);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, filled);
  else expect(page).toBe(filled);
};
