/** Things to be chosen from: what each is worth, and what it costs of a budget. */
export interface Items {
  readonly worth: Float64Array;
  readonly cost: Float64Array;
}

/** Doublings of the mean price until too little is bought: more than any budget needs. */
const DOUBLINGS = 60;
/** Halvings of the interval in which the price lies: what is left of it moves nobody. */
const HALVINGS = 28;

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
export const mostFor = (items: Items, budget: number): number => {
  const { worth, cost } = items;
  let wanted = 0;
  let all = 0;
  for (let k = 0; k < worth.length; k++) {
    wanted += cost[k]!;
    all += worth[k]!;
  }
  if (wanted <= budget) return all;
  let low = 0;
  let high = all / wanted;
  for (let k = 0; k < DOUBLINGS && spentAt(items, high) > budget; k++) {
    low = high;
    high *= 2;
  }
  for (let k = 0; k < HALVINGS; k++) {
    const price = (low + high) / 2;
    if (spentAt(items, price) > budget) low = price;
    else high = price;
  }
  return Math.min(all, boundAt(items, budget, low), boundAt(items, budget, high));
};

/** What is spent at a price by taking all that is worth more than its cost. */
const spentAt = ({ worth, cost }: Items, price: number): number => {
  let spent = 0;
  for (let k = 0; k < worth.length; k++) if (worth[k]! > price * cost[k]!) spent += cost[k]!;
  return spent;
};

const boundAt = ({ worth, cost }: Items, budget: number, price: number): number => {
  let bound = budget * price;
  for (let k = 0; k < worth.length; k++) bound += Math.max(0, worth[k]! - price * cost[k]!);
  return bound;
};
