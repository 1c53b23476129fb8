export { measuresCsv, observationsCsv, seriesCsv, verificationCsv } from './csv.ts';
export { reportHtml } from './html.ts';
export { type Provenance, provenance, provenanceJson } from './provenance.ts';
export { answer } from './sentences.ts';
