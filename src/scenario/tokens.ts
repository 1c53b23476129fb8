import { CST, Lexer, Parser } from 'yaml';
import type { ProblemCode } from './fault.ts';

/** The deepest scenario needs some ten levels. */
const DEEPEST = 60;

/** A scenario of three hundred lines has some five thousand. */
const MOST_LEXEMES = 1_000_000;

interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  readonly offset: number;
}

/** The parser's tokens, or why the text was not parsed to its end. */
export interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly fault?: Refusal;
}

const tooDeep = (offset: number): Refusal => ({
  code: 'too-deep',
  message: `values nest deeper than ${DEEPEST} levels`,
  offset,
});

/** What the lexer puts before the text of a scalar. */
const SCALAR = '\u001f';

/** Follows brackets, and dashes within a line, while the text is read: a parser that met them all would run out of memory. */
class Depth {
  #brackets = 0;
  #dashes = 0;
  #previous = '';

  /** @returns whether the text is still shallow enough */
  accept(lexeme: string): boolean {
    const isText = this.#previous === SCALAR;
    this.#previous = lexeme;
    if (isText) return true;
    if (lexeme === '[' || lexeme === '{') this.#brackets += 1;
    if (lexeme === ']' || lexeme === '}') this.#brackets -= 1;
    if (lexeme === '-' || lexeme === '?') this.#dashes += 1;
    if (lexeme.endsWith('\n')) this.#dashes = 0;
    return this.#brackets <= DEEPEST && this.#dashes <= DEEPEST;
  }
}

/** Where collections nest too deeply by their indents; without recursion, so that nothing can overflow. */
const deepIndent = (tokens: readonly CST.Token[]): number | undefined => {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { token, depth } = top;
    if (depth > DEEPEST && 'offset' in token) return token.offset;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!CST.isCollection(token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
};

/**
 * Takes a text apart, and stops at once where it nests or goes on beyond all measure.
 *
 * @param text a YAML text
 */
export const tokenize = (text: string): Tokens => {
  const parser = new Parser();
  const depth = new Depth();
  const tokens: CST.Token[] = [];
  let offset = 0;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (!depth.accept(lexeme)) return { tokens: [], fault: tooDeep(offset) };
    offset += lexeme === SCALAR || lexeme === '\u0002' || lexeme === '\u0018' ? 0 : lexeme.length;
    count += 1;
    if (count > MOST_LEXEMES) {
      return {
        tokens: [],
        fault: { code: 'too-many-values', message: 'the file holds too many values', offset },
      };
    }
    tokens.push(...parser.next(lexeme));
  }
  tokens.push(...parser.end());
  const deep = deepIndent(tokens);
  return deep === undefined ? { tokens } : { tokens, fault: tooDeep(deep) };
};
