/** The part of seedrandom that the kernel uses; its own types cover the package's main file only. */
declare module 'seedrandom/lib/alea.js' {
  interface Alea {
    (): number;
    /** A number in [0, 1) with 53 random bits. */
    double(): number;
  }
  const alea: (seed: string) => Alea;
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default alea;
}
