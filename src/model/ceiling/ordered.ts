import type { Action } from '../../scenario/index.ts';
import type { World } from '../world.ts';

/** Every action that has taken effect so far, by whomever it was ordered. */
export const ordered = (world: World): readonly Action[] =>
  world.log.map(({ action }) => action as unknown as Action);
