import { createRequire } from 'node:module';
import type typescript from 'typescript6';

/** The compiler. Imported as a module, its nine megabytes would be read once more, for the names that they export, which takes a second. */
export const ts = createRequire(import.meta.url)('typescript6') as typeof typescript;
