/** The part of jstat that the kernel uses; the package has no types. */
declare module 'jstat' {
  interface Jstat {
    /** Complementary error function. */
    erfc(x: number): number;
    /** Inverse of the regularised lower incomplete gamma function P(a, x) in x. */
    gammapinv(p: number, a: number): number;
  }
  const jstat: Jstat;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default jstat;
}
