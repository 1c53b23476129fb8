// jstat 1.9.6 ships no types; only what the project calls is declared.
declare module 'jstat' {
  const library: {
    readonly jStat: {
      readonly normal: {
        cdf(x: number, mean: number, deviation: number): number;
        inv(p: number, mean: number, deviation: number): number;
      };
      readonly studentt: {
        cdf(x: number, degrees: number): number;
        inv(p: number, degrees: number): number;
      };
      readonly binomial: { cdf(successes: number, trials: number, chance: number): number };
      readonly gamma: {
        cdf(x: number, shape: number, scale: number): number;
        inv(p: number, shape: number, scale: number): number;
      };
    };
  };
  // biome-ignore lint/style/noDefaultExport: jstat is CommonJS, which a module sees as its default export
  export default library;
}
