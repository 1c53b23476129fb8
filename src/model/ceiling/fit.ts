/** Things to be chosen from: what each is worth, and what it costs of a budget. */
export interface Items {
  readonly worth: Float64Array;
  readonly cost: Float64Array;
}

/** Halvings of the interval in which the price lies: beyond them lies only rounding. */
const HALVINGS = 50;

/**
 * The most that can be had for a budget when things may be taken in part: the best worth per cost first.
 *
 * It is read off the dual problem: at any price of the budget, budget × price + what every item is worth above its
 * own cost at that price is a bound from above, and the least of these is the answer. So a price that is a little
 * off gives a bound a little loose, never one that is wrong.
 *
 * @param items worth and cost 0 or more
 * @param budget 0 or more
 * @example
 * const items = { worth: Float64Array.of(4, 6, 1), cost: Float64Array.of(2, 6, 0) };
 * Math.round(mostFor(items, 5)) // => 8
 */
export const mostFor = ({ worth, cost }: Items, budget: number): number => {
  let wanted = 0;
  let all = 0;
  let dearest = 0;
  for (let k = 0; k < worth.length; k++) {
    wanted += cost[k]!;
    all += worth[k]!;
    if (cost[k]! > 0) dearest = Math.max(dearest, worth[k]! / cost[k]!);
  }
  if (wanted <= budget) return all;
  let low = 0;
  let high = dearest;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const price = (low + high) / 2;
    let spent = 0;
    for (let k = 0; k < worth.length; k++) if (worth[k]! > price * cost[k]!) spent += cost[k]!;
    if (spent > budget) low = price;
    else high = price;
  }
  return Math.min(all, boundAt({ worth, cost }, budget, low), boundAt({ worth, cost }, budget, high));
};

const boundAt = ({ worth, cost }: Items, budget: number, price: number): number => {
  let bound = budget * price;
  for (let k = 0; k < worth.length; k++) bound += Math.max(0, worth[k]! - price * cost[k]!);
  return bound;
};
