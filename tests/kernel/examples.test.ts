import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';

const folder = new URL('../../docs/examples/kernel/', import.meta.url);

// Written out, so that the compiler checks the examples too.
const examples: Record<string, () => Promise<unknown>> = {
  interrupt: () => import('../../docs/examples/kernel/interrupt.ts'),
  'machine-repair': () => import('../../docs/examples/kernel/machine-repair.ts'),
  'one-queue': () => import('../../docs/examples/kernel/one-queue.ts'),
  priorities: () => import('../../docs/examples/kernel/priorities.ts'),
  reneging: () => import('../../docs/examples/kernel/reneging.ts'),
  shuttle: () => import('../../docs/examples/kernel/shuttle.ts'),
};

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(Object.entries(examples))('the example %s prints what stands beside it', async (name, run) => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(line);
  });
  await run();
  expect(`${lines.join('\n')}\n`).toBe(readFileSync(new URL(`${name}.out`, folder), 'utf8'));
});

test('every example in the folder is run', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  expect(new Set(files.map((file) => file.slice(0, -3)))).toEqual(new Set(Object.keys(examples)));
});
