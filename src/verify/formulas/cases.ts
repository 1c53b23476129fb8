import type { Case } from '../check.ts';
import { airliftCases } from './airlift.ts';
import { peopleCases } from './people.ts';

/**
 * The model against planning formulas: operations small enough to have a closed form, written as scenario files and run
 * as a user would run them.
 */
export const formulaCases: readonly Case[] = [...airliftCases, ...peopleCases];
