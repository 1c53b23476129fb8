import type { z } from 'zod';
import type { ProblemCode } from '../fault.ts';
import type { Leaf } from '../leaves.ts';
import type { Place, Problem } from '../problem.ts';
import { scenarioSchema } from '../schema/index.ts';
import { schemaAt } from '../shape.ts';
import { descend, dotted, type MapNode, type Node, nearest, type Path, toPlain } from '../tree.ts';

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
    return node?.kind === 'map' ? [...node.entries.keys()] : [];
  }

  /** The place of a mapping's key. */
  keyPlace(path: Path): Place | undefined {
    const owner = this.node(path.slice(0, -1));
    return owner?.kind === 'map' ? owner.entries.get(String(path.at(-1)))?.place : undefined;
  }

  /** What a part of the file means, defaults filled in; `undefined` where it is wrong or absent. */
  value<Schema extends z.ZodType>(path: Path, schema: Schema): z.output<Schema> | undefined {
    const node = this.node(path);
    const parsed = schema.safeParse(node === undefined ? undefined : toPlain(node));
    return parsed.success ? parsed.data : undefined;
  }

  /** As `value`, with the schema that stands at the path. */
  read(path: Path): unknown {
    const schema = schemaAt(scenarioSchema, this.root, path);
    return schema === undefined ? undefined : this.value(path, schema);
  }
}
