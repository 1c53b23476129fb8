/** A name as part of a file name: small letters, digits and dashes only. */
export function fileName(name: string): string {
  const safe = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60);
  return safe === '' ? 'variant' : safe;
}

/**
 * Names of files that no two share, on disks too that take `A` for `a`: a number is put behind those that came before.
 *
 * @example
 * distinct(['plan-a', 'Plan-A', 'plan-b']) // => ['plan-a', 'Plan-A-2', 'plan-b']
 */
export function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let one = name;
    for (let number = 2; taken.has(one.toLowerCase()); number += 1) one = `${name}-${number}`;
    taken.add(one.toLowerCase());
    return one;
  });
}
