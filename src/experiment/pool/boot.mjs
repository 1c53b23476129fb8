// Lets a worker run from TypeScript sources, as the tests do; the built command needs `worker.js` alone.
import { register } from 'tsx/esm/api';

register();
export const { runBatch } = await import('./worker.ts');
