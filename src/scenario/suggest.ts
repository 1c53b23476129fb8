import { closest, distance } from 'fastest-levenshtein';

/**
 * The known word that somebody most likely meant, if one is near enough: a third of its letters may differ,
 * at least two, and case does not count.
 *
 * @example
 * suggest('opengate', ['openGate', 'closeGate']) // => 'openGate'
 * suggest('banana', ['openGate', 'closeGate']) // => undefined
 */
export const suggest = (word: string, known: readonly string[]): string | undefined => {
  if (known.length === 0 || word.length > 100) return undefined;
  const lower = word.toLowerCase();
  const best = closest(
    lower,
    known.map((name) => name.toLowerCase()),
  );
  const allowed = Math.max(2, Math.floor(best.length / 3));
  if (distance(lower, best) > Math.min(allowed, Math.max(1, word.length - 1))) return undefined;
  return known.find((name) => name.toLowerCase() === best);
};

const LISTED = 12;

/**
 * The end of a message about an unknown word: the one that was probably meant, else the known ones.
 *
 * @example
 * didYouMean('nroth', ['north', 'south']) // => '; did you mean `north`?'
 * didYouMean('x', ['north', 'south']) // => '; known: north, south'
 */
export const didYouMean = (word: string, known: readonly string[]): string => {
  const meant = suggest(word, known);
  if (meant !== undefined) return `; did you mean \`${meant}\`?`;
  if (known.length === 0) return '; there are none';
  const more = known.length > LISTED ? ' …' : '';
  return `; known: ${known.slice(0, LISTED).join(', ')}${more}`;
};
