import { changesMeaning } from '@hotline/shared/text/changesMeaning';
import { type Original, originalOf } from '@hotline/shared/text/original';
import { somethingSaid } from '@hotline/shared/text/saysSomething';
import type { Shape } from './wrongInput.ts';

/** The body that a handler gets → the texts in it as they came. It goes when the body goes. */
const remembered = new WeakMap<object, readonly Original[]>();

/** Of a checked body, the texts that cleaning made say something else, each under its place: `content`, `input.handling`. */
export const originalsIn = (body: object): readonly Original[] => remembered.get(body) ?? [];

export function rememberOriginals(body: unknown, originals: readonly Original[]): void {
  if (originals.length > 0 && typeof body === 'object' && body !== null) remembered.set(body, originals);
}

/** Those of `given`, as it came, that are words of a person: no secret, no id, no word of a closed list. */
export function originalsOf(given: unknown, shape: Shape | undefined, place = ''): Original[] {
  const inner = shape?.anyOf?.find((one) => one.type !== 'null') ?? shape;
  if (typeof given === 'string')
    return isWords(inner) && changesMeaning(given) ? [originalOf(place, given, inner?.maxLength ?? given.length)] : [];
  if (Array.isArray(given)) return given.flatMap((one) => originalsOf(one, inner?.items, place));
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, one]) =>
    originalsOf(one, inner?.properties?.[name], place === '' ? name : `${place}.${name}`),
  );
}

const isWords = (shape: Shape | undefined): boolean =>
  shape?.type === 'string' &&
  !shape.verbatim &&
  shape.enum === undefined &&
  (shape.pattern === undefined || shape.pattern === somethingSaid);
