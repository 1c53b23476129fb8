import type { Catalogue, MeasureSpec } from '../model/index.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { InputError } from './errors.ts';

/**
 * The measure that an experiment looks at.
 *
 * @param id as the user gave it; people out when absent, or the first headline of a scenario that has no people
 * @param options.isDirected whether more, or less, of it must be better
 * @throws InputError when there is no such measure, or it has no wanted direction
 */
export const measureIn = (
  { measures, name }: Catalogue,
  id: string | undefined,
  options: { readonly isDirected?: boolean } = {},
): MeasureSpec => {
  const found =
    id === undefined
      ? (measures.find((one) => one.id === 'people-out') ?? measures.find((one) => one.headline))
      : measures.find((one) => one.id === id);
  if (found === undefined) {
    const ids = measures.map((one) => one.id);
    throw new InputError(
      `${name} has no measure \`${id ?? 'people-out'}\`${didYouMean(id ?? '', ids)}; \`airbridge run … --json\` lists them all`,
    );
  }
  if (options.isDirected === true && found.better === 'neither')
    throw new InputError(
      `nobody wants more, or less, of \`${found.id}\`: choose a measure that can be better`,
    );
  return found;
};
