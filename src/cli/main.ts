#!/usr/bin/env node
import { reasonOf } from './errors.ts';
import { airbridge } from './program.ts';
import { terminalOf } from './terminal.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no failure, and the files have been written before.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (stream === process.stdout)
      process.stderr.write(`airbridge: cannot print the results: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
}

process.exitCode = await airbridge(
  process.argv.slice(2),
  terminalOf(process.stdout, process.stderr, process.env),
);
