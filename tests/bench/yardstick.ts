import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log, Stream } from '../../src/kernel/index.ts';
import { COUNTS_CPU, secondsOf } from './measure.ts';

/** A binary heap of times with a payload beside it: the least a calendar can be. No ties, no cancelling, no processes. */
class BareHeap {
  readonly times: Float64Array;
  readonly payloads: Int32Array;
  count = 0;

  constructor(room: number) {
    this.times = new Float64Array(room);
    this.payloads = new Int32Array(room);
  }

  push(time: number, payload: number): void {
    const { times, payloads } = this;
    let place = this.count++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (times[parent]! <= time) break;
      times[place] = times[parent]!;
      payloads[place] = payloads[parent]!;
      place = parent;
    }
    times[place] = time;
    payloads[place] = payload;
  }

  pop(): number {
    const { times, payloads } = this;
    const top = payloads[0]!;
    const count = --this.count;
    const time = times[count]!;
    let place = 0;
    for (let child = 1; child < count; child = 2 * place + 1) {
      if (child + 1 < count && times[child + 1]! < times[child]!) child++;
      if (time <= times[child]!) break;
      times[place] = times[child]!;
      payloads[place] = payloads[child]!;
      place = child;
    }
    times[place] = time;
    payloads[place] = payloads[count]!;
    return top;
  }
}

/** Events a second of a bare heap loop: take the first of `pending`, put it back an exponential time later. */
export function bareHoldModel(pending: number, events: number): number {
  const luck = new Stream('bench', 'bare');
  const heap = new BareHeap(pending + 1);
  for (let i = 0; i < pending; i++) heap.push(-log(1 - luck.uniform()), i);
  return (
    events /
    secondsOf(() => {
      for (let i = 0; i < events; i++) {
        const now = heap.times[0]!;
        heap.push(now - log(1 - luck.uniform()), heap.pop());
      }
    })
  );
}

/** Customers a second of a bare M/M/1 queue: a generator per customer on a bare heap; no ties, checks, names or statistics. */
export function bareQueue(customers: number): number {
  const [arrivals, services] = [new Stream('bench', 'arrivals'), new Stream('bench', 'services')];
  const heap = new BareHeap(64);
  const living: Generator<void>[] = [];
  const free: number[] = [];
  const line: number[] = [];
  let served = 0;
  let now = 0;
  let active = 0;
  let isBusy = false;
  const enlist = (process: Generator<void>): number => {
    const id = free.pop() ?? living.length;
    living[id] = process;
    return id;
  };
  function* customer(): Generator<void> {
    if (isBusy) {
      line.push(active);
      yield;
    }
    isBusy = true;
    heap.push(now - log(1 - services.uniform()), active);
    yield;
    if (served < line.length) heap.push(now, line[served++]!);
    else isBusy = false;
  }
  function* source(): Generator<void> {
    for (let n = 0; n < customers; n++) {
      heap.push(now - 1.25 * log(1 - arrivals.uniform()), active);
      yield;
      heap.push(now, enlist(customer()));
    }
  }
  heap.push(0, enlist(source()));
  const seconds = secondsOf(() => {
    while (heap.count > 0) {
      now = heap.times[0]!;
      active = heap.pop();
      if (living[active]!.next().done === true) free.push(active);
    }
  });
  return customers / seconds;
}

const CPP = `
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <queue>
#include <random>
#include <utility>
#include <vector>
int main(int count, char **argv) {
  const long pending = atol(argv[1]), events = atol(argv[2]);
  std::mt19937_64 luck(1);
  std::exponential_distribution<double> gap(1.0);
  using Event = std::pair<double, int>;
  std::priority_queue<Event, std::vector<Event>, std::greater<Event>> calendar;
  for (long i = 0; i < pending; i++) calendar.push({gap(luck), (int)i});
  const auto start = std::chrono::steady_clock::now();
  const auto cpu = std::clock();
  for (long i = 0; i < events; i++) {
    const Event first = calendar.top();
    calendar.pop();
    calendar.push({first.first + gap(luck), first.second});
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  const double worked = double(std::clock() - cpu) / CLOCKS_PER_SEC;
  printf("%.0f", events / (count > 3 ? worked : taken.count()));
}
`;

/** Builds the same loop with std::priority_queue; null without a C++ compiler. */
export function cppHoldModel(): ((pending: number, events: number) => number) | null {
  if (spawnSync('g++', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  const [source, program] = [join(folder, 'hold.cpp'), join(folder, 'hold')];
  writeFileSync(source, CPP);
  execFileSync('g++', ['-O2', '-std=c++17', '-o', program, source]);
  const clock = COUNTS_CPU ? ['cpu'] : [];
  return (pending, events) =>
    Number(execFileSync(program, [String(pending), String(events), ...clock], { encoding: 'utf8' }));
}
