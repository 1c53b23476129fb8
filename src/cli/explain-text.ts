import { formatCount } from '../analysis/index.ts';
import { NOTICE } from '../charts/frame.ts';
import type { WideningGain } from '../experiment/index.ts';
import type { Catalogue } from '../model/index.ts';
import {
  amount,
  baseSentence,
  bindingSentence,
  disagreementSentences,
  isIdle,
  pairSentences,
  stepName,
  type Worth,
} from '../report/index.ts';
import type { Colours } from './terminal.ts';
import { paragraph, plainText, table } from './text.ts';

/** Widenings that brought anything, with their intervals; a star marks what stands after correction. */
const gainTable = (gains: readonly WideningGain[], colours: Colours): string => {
  const rows = gains.map((gain) => [
    `${plainText(stepName(gain))}${gain.isScreenedOut ? ` (${formatCount(gain.pairs, 'pair')})` : ''}`,
    `${amount(gain.people)}${gain.isTold.people ? ' *' : '  '}`,
    `${amount(gain.hours)}${gain.isTold.hours ? ' *' : '  '}`,
  ]);
  const [title, ...lines] = table([['', 'people  ', 'hours saved  '], ...rows]);
  return [colours.dim(title!), ...lines].join('');
};

/** How an explanation is to look. */
interface Look {
  readonly seed: string;
  readonly colours: Colours;
}

/**
 * What one more of everything is worth, for a terminal, in less than 80 columns.
 *
 * @param worth with the steps that contradict the rest of the scenario
 */
export const worthText = ({ found, leftAlone }: Worth, { seed, colours }: Look): string => {
  const idle = found.gains.filter(isIdle);
  const moving = found.gains.filter((gain) => !isIdle(gain));
  return [
    paragraph(baseSentence(found)),
    paragraph(bindingSentence(found)),
    '\n',
    colours.bold(paragraph('What one more of each is worth')),
    paragraph(
      `paired differences with 95 % intervals, up to ${formatCount(found.replications, 'replication')}, seed ${seed}; * stands after Holm's correction over all ${found.gains.length}; hours: person-hours of waiting`,
    ),
    moving.length === 0 ? paragraph('nothing in the list changes anything', 2) : gainTable(moving, colours),
    idle.length === 0 ? '' : paragraph(`nothing, in any pair of runs: ${idle.map(stepName).join('; ')}`, 2),
    leftAlone.length === 0
      ? ''
      : paragraph(`left alone, because others contradict them: ${leftAlone.join('; ')}`, 2),
    found.unfinished.length === 0
      ? ''
      : paragraph(
          `set aside, because too few of their replications were finished: ${found.unfinished.map(({ setting }) => setting).join('; ')}`,
          2,
        ),
    '\n',
    ...[...disagreementSentences(found), ...pairSentences(found)].map((each) => paragraph(each)),
  ].join('');
};

/** An explanation on its own: the question, what one more of everything is worth, and the notice. */
export const explainText = (worth: Worth, { question }: Pick<Catalogue, 'question'>, look: Look): string =>
  [paragraph(question), '\n', worthText(worth, look), '\n', look.colours.dim(paragraph(NOTICE))].join('');
