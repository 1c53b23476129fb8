import type { ChartSpec } from '../spec.ts';
import { plain } from '../text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that XML and HTML read as text wherever it stands. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] as string);

/**
 * The same bytes for the same drawing: the library numbers clip paths on through the life of the process, and writes
 * outlines to a millionth of a pixel.
 */
export function settled(svg: string): string {
  const names = [...new Set(svg.match(/\bcl_[0-9a-f]+\b/gu) ?? [])];
  const numbers = new Map(names.map((name, index) => [name, `clip${index}`]));
  return svg
    .replace(/\bcl_[0-9a-f]+\b/gu, (name) => numbers.get(name) as string)
    .replace(/ d="[^"]*"/gu, (path) =>
      path.replace(/-?\d+\.\d{3,}/gu, (number) => String(Math.round(Number(number) * 100) / 100)),
    );
}

/** Letters that XML 1.0 allows nowhere, not even as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they would make the file unreadable
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** The drawing with the chart's words as `title` and `desc`, the record as `metadata`, and a view box so that it scales. */
export function withWords(svg: string, spec: ChartSpec, record: ReadonlyMap<string, string>): string {
  const opening = /<svg\b[^>]*>/u.exec(svg);
  if (opening === null)
    throw new Error('Cannot write the chart as SVG: the drawing library returned no svg element.');
  const end = opening.index + opening[0].length;
  const words = `<title>${escapeMarkup(plain(spec.title, 400))}</title><desc>${escapeMarkup(plain(spec.alt, 2000))}</desc>${metadata(record)}`;
  const box = viewBox(opening[0]);
  return `${svg.slice(0, opening.index)}${opening[0].replace(/>$/u, `${box} role="img">`)}${words}${svg.slice(end)}`;
}

function viewBox(opening: string): string {
  const [width, height] = ['width', 'height'].map(
    (name) => new RegExp(`\\b${name}="([0-9.]+)`, 'u').exec(opening)?.[1],
  );
  return opening.includes('viewBox') || width === undefined ? '' : ` viewBox="0 0 ${width} ${height}"`;
}

/** One line of text for each word of the record: `Software: airbridge 0.1.0`. */
function metadata(record: ReadonlyMap<string, string>): string {
  if (record.size === 0) return '';
  const lines = [...record].map(([keyword, text]) => `${keyword}: ${text.replace(FORBIDDEN, ' ')}`);
  return `<metadata>${escapeMarkup(lines.join('\n'))}</metadata>`;
}
