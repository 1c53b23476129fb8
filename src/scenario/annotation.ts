import type { z } from 'zod';
import { quote } from './fault.ts';
import type { Problem } from './problem.ts';
import { below, shapeOf } from './shape.ts';
import { didYouMean } from './suggest.ts';
import { type Annotation, dotted, type MapEntry, type MapNode, type Node, type Path } from './tree.ts';

/** Keys that any mapping may carry to say where its numbers come from. */
export const ANNOTATION_KEYS = ['source', 'assumed', 'grade', 'note'] as const;

const GRADES = ['observed', 'estimate', 'assumed'] as const;

type Grade = (typeof GRADES)[number];

const isAnnotationKey = (key: string): boolean => (ANNOTATION_KEYS as readonly string[]).includes(key);

interface Lifting {
  readonly problems: Problem[];
}

const complain = ({ problems }: Lifting, node: Node, path: Path, message: string): void => {
  problems.push({ code: 'bad-annotation', path: dotted(path), message, ...node.place });
};

const textOf = (lifting: Lifting, key: string, node: Node, path: Path): string | undefined => {
  if (node.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '') return node.value;
  const found = quote(node.kind === 'scalar' ? node.value : node.kind === 'list' ? [] : {});
  const hint = node.kind === 'scalar' && typeof node.value === 'number' ? ': put it in quotes' : '';
  const example = key === 'source' ? 'where the number comes from' : 'the reason in words';
  complain(lifting, node, path, `\`${key}\` needs a text, ${example}, found ${found}${hint}`);
  return undefined;
};

const gradeOf = (lifting: Lifting, node: Node, path: Path): Grade | undefined => {
  const word = node.kind === 'scalar' ? String(node.value) : '';
  if ((GRADES as readonly string[]).includes(word)) return word as Grade;
  complain(
    lifting,
    node,
    path,
    `\`grade\` is one of ${GRADES.join(', ')}, found ${quote(word)}${didYouMean(word, GRADES)}`,
  );
  return undefined;
};

/** A source alone is an observation, a reason alone an assumption, both together an estimate. */
const defaultGrade = (source: string | undefined, assumed: string | undefined): Grade => {
  if (source === undefined) return 'assumed';
  return assumed === undefined ? 'observed' : 'estimate';
};

const annotationOf = (lifting: Lifting, map: MapNode, path: Path): Annotation | undefined => {
  const get = (key: string): Node | undefined => map.entries.get(key)?.value;
  const read = (key: string): string | undefined => {
    const node = get(key);
    return node === undefined ? undefined : textOf(lifting, key, node, [...path, key]);
  };
  const source = read('source');
  const assumed = read('assumed');
  const note = read('note');
  const graded = get('grade');
  const grade = graded === undefined ? undefined : gradeOf(lifting, graded, [...path, 'grade']);
  const origin = get('source') ?? get('assumed');
  if (origin === undefined && graded !== undefined) {
    complain(lifting, graded, [...path, 'grade'], '`grade` needs a `source`, or a reason under `assumed`');
  }
  if (source === undefined && assumed !== undefined && grade === 'observed') {
    complain(
      lifting,
      graded ?? map,
      [...path, 'grade'],
      'what is assumed is not observed: name the `source`',
    );
  }
  if (source === undefined && assumed === undefined) return undefined;
  return {
    ...(source !== undefined && { source }),
    ...(assumed !== undefined && { assumed }),
    ...(note !== undefined && { note }),
    grade: grade ?? defaultGrade(source, assumed),
  };
};

/** `{ value: 75 min, source: P95 }` stands for its value wherever the file needs no mapping. */
const wrapped = (map: MapNode, schema: z.ZodType | undefined): Node | undefined => {
  const value = map.entries.get('value')?.value;
  if (value === undefined || schema === undefined) return undefined;
  const { kind } = shapeOf(schema).form;
  if (kind === 'object' || kind === 'record' || kind === 'choice') return undefined;
  return [...map.entries.keys()].every((key) => key === 'value' || isAnnotationKey(key)) ? value : undefined;
};

const declares = (schema: z.ZodType | undefined, key: string): boolean => {
  const form = schema === undefined ? undefined : shapeOf(schema).form;
  return form?.kind === 'object' && Object.hasOwn(form.keys, key);
};

const lift = (
  lifting: Lifting,
  node: Node,
  context: { schema: z.ZodType | undefined; path: Path; annotation: Annotation | undefined },
): Node => {
  const { schema, path, annotation } = context;
  if (node.kind === 'scalar') return { ...node, annotation };
  if (node.kind === 'list') {
    const items = node.items.map((item, index) =>
      lift(lifting, item, { schema: below(schema, index, node), path: [...path, index], annotation }),
    );
    return { ...node, items, annotation };
  }
  const own = annotationOf(lifting, node, path) ?? annotation;
  const inner = wrapped(node, schema);
  if (inner !== undefined) return lift(lifting, inner, { schema, path, annotation: own });
  const entries = new Map<string, MapEntry>();
  for (const [key, { place, value }] of node.entries) {
    if (isAnnotationKey(key) && !declares(schema, key)) continue;
    const at = { schema: below(schema, key, node), path: [...path, key], annotation: own };
    entries.set(key, { place, value: lift(lifting, value, at) });
  }
  return { ...node, entries, annotation: own };
};

/**
 * Lifts the annotations off one text: they disappear from its mappings and stay with the values below them.
 * Done for each text before texts are merged, so that a source never vouches for a number of another text.
 *
 * @param node the text's tree
 * @param schema what the tree should look like
 * @param annotation what covers everything that has no annotation of its own
 */
export const liftAnnotations = (
  node: Node,
  schema: z.ZodType,
  annotation?: Annotation,
): { readonly node: Node; readonly problems: readonly Problem[] } => {
  const lifting: Lifting = { problems: [] };
  return { node: lift(lifting, node, { schema, path: [], annotation }), problems: lifting.problems };
};
