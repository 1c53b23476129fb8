/** The part of jstat that the project uses (kernel: errors and gamma, analysis: intervals); the package has no types. */
declare module 'jstat' {
  interface Jstat {
    /** Complementary error function. */
    erfc(x: number): number;
    /** Inverse of the regularised lower incomplete gamma function P(a, x) in x. */
    gammapinv(p: number, a: number): number;
    /** Regularised incomplete beta function; false outside 0 to 1. */
    ibeta(x: number, a: number, b: number): number;
    /** Student's t distribution: quantile of a probability. */
    readonly studentt: { inv(p: number, degrees: number): number };
    /** Binomial distribution: probability of at most so many successes. */
    readonly binomial: { cdf(successes: number, trials: number, chance: number): number };
  }
  const jstat: Jstat;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default jstat;
}
