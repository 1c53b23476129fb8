/** Output stays below 80 columns. */
export const WIDTH = 79;

/** Columns that a text takes; one for each character. */
export const widthOf = (text: string): number => [...text].length;

/** Text of a scenario made safe for a terminal: no escape sequences, no line breaks. */
export const plainText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they could drive the terminal
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();

/** Data as JSON for a file or for a pipe; a time that did not come is null. */
export const jsonText = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** What a shell takes as it stands. */
const BARE = /^[\w@%+=:,./-][\w@%+=:,./#-]*$/;

/**
 * Writes a command line as one types it, with what a shell would not take as it stands in quotes.
 *
 * @param words behind `airbridge`
 * @example
 * commandLine(['run', 'few.yaml#slow', '--set', 'window=8 h']) // => "airbridge run few.yaml#slow --set 'window=8 h'"
 */
export const commandLine = (words: readonly string[]): string =>
  ['airbridge', ...words]
    .map((word) => (BARE.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');

/**
 * Breaks a text into lines at spaces; a word longer than a line is broken too.
 *
 * @param text without line breaks
 * @param width columns, 1 or more
 * @example
 * wrap('one two three', 7) // => ['one two', 'three']
 */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((one) => pieces(one, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
};

/** A word in pieces that fit, broken behind a hyphen or the like where one stands in the second half of a line. */
const pieces = (word: string, width: number): string[] => {
  const letters = [...word];
  const found: string[] = [];
  while (letters.length > width) {
    const seam = letters.slice(0, width).findLastIndex((letter) => '-#./='.includes(letter)) + 1;
    found.push(letters.splice(0, seam > width / 2 ? seam : width).join(''));
  }
  return [...found, letters.join('')];
};

/** A paragraph of wrapped lines behind an indent. */
export const paragraph = (text: string, indent = 0): string =>
  wrap(plainText(text), WIDTH - indent)
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');

/** Pads on the right. */
export const left = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Pads on the left. */
export const right = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/**
 * A table: the first column on the left and wrapped where it is too long, the others on the right.
 *
 * @param rows texts, all rows of the same length
 * @param indent columns before the first
 * @returns a text per row, of lines below 80 columns as long as the columns after the first leave room for 12
 */
export const table = (rows: readonly (readonly string[])[], indent = 2): string[] => {
  const others = (rows[0] ?? [])
    .slice(1)
    .map((_, column) => Math.max(...rows.map((row) => widthOf(row[column + 1]!))));
  const taken = others.reduce((sum, width) => sum + width + 2, indent);
  const first = Math.min(WIDTH - taken, Math.max(...rows.map((row) => widthOf(row[0]!))));
  return rows.map((row) => rowOf(row, [Math.max(12, first), ...others], indent));
};

/** A label in lines; its own indent is kept, and lines after the first are set in by two columns more. */
const hanging = (label: string, width: number): string[] => {
  if (widthOf(label) <= width) return [label];
  const indent = /^ */.exec(label)![0].slice(0, width / 2);
  const [first = '', ...rest] = wrap(label.trim(), width - indent.length - 2);
  return [`${indent}${first}`, ...rest.map((line) => `${indent}  ${line}`)];
};

/** One row; its numbers stand beside the last line of its wrapped label. */
const rowOf = (row: readonly string[], widths: readonly number[], indent: number): string => {
  const labels = hanging(row[0]!, widths[0]!);
  const cells = row.slice(1).map((cell, column) => `  ${right(cell, widths[column + 1]!)}`);
  const last = labels.length - 1;
  return labels
    .map((label, index) => (index === last ? `${left(label, widths[0]!)}${cells.join('')}` : label))
    .map((line) => `${' '.repeat(indent)}${line}`.trimEnd())
    .join('\n')
    .concat('\n');
};
