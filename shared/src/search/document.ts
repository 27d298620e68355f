import { ancestors } from '../people/scope.ts';
import type { Appeal } from '../ticket/model/appeal.ts';
import type { Reply } from '../ticket/model/children.ts';
import type { Dispatch } from '../ticket/model/dispatch.ts';
import type { Ticket } from '../ticket/model/ticket.ts';
import { gramsOf } from './words.ts';

export const searchedParts = ['title', 'content', 'address', 'answer', 'handling', 'publicReply'] as const;
export type SearchedPart = (typeof searchedParts)[number];
export type SearchedText = { readonly part: SearchedPart; readonly text: string };

/** Of a case, what is searched; nothing that tells who the citizen is. */
export type SearchedCase = {
  readonly ticket: Pick<Ticket, 'title' | 'categoryId' | 'regionCode' | 'receivedAt'>;
  readonly appeals: readonly Pick<Appeal, 'title' | 'content' | 'address' | 'answer'>[];
  readonly replies: readonly Pick<Reply, 'handling' | 'publicReply'>[];
  readonly dispatches: readonly Pick<Dispatch, 'departmentPath'>[];
};

/** Every text of a case in which words are looked for: of a case as somebody may see it, what he may find. */
export function textsOf({ ticket, appeals, replies }: Omit<SearchedCase, 'dispatches'>): SearchedText[] {
  const texts: SearchedText[] = [{ part: 'title', text: ticket.title }];
  const add = (part: SearchedPart, text: string | null) => {
    if (text && !texts.some((t) => t.text === text)) texts.push({ part, text });
  };
  for (const a of appeals) {
    add('title', a.title);
    add('content', a.content);
    add('address', a.address);
    add('answer', a.answer);
  }
  for (const r of replies) {
    add('handling', r.handling);
    add('publicReply', r.publicReply);
  }
  return texts;
}

/**
 * What a case is found by: the grams of its texts, and marks of where it belongs, so that a search within a department, a
 * district, a category or a month reads no more than lies there. Marks begin with a character no text has as a letter.
 */
export function documentOf(c: SearchedCase, categoryLine: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const { text } of textsOf(c)) for (const gram of gramsOf(text)) terms.add(gram);
  for (const id of categoryLine) terms.add(mark('c', id));
  if (c.ticket.regionCode) for (const digits of [4, 6, 9]) terms.add(mark('r', c.ticket.regionCode.slice(0, digits)));
  for (const path of new Set(c.dispatches.flatMap((d) => ancestors(d.departmentPath)))) terms.add(mark('d', path));
  terms.add(mark('m', c.ticket.receivedAt.slice(0, 7)));
  return [...terms].sort();
}

export const mark = (kind: 'c' | 'r' | 'd' | 'm', value: string) => `\ue000${kind}${plain(value)}`;

/** Letters and digits only, whatever the value: `fz.water-01.` → `fz2ewater2d012e`. */
const plain = (value: string) =>
  value
    .replace(/[^a-zA-Z0-9]/g, (ch) => ch.charCodeAt(0).toString(16))
    .replace(/[A-Z]/g, (ch) => `0${ch.toLowerCase()}`);
