import { compile } from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

/** A scenario with luck in it that runs and draws in a moment: one aircraft, some hundred people, and a variant with two, and one in which it is slower. */
export const FEW_PEOPLE = `airbridge: 1
title: A few people
question: How many of them does one aircraft bring out in twelve hours?
assumed: because it is for tests
start: 2024-01-01T00:00+00:00
window: 12 h
tail: 6 h
sample: 2 h
sites:
  field: { stands: 1, taxi: 0 min }
  haven: { stands: 1, taxi: 0 min, beds: 1000 people }
routes:
  bridge: { between: [field, haven], time: 2 h }
craft:
  transport: { seats: 100 people, groundTime: { exponential: { mean: 1 h } }, turnTime: { exponential: { mean: 1 h } } }
fleets:
  transport: { craft: transport, nation: Any, count: 1, base: haven, pickup: field }
populations:
  people: { nation: Any, people: { uniform: [100 people, 400 people] }, present: 100 %, site: field }
variants:
  two: { fleets: { transport: { count: 2 } } }
  slow: { routes: { bridge: { time: 3 h } } }
`;

/** The same without luck, and with more people than are ever carried: flights, and with them events, never end before the run does. */
export const BUSY = FEW_PEOPLE.replaceAll('{ exponential: { mean: 1 h } }', '1 h').replace(
  '{ uniform: [100 people, 400 people] }',
  '5000 people',
);

/** The event budget that every run of it just keeps: more flights, by another aircraft or a shorter way, pass it, fewer do not. */
export const busyBudget = (): string =>
  String(
    compile(loadScenario('busy.yaml', { read: () => BUSY }).scenario).run({ seed: '1', replication: 0 })
      .events,
  );
