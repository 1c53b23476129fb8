import { jsonSchema } from '../scenario/index.ts';
import type { Terminal } from './terminal.ts';
import { jsonText } from './text.ts';

/** `airbridge schema`: the JSON Schema of scenario files. */
export const schema = (terminal: Terminal): void => terminal.out(jsonText(jsonSchema()));
