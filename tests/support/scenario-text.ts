/** A small valid scenario in which every section has an entry; tests change it line by line. */
export { EXAMPLE as SMALL_SCENARIO } from '../../src/scenario/example.ts';
