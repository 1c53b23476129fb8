import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type YAMLMap,
  type Node as YamlNode,
} from 'yaml';
import type { ProblemCode } from './fault.ts';
import type { Place, Problem } from './problem.ts';
import { tokenize } from './tokens.ts';
import type { MapEntry, Node } from './tree.ts';

/** A file longer than this is not read; a scenario of a whole country has some hundred kilobytes. */
export const LONGEST_TEXT = 5_000_000;

/** Values of one file, with those that aliases repeat. */
const MOST_VALUES = 200_000;

const MOST_PROBLEMS = 100;

/** A text as a tree, and what is wrong with it as YAML. */
export interface Parsed {
  /** absent where the text is no YAML at all */
  readonly root?: Node;
  readonly problems: readonly Problem[];
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #anchors = new Map<string, { node: Node; size: number } | 'open'>();
  readonly #file: string;
  readonly #text: string;
  readonly #lines: LineCounter;
  #values = 0;

  constructor(file: string, text: string, lines: LineCounter) {
    this.#file = file;
    this.#text = text;
    this.#lines = lines;
  }

  place(from: number, to: number): Place {
    const start = Math.min(from, this.#text.length);
    const { line, col } = this.#lines.linePos(start);
    const end = this.#text.slice(start, Math.min(Math.max(to, start + 1), start + 200)).search(/\r?\n/);
    const length = end >= 0 ? end : Math.min(to - start, 200);
    return {
      file: this.#file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      length: Math.max(1, length),
    };
  }

  report(code: ProblemCode, place: Place, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ code, path: '', message, ...place });
  }

  /** Reads a node and tells how many values it holds, those repeated by aliases included. */
  read(node: YamlNode | null | undefined, fallback: Place): { node: Node; size: number } {
    const place = node?.range ? this.place(node.range[0], node.range[1]) : fallback;
    if (isAlias(node)) return this.#alias(node.source, place);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const found = this.#content(node, place);
    if (anchor !== undefined) this.#anchors.set(anchor, found);
    return found;
  }

  #alias(name: string, place: Place): { node: Node; size: number } {
    const target = this.#anchors.get(name);
    const nothing: Node = { kind: 'scalar', value: null, text: '', place };
    if (target === 'open') this.report('circular', place, `the alias *${name} stands inside its own anchor`);
    if (target === undefined) this.report('yaml', place, `no anchor &${name} before this alias`);
    if (target === 'open' || target === undefined) return { node: nothing, size: 1 };
    this.#count(target.size, place);
    return target;
  }

  #count(size: number, place: Place): void {
    const before = this.#values;
    this.#values += size;
    if (before <= MOST_VALUES && this.#values > MOST_VALUES) {
      const most = MOST_VALUES.toLocaleString('en');
      this.report(
        'too-many-values',
        place,
        `the file holds more than ${most} values once aliases are followed`,
      );
    }
  }

  #content(node: YamlNode | null | undefined, place: Place): { node: Node; size: number } {
    this.#count(1, place);
    if (isMap(node)) return this.#map(node, place);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item as YamlNode | null, place));
      const size = items.reduce((sum, item) => sum + item.size, 1);
      return { node: { kind: 'list', items: items.map((item) => item.node), place }, size };
    }
    const value = isScalar(node) ? node.value : null;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const text = isScalar(node) ? (node.source ?? '') : '';
    return { node: { kind: 'scalar', value: known ? value : null, text, place }, size: 1 };
  }

  #map(map: YAMLMap, place: Place): { node: Node; size: number } {
    const entries = new Map<string, MapEntry>();
    let size = 1;
    for (const pair of map.items as Pair<YamlNode | null, YamlNode | null>[]) {
      const at = pair.key?.range ? this.place(pair.key.range[0], pair.key.range[1]) : place;
      const key = this.#key(pair.key, at);
      const value = this.read(pair.value, at);
      size += value.size;
      if (key === undefined) continue;
      const first = entries.get(key);
      if (first === undefined) entries.set(key, { place: at, value: value.node });
      else
        this.report('duplicate-key', at, `\`${key}\` stands twice; the first is on line ${first.place.line}`);
    }
    return { node: { kind: 'map', entries, place }, size };
  }

  #key(key: YamlNode | null, place: Place): string | undefined {
    if (!isScalar(key) || key.value === null || key.value === '') {
      this.report('bad-name', place, 'a key must be a word');
      return undefined;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (name in {}) {
      this.report('reserved-key', place, `\`${name}\` cannot be a key: choose another name`);
      return undefined;
    }
    if (key.value === '<<') {
      this.report('yaml', place, 'merge keys (<<) belong to YAML 1.1: repeat the entries, or use `extends`');
      return undefined;
    }
    return name;
  }
}

