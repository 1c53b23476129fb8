// A shuttle: a bus of six seats goes when it is full, or ten minutes after it came, until the terminal is empty.
import { Condition, type Process, Simulation, Store } from '../../../src/kernel/index.ts';

const sim = new Simulation();
const terminal = new Store<string>(sim);
const full = new Condition(sim, () => terminal.items.length >= 6);
const say = (what: string): void => console.log(`${String(sim.now).padStart(3)}  ${what}`);

function* travellers(): Process {
  for (let n = 1; n <= 15; n++) {
    yield sim.hold(n <= 8 ? 1 : 4); // minutes: eight come in quick succession, then they trickle
    terminal.offer(`traveller ${n}`);
    full.check();
  }
}

function* bus(): Process {
  for (;;) {
    const isFull = yield full.wait({ patience: 10 });
    let aboard = 0;
    while (aboard < 6 && (yield* terminal.take({ patience: 0 })) !== undefined) aboard++;
    say(`bus goes with ${aboard}${isFull ? '' : ', its time being up'}`);
    if (aboard === 0) return;
    yield sim.hold(12); // there and back
    say(`bus is back, ${terminal.items.length} wait`);
  }
}

sim.start(travellers());
sim.start(bus());
sim.run();
