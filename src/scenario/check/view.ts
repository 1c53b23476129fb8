import type { Distribution } from '../distribution.ts';
import type { ProblemCode } from '../fault.ts';
import { type Instant, minutesAfterStart, type Start } from '../instant.ts';
import type { Leaf } from '../leaves.ts';
import { remembered } from '../memo.ts';
import { meaningOf } from '../parse.ts';
import type { Place, Problem } from '../problem.ts';
import { scenarioSchema } from '../schema/index.ts';
import { schemaAt } from '../shape.ts';
import { descend, dotted, type MapNode, type Node, nearest, type Path } from '../tree.ts';

const keysIn = remembered((node: MapNode): readonly string[] => [...node.entries.keys()]);

/** A tree that may be wrong in places, with ways to read what is right in it. */
export class View {
  readonly root: MapNode;
  readonly leaves: readonly Leaf[];
  readonly #problems: Problem[] = [];

  constructor(root: MapNode, leaves: readonly Leaf[]) {
    this.root = root;
    this.leaves = leaves;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Reports a problem at a path, or at a place of its own. */
  report(code: ProblemCode, path: Path, message: string, place?: Place): void {
    const at = place ?? nearest(this.root, path).place;
    this.#problems.push({ code, path: dotted(path), message, ...at });
  }

  node(path: Path): Node | undefined {
    return descend(this.root, path);
  }

  /** The names of a mapping's entries. */
  names(path: Path): readonly string[] {
    const node = this.node(path);
    return node?.kind === 'map' ? keysIn(node) : [];
  }

  /** The place of a mapping's key. */
  keyPlace(path: Path): Place | undefined {
    const owner = this.node(path.slice(0, -1));
    return owner?.kind === 'map' ? owner.entries.get(String(path.at(-1)))?.place : undefined;
  }

  has(path: Path): boolean {
    return this.node(path) !== undefined;
  }

  /** What a part of the file means, its default where it is absent; `undefined` where it is wrong. */
  read(path: Path): unknown {
    const schema = schemaAt(scenarioSchema, this.root, path);
    return schema === undefined ? undefined : meaningOf(schema, this.node(path))?.data;
  }

  /** A constant, in its canonical unit. */
  amount(path: Path): number | undefined {
    return this.read(path) as number | undefined;
  }

  random(path: Path): Distribution | undefined {
    return this.read(path) as Distribution | undefined;
  }

  /** A name or another word. */
  word(path: Path): string | undefined {
    const value = this.read(path);
    return typeof value === 'string' ? value : undefined;
  }

  /** A list of names; `undefined` where it is absent. */
  words(path: Path): readonly string[] | undefined {
    const value = this.read(path);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
  }

  /** Minutes after the start, for a point in time. */
  minutes(path: Path): number | undefined {
    return this.after(this.read(path) as Instant | undefined);
  }

  after(instant: Instant | undefined): number | undefined {
    const start = this.read(['start']) as Start | undefined;
    if (instant === undefined) return undefined;
    if (start === undefined && 'civil' in instant) return undefined;
    return minutesAfterStart({ start: start ?? { civil: 0 } }, instant);
  }
}
