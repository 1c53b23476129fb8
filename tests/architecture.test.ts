import { describe, expect, test } from 'vitest';
import { bannedUses } from './support/architecture/banned.ts';
import { importCycles, layerViolations } from './support/architecture/layers.ts';
import { lostProcesses } from './support/architecture/lost.ts';
import { oversized } from './support/architecture/sizes.ts';
import { fixture, projectSources } from './support/architecture/sources.ts';

/** Files (`path`) and functions (`path name`) that may be longer than the limits, each with its reason. */
const LONG: Readonly<Record<string, string>> = {};

const project = projectSources();

describe('the project', () => {
  test('imports only downwards, types included, and each package enters at its layer', () => {
    expect(layerViolations(project)).toEqual([]);
  });

  test('has no circle of imports', () => {
    expect(importCycles(project)).toEqual([]);
  });

  test('lets no clock, host, locale or unseeded chance into a result', () => {
    expect(bannedUses(project)).toEqual([]);
  });

  test('has no file over 400 lines and no function over 60, but for those listed with a reason', () => {
    expect(oversized(project, LONG)).toEqual([]);
  });

  test('yields every process and every wait it makes', () => {
    expect(lostProcesses(project)).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  test.each([
    ['the kernel importing the model', 'src/kernel/a.ts', `import { x } from '../model/x.ts';`],
    ['a type imported upwards', 'src/model/a.ts', `import type { X } from '../analysis/x.ts';`],
    ['a type written as import(…)', 'src/model/a.ts', `type X = import('../cli/x.ts').X;`],
    ['a re-export upwards', 'src/analysis/a.ts', `export * from '../report/x.ts';`],
    ['a lazy import upwards', 'src/report/a.ts', `await import('../cli/x.ts');`],
    [
      'the scenario language importing the kernel',
      'src/scenario/a.ts',
      `import { x } from '../kernel/x.ts';`,
    ],
    ['Node in the report', 'src/report/a.ts', `import { readFileSync } from 'node:fs';`],
    ['the renderer in a chart', 'src/charts/a.ts', `import { renderPng } from './render/png.ts';`],
    ['canvas in a chart', 'src/charts/a.ts', `import { createCanvas } from '@napi-rs/canvas';`],
    ['a package in the wrong layer', 'src/model/a.ts', `import { z } from 'zod';`],
    ['Node without its prefix', 'src/cli/a.ts', `import fs from 'fs';`],
    ['a file in no layer', 'src/helpers/a.ts', 'export const a = 1;'],
  ])('%s', (_, path, text) => {
    expect(layerViolations(fixture({ [path]: text }))).toHaveLength(1);
  });

  test('two files that import each other', () => {
    const files = {
      'src/model/a.ts': `export { b } from './b.ts';`,
      'src/model/b.ts': `import { a } from './a.ts';`,
    };
    expect(importCycles(fixture(files))).toEqual(['src/model/a.ts → src/model/b.ts → src/model/a.ts']);
  });

  test.each([
    ['chance without a seed', 'src/cli/a.ts', 'const u = Math.random();'],
    ['the clock', 'src/model/a.ts', 'const now = Date.now();'],
    ['a date as a type', 'src/model/a.ts', 'let when: Date;'],
    ['a stopwatch', 'src/experiment/a.ts', 'const start = performance.now();'],
    ['a timer', 'src/kernel/a.ts', 'setTimeout(go, 5);'],
    ['the environment', 'src/analysis/a.ts', 'const home = process.env;'],
    ['printing', 'src/report/a.ts', 'console.log(1);'],
    ['the host language of numbers', 'src/report/a.ts', 'const text = (5).toLocaleString();'],
    ['the host language of sorting', 'src/analysis/a.ts', 'names.sort((a, b) => a.localeCompare(b));'],
    ['the host language of dates', 'src/charts/a.ts', 'const f = new Intl.NumberFormat();'],
    ['an inexact logarithm', 'src/model/a.ts', 'const x = Math.log(2);'],
    ['an inexact power', 'src/kernel/a.ts', 'const x = Math.pow(2, y);'],
    ['an inexact power by operator', 'src/analysis/a.ts', 'const x = 2 ** y;'],
    ['mathematics taken apart', 'src/model/a.ts', 'const { log } = Math;'],
  ])('%s', (_, path, text) => {
    expect(bannedUses(fixture({ [path]: text }))).toHaveLength(1);
  });

  test.each([
    ['a long file', { 'src/model/a.ts': 'export {};\n'.repeat(401) }],
    ['a long function', { 'src/model/a.ts': `const f = () => {\n${'g();\n'.repeat(59)}};` }],
    ['a long method', { 'src/model/a.ts': `class A {\n f() {\n${'g();\n'.repeat(59)}}\n}` }],
  ])('%s', (_, files) => {
    expect(oversized(fixture(files))).toHaveLength(1);
  });

  const WORLD = `
    interface Wait { readonly token: true }
    type Process<T = void> = Generator<Wait, T, boolean>;
    declare const sim: { hold(minutes: number): Wait; at(minutes: number, then: () => void): void };
    declare function board(): Process;
  `;
  test.each([
    ['a process called without yield*', 'export function* run(): Process { board(); yield sim.hold(1); }'],
    ['a wait that nobody yields', 'export function* run(): Process { sim.hold(5); yield sim.hold(1); }'],
    ['a wait behind void', 'export function* run(): Process { void sim.hold(5); yield sim.hold(1); }'],
    [
      'a process in a callback that returns nothing',
      'export const run = (): void => sim.at(5, () => board());',
    ],
    [
      'a wait in one branch',
      'export function* run(late: boolean): Process { late ? sim.hold(5) : 0; yield sim.hold(1); }',
    ],
  ])('%s', (_, text) => {
    expect(lostProcesses(fixture({ 'src/model/a.ts': `${WORLD}${text}` }))).toHaveLength(1);
  });

  test('a wait that another layer drops after it has made a simulation of its own', () => {
    const files = {
      'src/kernel/index.ts':
        'export interface Wait { readonly token: true }\nexport declare function hold(): Wait;',
      'src/experiment/a.ts': `import { hold } from '../kernel/index.ts';\nexport const run = (): void => { hold(); };`,
    };
    expect(lostProcesses(fixture(files))).toHaveLength(1);
  });

  test('while a process that yields what it makes passes', () => {
    const text =
      'export function* run(): Process { yield sim.hold(1); yield* board(); const later = board(); yield* later; }';
    expect(lostProcesses(fixture({ 'src/model/a.ts': `${WORLD}${text}` }))).toEqual([]);
  });
});

test('what only looks like a violation passes', () => {
  const files = {
    'src/kernel/a.ts': 'export const run = (process: string): string => process;',
    'src/kernel/math.ts': 'export const log = (x: number): number => Math.log(x) ** 2;',
    'src/model/a.ts': `import type { B } from './b.ts';\n// Date.now() in a comment, "Math.random()" in a string\nexport const a = 'Math.random()';`,
    'src/model/b.ts': `import { a } from './a.ts';\nexport type B = typeof a;\nexport const root = Math.sqrt(2);`,
  };
  const parsed = fixture(files);
  expect([
    ...layerViolations(parsed),
    ...importCycles(parsed),
    ...bannedUses(parsed),
    ...oversized(parsed),
  ]).toEqual([]);
});
