import { Deadlines } from './deadlines.ts';
import { comeIn, roomBehindGate } from './processing.ts';
import { NONE } from './roster.ts';
import type { SiteState } from './site.ts';
import { STATE } from './states.ts';
import { fail } from './try-again.ts';
import type { World } from './world.ts';

/** A party arrives before a site: ticket holders at the terminal, others at the gates. */
export const reach = (world: World, site: SiteState, party: number): void => {
  if (world.ticketed[party] === 0 || !world.fliesFrom(site)) {
    joinGate(world, site, party);
    return;
  }
  world.roster.move(party, STATE.terminal);
  site.terminal.join(party);
  const population = world.populationsByGroup[world.roster.group[party]!]!;
  const { ticketPatience } = population;
  if (ticketPatience === undefined) return;
  const { sim, roster } = world;
  // a ticket is good for one wait: who has left the terminal never comes back to it
  site.onTicketPatience ??= (late) => {
    if (roster.state[late] !== STATE.terminal) return;
    site.terminal.leave(late);
    joinGate(world, site, late);
  };
  sim.at(sim.now + ticketPatience(party), site.onTicketPatience, 0, party);
};

/** A party comes to the gates of a site, or walks in where it has none. */
export const joinGate = (world: World, site: SiteState, party: number): void => {
  const { roster, sim, partyLuck } = world;
  const group = roster.group[party]!;
  const population = world.populationsByGroup[group]!;
  world.ticketed[party] = 0;
  noteFirst(site);
  if (site.gates.length === 0 && site.outside.parties === 0 && walksIn(world, site, party)) return;
  const { balks } = population;
  const isLong = balks !== undefined && site.outside.people > balks.above;
  if (isLong && partyLuck.isAmong(balks.share, party, 'balks')) {
    fail(world, party, STATE.balked);
    return;
  }
  roster.move(party, STATE['outside-gate']);
  site.outside.join(party);
  const { patience } = population;
  if (patience !== undefined) {
    patienceAt(world, site).set(party, sim.now + patience(party));
  }
  for (const gate of site.gates) if (gate.takes(group)) gate.assign();
};

/** The patience of those outside a site. */
const patienceAt = (world: World, site: SiteState): Deadlines => {
  site.patience ??= new Deadlines(world.sim, world.roster, (party) => giveUp(world, site, party));
  return site.patience;
};

/** The first who comes: before that, gates and desks had nobody to serve. */
const noteFirst = (site: SiteState): void => {
  if (site.hasCome) return;
  site.hasCome = true;
  for (const station of [...site.gates, ...site.desks]) station.noteFirst();
};

const giveUp = (world: World, site: SiteState, party: number): void => {
  site.outside.leave(party);
  fail(world, party, STATE['gave-up']);
  // it may have been the one for whom there was no room
  for (const gate of site.gates) gate.lookAhead();
  if (site.gates.length === 0) admitWalkers(world, site);
};

/** Where a site has no gates people walk in while there is room; false when there is none for this party. */
const walksIn = (world: World, site: SiteState, party: number): boolean => {
  const size = world.roster.size[party]!;
  const room = roomBehindGate(world, site, party);
  if (!room.fits(size)) return false;
  room.reserve(size);
  comeIn(world, site, party);
  return true;
};

/** Room may be free again at a site without gates: those who wait outside walk in, in order. */
export const admitWalkers = (world: World, site: SiteState): void => {
  const everyone = world.everyone;
  for (let party = site.outside.first(everyone); party !== NONE; party = site.outside.first(everyone)) {
    if (!roomBehindGate(world, site, party).fits(world.roster.size[party]!)) return;
    site.outside.leave(party);
    site.patience?.drop(party);
    walksIn(world, site, party);
  }
};

/** Commercial flights have stopped: those who wait for one go to the gates. */
export const leaveTerminal = (world: World, site: SiteState): void => {
  for (let party = site.terminal.first(world.everyone); party !== NONE; ) {
    site.terminal.leave(party);
    joinGate(world, site, party);
    party = site.terminal.first(world.everyone);
  }
};
