import { jsonSchema } from '../scenario/index.ts';
import type { Terminal } from './terminal.ts';

/** `airbridge schema`: the JSON Schema of scenario files. */
export const schema = (terminal: Terminal): void =>
  terminal.out(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
