/**
 * The quantile function of a distribution on separate values.
 *
 * @param values in any order
 * @param weights as many, not negative, with a positive sum
 */
export function steps(values: ArrayLike<number>, weights: ArrayLike<number>): (u: number) => number {
  const order = Array.from(values, (_, i) => i)
    .filter((i) => weights[i]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  const sorted = Float64Array.from(order, (i) => values[i]!);
  const cumulative = new Float64Array(order.length);
  let total = 0;
  order.forEach((i, place) => {
    total += weights[i]!;
    cumulative[place] = total;
  });
  const last = sorted.length - 1;
  return (u) => {
    const sought = u * total;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > sought) high = middle;
      else low = middle + 1;
    }
    return sorted[low]!;
  };
}

/**
 * Values and weights of a Poisson distribution, by the recurrence p(n+1) = p(n) · mean / (n+1) outwards from the mode, until a
 * weight is below 1e-18 of the largest.
 */
export function poissonTable(mean: number): [values: number[], weights: number[]] {
  const mode = Math.floor(mean);
  const values = [mode];
  const weights = [1];
  for (let n = mode, weight = 1; n > 0 && weight > 1e-18; n--) {
    weight *= n / mean;
    values.push(n - 1);
    weights.push(weight);
  }
  for (let n = mode + 1, weight = mean / n; weight > 1e-18; n++, weight *= mean / n) {
    values.push(n);
    weights.push(weight);
  }
  return [values, weights];
}
