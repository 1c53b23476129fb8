#!/usr/bin/env node
import { fstatSync, writeFileSync } from 'node:fs';
import { EXIT, reasonOf } from './errors.ts';
import { airbridge } from './program.ts';
import { terminalOf } from './terminal.ts';

/** What could not be printed is told once. */
let isTold = false;

const untold = (error: unknown): void => {
  process.exitCode = EXIT.failed;
  if (!isTold) process.stderr.write(`airbridge: cannot print the results: ${reasonOf(error)}\n`);
  isTold = true;
};

// A reader that has seen enough (`| head`) closes the pipe: that is no failure, and must not end work whose files are still to be written.
// Without those who read problems, the exit code still tells.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') untold(error);
});
process.stderr.on('error', () => undefined);

/** Writes to a file whole or says that it could not: Node's own stream does not look how much a disk that fills up has taken. */
const intoFile = (text: string): void => {
  try {
    writeFileSync(process.stdout.fd, text);
  } catch (error) {
    untold(error);
  }
};

const isFile = (fd: number): boolean => {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
};

const out = isFile(process.stdout.fd) ? { write: intoFile } : process.stdout;
const words = process.argv.slice(2);
const env = words.includes('--no-color') ? { ...process.env, NO_COLOR: '1' } : process.env;
const code = await airbridge(words, terminalOf(out, process.stderr, env));
if (code !== EXIT.done) process.exitCode = code;
