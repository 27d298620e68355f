import * as Type from 'typebox';
import { object } from '../schema.ts';

/**
 * Client: the figures on show, each by the address of its read (`/api/board?…`, `/api/figures/:name?…`), in place of those
 * named before. Each is told at once, and then whenever it has changed.
 */
export const Watch = object({
  t: Type.Literal('watch'),
  urls: Type.Array(Type.String({ minLength: 1, maxLength: 2_000 }), { maxItems: 12 }),
});
export type Watch = Type.Static<typeof Watch>;

/** Server: what the read at this address answers now. */
export type FiguresFrame = { readonly t: 'figures'; readonly url: string; readonly answer: { readonly asOf: string } };
