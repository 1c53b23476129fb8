export { measuresCsv, observationsCsv, seriesCsv } from './csv.ts';
export { reportHtml } from './html.ts';
export { type Provenance, provenance, provenanceJson } from './provenance.ts';
export { answer } from './sentences.ts';
