import { crc32 } from 'node:zlib';

/** Signature and header chunk, which come first: 8 bytes, then 4 + 4 + 13 + 4. */
const HEADER = 33;
/** Longest keyword the format takes. */
const LONGEST_KEYWORD = 79;

/**
 * A picture with words in it: one uncompressed iTXt chunk each, after the header. Source: W3C, Portable Network Graphics
 * Specification, third edition, 11.3.3.4.
 *
 * @param png a finished picture
 * @param record keywords of 1 to 79 Latin letters, and their texts; the specification names `Title`, `Description`, `Software`, `Source`, `Comment`
 */
export function withTexts(png: Buffer, record: ReadonlyMap<string, string>): Buffer {
  const chunks = [...record].map(([keyword, text]) => chunk(keyword.slice(0, LONGEST_KEYWORD), text));
  return Buffer.concat([png.subarray(0, HEADER), ...chunks, png.subarray(HEADER)]);
}

/** Length, type, data and check sum; the data are keyword, no compression, no language, no translated keyword, text. */
function chunk(keyword: string, text: string): Buffer {
  const typeAndData = Buffer.concat([
    Buffer.from('iTXt', 'latin1'),
    Buffer.from(keyword, 'latin1'),
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(text, 'utf8'),
  ]);
  const framed = Buffer.alloc(typeAndData.length + 8);
  framed.writeUInt32BE(typeAndData.length - 4, 0);
  typeAndData.copy(framed, 4);
  framed.writeUInt32BE(crc32(typeAndData), typeAndData.length + 4);
  return framed;
}
