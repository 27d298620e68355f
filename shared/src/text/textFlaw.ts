import { type Lengths, lengthsOf } from '../schema.ts';
import { cleanText } from './cleanText.ts';
import { saysSomething, somethingSaid } from './saysSomething.ts';

/** `n`: how many characters it must have, or may have; `length`: how many it has. */
export type TextFlaw = {
  readonly what: 'tooShort' | 'saysNothing' | 'tooLong';
  readonly n: number;
  readonly length: number;
};

/**
 * Why what was typed is not the text that the schema asks for, told where it is typed and by the same rules as where it
 * comes in: cleaned first, counted in code points. Null: it is, or it may be left out (not `required`) and nothing is written.
 */
export function textFlaw(schema: Lengths, typed: string, required = true): TextFlaw | null {
  const { minLength, maxLength } = lengthsOf(schema);
  const text = cleanText(typed);
  const { length } = [...text];
  if (length === 0 && !required) return null;
  if (length < Math.max(1, minLength)) return { what: 'tooShort', n: Math.max(1, minLength), length };
  if (length > maxLength) return { what: 'tooLong', n: maxLength, length };
  const mustSay = [schema, ...(schema.anyOf ?? [])].some(({ pattern }) => pattern === somethingSaid);
  return mustSay && !saysSomething(text) ? { what: 'saysNothing', n: 1, length } : null;
}
