import type { View } from './view.ts';

/** The embassy's desk stands at its airfield, and its doors open before they close. */
export const checkEmbassy = (view: View): void => {
  if (!view.has(['embassy'])) return;
  const airfield = view.word(['embassy', 'airfield']);
  const desk = view.word(['embassy', 'desk']);
  const site = desk === undefined ? undefined : view.word(['desks', desk, 'site']);
  if (airfield !== undefined && site !== undefined && site !== airfield) {
    const message = `the desk \`${desk}\` stands at \`${site}\`, not at the embassy's airfield \`${airfield}\``;
    view.report('contradiction', ['embassy', 'desk'], message);
  }
  if (airfield !== undefined && airfield === view.word(['embassy', 'site'])) {
    view.report(
      'contradiction',
      ['embassy', 'airfield'],
      'the compound and the airfield are two different sites',
    );
  }
  const compound = view.word(['embassy', 'site']);
  if (compound !== undefined && view.has(['sites', compound, 'beds'])) {
    const message = `\`${compound}\` has \`beds\`: whoever is there is safe already, and nobody leaves`;
    view.report('contradiction', ['embassy', 'site'], message);
  }
  const opens = view.amount(['embassy', 'consular', 'opens']);
  const closes = view.amount(['embassy', 'consular', 'closes']);
  if (opens !== undefined && closes !== undefined && opens >= closes) {
    const at = view.has(['embassy', 'consular', 'closes']) ? 'closes' : 'opens';
    view.report(
      'contradiction',
      ['embassy', 'consular', at],
      'the consular section must open before it closes',
    );
  }
};
