export { measuresCsv, seriesCsv } from './csv.ts';
export { type ReportInput, reportHtml } from './html.ts';
export { type Provenance, provenance, provenanceJson, type RunFacts } from './provenance.ts';
export { answer } from './sentences.ts';
