export { type ComparisonRecord, comparisonHtml } from './comparison.ts';
export { measuresCsv, measuresCsvPieces, observationsCsv, seriesCsv, verificationCsv } from './csv.ts';
export { reportHtml } from './html.ts';
export type { Assets } from './page.ts';
export { type Provenance, provenance } from './provenance.ts';
export { answer } from './sentences.ts';
export { runsTable, sweepTable, type TidyTable, tidyCsv, tidyParquet } from './tidy.ts';
export { type Worth, type WorthRecord, worthHtml } from './worth.ts';
export {
  amount,
  baseSentence,
  bindingSentence,
  disagreementSentences,
  isIdle,
  pairSentences,
  stepName,
} from './worth-sentences.ts';
