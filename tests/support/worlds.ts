import { BRIDGE, merged, ONE_AIRCRAFT, PEOPLE_AT_HOME, PEOPLE_THERE, type Written } from './scenario.ts';

/** A compound ten minutes by helicopter from the field: 10 officers, 40 others, 20 core staff, 30 guards, 50 local staff. */
export const EMBASSY: Written = {
  sites: { compound: { pads: 4, taxi: '0 min' } },
  routes: { hop: { between: ['field', 'compound'], time: '10 min' } },
  roads: { lane: { travel: '30 min' } },
  gates: { north: { site: 'field', lanes: 1, search: '1 min' } },
  desks: { desk: { site: 'field', time: '1 min' } },
  craft: { helicopter: { lands: 'pad', seats: '20 people', groundTime: '5 min', turnTime: '5 min' } },
  fleets: {
    shuttle: {
      craft: 'helicopter',
      nation: 'Any',
      count: 4,
      base: 'field',
      pickup: 'compound',
      launch: 'on-demand',
    },
  },
  embassy: {
    site: 'compound',
    airfield: 'field',
    desk: 'desk',
    road: 'lane',
    staff: {
      officers: {
        function: 'consular',
        nation: 'Any',
        people: '10 people',
        leaves: 'suspended',
        to: 'airfield',
        priority: 3,
      },
      others: { function: 'other', nation: 'Any', people: '40 people', leaves: 'ordered', priority: 1 },
      core: {
        function: 'essential',
        nation: 'Any',
        people: '20 people',
        leaves: 'suspended',
        to: 'airfield',
        priority: 4,
      },
      local: {
        function: 'local',
        nation: 'Any',
        people: '50 people',
        leaves: 'suspended',
        to: 'home',
        priority: 2,
      },
      guards: { function: 'guard', nation: 'Any', people: '30 people', leaves: 'suspended', priority: 5 },
    },
    waves: { size: '40 people', interval: '2 h', movingInterval: '30 min' },
    consular: { time: '30 min', opens: '0 h', closes: '24 h' },
  },
};

/** Troops who can only land where there is a runway, and what they do; nobody is there at the start. */
export const FORCE: Written = {
  sites: { field: { runway: { separation: '0 min' } } },
  force: {
    units: {
      guard: { nation: 'Any', troops: 100, site: 'field', ready: '6 h', serial: 100 },
    },
    tasks: { entrance: { site: 'field', troops: 60, priority: 2, gates: ['north'] } },
  },
};

/** One aircraft and 300 people ready to board. */
export const READY: Written = merged(BRIDGE, ONE_AIRCRAFT, PEOPLE_THERE);

/** One aircraft and 300 people who come to a gate after one hour. */
export const COMING: Written = merged(BRIDGE, ONE_AIRCRAFT, PEOPLE_AT_HOME);

/** COMING with an embassy and nobody who needs it. */
export const WITH_EMBASSY: Written = merged(COMING, EMBASSY);

/** A line of the timeline. */
export const timeline = (...lines: readonly Written[]): Written => ({ timeline: lines });
