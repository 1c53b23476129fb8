/**
 * Degree, coefficients and first direction numbers of the second to tenth dimension.
 * Source: Joe and Kuo (2008), "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on Scientific
 * Computing 30(5), table new-joe-kuo-6.
 */
const DIMENSIONS: readonly {
  readonly degree: number;
  readonly coefficients: number;
  readonly first: readonly number[];
}[] = [
  { degree: 1, coefficients: 0, first: [1] },
  { degree: 2, coefficients: 1, first: [1, 3] },
  { degree: 3, coefficients: 1, first: [1, 3, 1] },
  { degree: 3, coefficients: 2, first: [1, 1, 1] },
  { degree: 4, coefficients: 1, first: [1, 1, 3, 3] },
  { degree: 4, coefficients: 4, first: [1, 3, 5, 13] },
  { degree: 5, coefficients: 2, first: [1, 1, 5, 5, 17] },
  { degree: 5, coefficients: 4, first: [1, 1, 5, 5, 5] },
  { degree: 5, coefficients: 7, first: [1, 1, 7, 11, 19] },
];

/** Binary digits of a point, which JavaScript's whole-number operators hold. */
const BITS = 30;
const WHOLE = 2 ** 30;

/** Direction numbers of a dimension, scaled to the first of its bits. */
function directions(dimension: number): number[] {
  if (dimension === 0) return Array.from({ length: BITS }, (_, bit) => 1 << (BITS - 1 - bit));
  const { degree, coefficients, first } = DIMENSIONS[dimension - 1]!;
  const numbers = first.map((number, bit) => number << (BITS - 1 - bit));
  for (let bit = degree; bit < BITS; bit += 1) {
    let next = numbers[bit - degree]! ^ (numbers[bit - degree]! >>> degree);
    for (let term = 1; term < degree; term += 1) {
      if ((coefficients >> (degree - 1 - term)) & 1) next ^= numbers[bit - term]!;
    }
    numbers.push(next);
  }
  return numbers;
}

/**
 * The first points of Sobol's sequence, from the origin on: they fill a cube more evenly than chance, and more of them keep what was
 * there. Powers of two are filled most evenly.
 * Source: Sobol (1967); in the order of Antonov and Saleev (1979), USSR Computational Mathematics and Mathematical Physics 19(1).
 *
 * @param width dimensions, 1 to 10
 * @param points how many, 1 or more
 * @throws RangeError when there are too many dimensions
 * @example
 * sobol(2, 4) // => [[0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75]]
 */
export function sobol(width: number, points: number): number[][] {
  if (!(width >= 1 && width <= DIMENSIONS.length + 1)) {
    throw new RangeError(
      `Sobol's sequence is known here for 1 to ${DIMENSIONS.length + 1} factors, got ${width}`,
    );
  }
  const numbers = Array.from({ length: width }, (_, dimension) => directions(dimension));
  const state = new Array<number>(width).fill(0);
  const found: number[][] = [];
  for (let point = 0; point < points; point += 1) {
    found.push(state.map((one) => one / WHOLE));
    const bit = lowestZero(point);
    for (const [dimension, each] of numbers.entries()) state[dimension]! ^= each[bit]!;
  }
  return found;
}

/** Place of the lowest binary digit that is zero. */
const lowestZero = (value: number): number => {
  let bit = 0;
  while ((value >> bit) & 1) bit += 1;
  return bit;
};
