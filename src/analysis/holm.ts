/**
 * Adjusts p values so that, whatever is true, the chance of any false finding among all of them stays at the level asked.
 * Source: Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6(2).
 *
 * @param ps two-sided p values, 0 to 1
 * @returns adjusted p values in the same order, 0 to 1
 * @throws RangeError when one is out of range
 * @example
 * holm([0.01, 0.04, 0.03, 0.005]) // => [0.03, 0.06, 0.06, 0.02]
 */
export function holm(ps: readonly number[]): number[] {
  const bad = ps.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new RangeError(`a p value must lie between 0 and 1, got ${bad}`);
  const order = ps.map((_, index) => index).sort((a, b) => ps[a]! - ps[b]! || a - b);
  const adjusted = new Array<number>(ps.length).fill(0);
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, ps[index]! * (ps.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
