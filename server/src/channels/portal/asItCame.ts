import { changesMeaning } from '@hotline/shared/text/changesMeaning';
import { cleanText } from '@hotline/shared/text/cleanText';
import { keptLength, type Original, originalOf } from '@hotline/shared/text/original';
import { type AsItCame, limits, typed } from './answers.ts';

/** The answers in a citizen's own words; the number's reader keeps the number. */
const inWords = ['content', 'address', 'name'] as const;
type InWords = (typeof inWords)[number];

/** The hidden field that takes an answer as it came from step to step: the field itself has only what was made of it. */
const fieldOf = (name: InWords) => `original-${name}`;

/**
 * What travels along on a page that asks `here`: all of it, but for a cut text that is asked again, of which nobody could
 * tell whether it was changed.
 */
export const asItCameFields = (came: AsItCame, here: readonly string[]): [string, string][] =>
  inWords.map((name) => {
    const text = came[name] ?? '';
    return [fieldOf(name), here.includes(name) && isCut(name, text) ? '' : text];
  });

/**
 * Of the answers of a form, those that cleaning made say something else: as they were just written, or once before; with one
 * character more than is kept where that is not all.
 */
export function readAsItCame(body: unknown, answers: Readonly<Record<InWords, string>>): AsItCame {
  const came: Partial<Record<InWords, string>> = {};
  for (const name of inWords) {
    const written = typed(body, name);
    const before = typed(body, fieldOf(name));
    if (changesMeaning(written)) came[name] = [...written].slice(0, keptLength(limits[name]) + 1).join('');
    else if (before !== '' && (isCut(name, before) || cleanText(before) === answers[name])) came[name] = before;
  }
  return came;
}

/** What of it belongs to what is sent in the end: who stays anonymous leaves no name. */
export const originalsSent = (came: AsItCame, sent: Readonly<Partial<Record<InWords, string>>>): Original[] =>
  inWords.flatMap((name) => {
    const text = came[name];
    return text === undefined || !sent[name] ? [] : [originalOf(name, text, limits[name])];
  });

const isCut = (name: InWords, text: string) => [...text].length > keptLength(limits[name]);
