import type { Actor } from '../people/actor.ts';
import { cleanText } from '../text/cleanText.ts';
import { nameField, type Original } from '../text/original.ts';
import type { Case } from './model/case.ts';
import { isOfCentre, maskedIdentity, viewCase } from './view.ts';

/** A text as it came, with the event it came with and what that was about. */
export type KeptOriginal = Original & { readonly eventSeq: number; readonly childId: string | null };

/**
 * What a viewer of the case may see of the texts as they came: no more than of those that were made of them. A name is
 * masked like the name; the centre sees every other one; a department those whose clean text stands in its view of the
 * case, so not what only its neighbour wrote, nor words that were taken back. Of a text that was cut nobody can tell what
 * became of it: the centre alone sees it.
 */
export function originalsSeen(c: Case, viewer: Actor, originals: readonly KeptOriginal[]): KeptOriginal[] {
  if (originals.length === 0) return [];
  const ofCentre = isOfCentre(viewer, c.ticket.centrePath);
  const shown = ofCentre ? null : textsIn(viewCase(c, viewer));
  return originals.flatMap((one) => {
    if (one.field === nameField) return maskedName(c, one, ofCentre);
    return shown === null || (!one.isCut && shown.has(cleanText(one.text))) ? [one] : [];
  });
}

function maskedName(c: Case, one: KeptOriginal, ofCentre: boolean): KeptOriginal[] {
  const appeal = c.appeals.find((a) => a.id === one.childId);
  const masked = appeal ? maskedIdentity({ ...appeal, citizenName: one.text }, ofCentre).citizenName : null;
  return masked === null ? [] : [{ ...one, text: masked }];
}

function textsIn(value: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  const collect = (one: unknown): void => {
    if (typeof one === 'string') texts.add(one);
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(collect);
  };
  collect(value);
  return texts;
}
