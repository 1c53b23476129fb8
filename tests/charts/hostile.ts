import type { Summary } from '../../src/analysis/summary.ts';

/** Names that a scenario may hold and no output may act on. */
export const HOSTILE: readonly (readonly [kind: string, name: string])[] = [
  ['with markup', '</script><script>alert(1)</script><img src=x onerror="alert(2)">'],
  ['with quotes', `"'\`><b>&amp;`],
  ['from right to left', '\u202eبوابة\u202c שער'],
  ['of 500 letters', 'W'.repeat(500)],
  ['of emoji', '👩‍👩‍👧‍👦🛫🚨'],
  ['that is a formula', '=HYPERLINK("http://example.invalid","x")'],
];

/** A summary in which every name that comes from a scenario is the given one. */
export function hostile(summary: Summary, name: string): Summary {
  const { catalogue } = summary;
  const named = <T extends { readonly label: string }>(each: T): T => ({ ...each, label: name });
  return {
    ...summary,
    seed: name,
    catalogue: {
      ...catalogue,
      title: name,
      question: name,
      name,
      zone: name,
      series: catalogue.series.map(named),
      measures: catalogue.measures.map(named),
      plans: catalogue.plans.map(named),
      observations: catalogue.observations.map((each) => ({ ...named(each), source: name })),
    },
    measures: summary.measures.map((each) => ({
      ...each,
      spec: { ...named(each.spec), unit: name, section: name, description: name },
    })),
    series: summary.series.map((each) => ({ ...each, spec: named(each.spec) })),
  };
}
