import { compile, type Model } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

/** An airlift of two weeks like that of Kabul for so many people: capacities grow with the people, craft become larger. */
export const crowded = (people: number): Model => {
  const k = people / 124_000;
  const times = (number: number): number => Math.max(1, Math.round(number * k));
  const lognormal = (mean: string) => ({ lognormal: { mean, cv: 0.5 } });
  const written = {
    airbridge: 1,
    title: 'Crowded',
    question: 'How long does a run take?',
    start: '2024-01-01T00:00+00:00',
    window: '336 h',
    sample: '1 h',
    sites: {
      field: {
        runway: { separation: '3 min' },
        stands: 8,
        waitingArea: `${times(5000)} people`,
        processingRoom: `${times(5000)} people`,
      },
      haven: { beds: `${times(20_000)} people`, onward: `${times(400)} people/h` },
    },
    routes: { bridge: { between: ['field', 'haven'], time: '3 h' } },
    roads: { street: { travel: lognormal('2 h'), turnedBack: '20 %' } },
    gates: { north: { site: 'field', lanes: times(12), search: lognormal('4 min') } },
    desks: { desk: { site: 'field', officers: times(14), time: lognormal('5 min'), partialPapers: 2 } },
    craft: {
      transport: { seats: `${times(250)} people`, groundTime: '1 h', turnTime: '2 h', orbit: '3 h' },
    },
    fleets: { transport: { craft: 'transport', nation: 'Any', count: 24, base: 'haven', pickup: 'field' } },
    populations: {
      people: {
        nation: 'Any',
        people: `${people} people`,
        partySize: { discrete: { 1: 3, 2: 2, 4: 2, 6: 2 } },
        setsOut: '1 %/h',
        lives: { street: '100 %' },
        site: 'field',
        partialPapers: '20 %',
        ineligible: '10 %',
        patience: { exponential: { mean: '48 h' } },
        retries: { share: '50 %', after: { exponential: { mean: '1 d' } }, times: 2 },
      },
    },
  };
  const text = JSON.stringify(written);
  return compile(loadScenario('crowded.yaml', { read: () => text }).scenario);
};