/** Line breaks and tabs apart, a scenario holds no control characters; U+FFFD is what a failed decoding leaves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ud800-\udfff]/u;

const notText = (text: string, reader: Reader): boolean => {
  const found = NOT_TEXT.exec(text);
  if (found === null) return false;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase();
  const what = code === 'FFFD' ? 'is not valid UTF-8' : `holds the control character U+${code}`;
  reader.report(
    'not-text',
    reader.place(found.index, found.index + 1),
    `this is not a text file: it ${what}`,
  );
  return true;
};

const ONE_DOCUMENT = 'a scenario is one document: remove `---`';

/** The parser's messages, where ours say more about what to do. */
const ADVICE: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tabs may not indent: use spaces',
  MULTIPLE_DOCS: ONE_DOCUMENT,
  TAG_RESOLVE_FAILED: 'tags (!) are not used here: remove it',
  MULTIPLE_ANCHORS: 'a value has one anchor at most',
  BAD_ALIAS: 'an alias is * and the name of an anchor',
};

/** One slip makes the parser stumble over what follows; more than this says no more. */
const MOST_STUMBLES = 3;

const syntax = (document: Document, reader: Reader): void => {
  const found = [...document.errors, ...document.warnings];
  const tabs = found.filter(({ message }) => /tab/i.test(message));
  for (const { code, message, pos } of (tabs.length > 0 ? tabs : found).slice(0, MOST_STUMBLES)) {
    const kind: ProblemCode = code === 'MULTIPLE_DOCS' ? 'multiple-documents' : 'yaml';
    const own = ADVICE[code] ?? (/tab/i.test(message) ? ADVICE.TAB_AS_INDENT : undefined);
    reader.report(kind, reader.place(pos[0], pos[1]), own ?? `not valid YAML: ${message}`);
  }
};

/**
 * Parses a YAML 1.2 text into a tree that knows where everything was written.
 *
 * Everything is plain data: no tags, no merge keys; aliases are followed up to a limit.
 *
 * @param file name for the problems
 * @param text the text
 */
export const parseYaml = (file: string, text: string): Parsed => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const reader = new Reader(file, text, lines);
  const whole = reader.place(0, 1);
  if (text.length > LONGEST_TEXT) {
    reader.report('too-large', whole, `the file is longer than ${LONGEST_TEXT / 1e6} million characters`);
    return { problems: reader.problems };
  }
  const breaks = text.matchAll(/\n/g);
  for (const { index } of breaks) lines.addNewLine(index + 1);
  if (notText(text, reader)) return { problems: reader.problems };
  const { tokens, fault } = tokenize(text);
  if (fault !== undefined) {
    reader.report(fault.code, reader.place(fault.offset, fault.offset + 1), fault.message);
    return { problems: reader.problems };
  }
  const composer = new Composer({ version: '1.2', uniqueKeys: false, merge: false, logLevel: 'silent' });
  const [document, second] = composer.compose(tokens, true, text.length);
  if (second)
    reader.report('multiple-documents', reader.place(second.range[0], second.range[0] + 3), ONE_DOCUMENT);
  if (document === undefined) return { problems: reader.problems };
  syntax(document as Document, reader);
  if (reader.problems.length > 0) return { problems: reader.problems };
  const { node } = reader.read(document.contents as YamlNode | null, whole);
  // A tree whose branches are shared too often would unfold when it is walked.
  if (reader.problems.some(({ code }) => code === 'too-many-values')) return { problems: reader.problems };
  return { root: node, problems: reader.problems };
};
