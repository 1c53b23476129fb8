/**
 * Remembers what a function gave for an object, as long as the object lives. Nodes of a tree and schemas never change once they are
 * made, and a setting makes anew only the nodes on its way, so that of a scenario with another setting nearly everything is known.
 *
 * @param of a function without side effects
 * @example
 * let asked = 0;
 * const sizeOf = remembered((list) => { asked += 1; return list.length; });
 * const list = [1, 2, 3];
 * [sizeOf(list), sizeOf(list), asked] // => [3, 3, 1]
 */
export const remembered = <Key extends object, Value>(of: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = of(key);
    known.set(key, { value });
    return value;
  };
};
