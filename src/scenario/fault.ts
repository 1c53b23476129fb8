/** What kind of fault a problem is; stable, so that programs can tell them apart. */
export type ProblemCode =
  | 'ambiguous-name'
  | 'bad-annotation'
  | 'bad-distribution'
  | 'bad-extends'
  | 'bad-name'
  | 'bad-probability'
  | 'bad-set'
  | 'bad-time'
  | 'circular'
  | 'contradiction'
  | 'dangling-name'
  | 'duplicate-key'
  | 'duplicate-name'
  | 'empty'
  | 'missing-key'
  | 'missing-unit'
  | 'multiple-documents'
  | 'no-route'
  | 'no-such-date'
  | 'not-a-number'
  | 'not-json'
  | 'not-text'
  | 'not-whole'
  | 'nothing-to-remove'
  | 'out-of-range'
  | 'outside-tree'
  | 'outside-window'
  | 'reserved-key'
  | 'too-deep'
  | 'too-large'
  | 'too-many-values'
  | 'unknown-choice'
  | 'unknown-key'
  | 'unknown-variant'
  | 'unreadable'
  | 'wrong-length'
  | 'wrong-type'
  | 'wrong-unit'
  | 'wrong-version'
  | 'yaml';

/** A fault found in one value, before it is known where in which file that value stands. */
export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  /** where below the value, as keys and indices */
  readonly path?: readonly (string | number)[];
  /** whether the key at that path is wrong, not what stands under it */
  readonly onKey?: boolean;
}

/** Either a value or the fault that prevents one. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault };

export const good = <Value>(value: Value): Reading<Value> => ({ ok: true, value });

export const bad = (code: ProblemCode, message: string, path: Fault['path'] = []): Reading<never> => ({
  ok: false,
  fault: { code, message, path },
});

/** A value from a file as a message quotes it: short, on one line. */
export const quote = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string' && value === '') return 'an empty text';
  const text = String(value).replaceAll(/\s+/g, ' ');
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
};
