/** What a phrase may leave open. `{姓名}` in its text becomes the name, where one is known. */
export const placeholders = ['姓名', '编号', '地址', '时限', '单位', '今日', '工号'] as const;
type Placeholder = (typeof placeholders)[number];
export type Filling = Partial<Record<Placeholder, string | null>>;

export type Filled = {
  text: string;
  /** The first place still to be written by hand, to be selected; the end of the text when there is none. */
  from: number;
  to: number;
};

/** Puts what is known into a phrase. What is not known stays in its braces, so that nobody sends a gap unseen. */
export function fill(phrase: string, known: Filling): Filled {
  const text = phrase.replace(/\{([^{}]{1,12})\}/g, (gap, name: string) => known[name as Placeholder]?.trim() || gap);
  const gap = firstGap(text);
  return { text, from: gap?.from ?? text.length, to: gap?.to ?? text.length };
}

/** The first `{…}` in a text, from `start` on. */
export function firstGap(text: string, start = 0): { from: number; to: number } | null {
  const found = /\{[^{}]{1,12}\}/.exec(text.slice(start));
  return found ? { from: start + found.index, to: start + found.index + found[0].length } : null;
}

/** Names in braces that nothing will ever fill: shown to whoever writes the phrase. */
export const unknownGaps = (phrase: string): string[] =>
  [...phrase.matchAll(/\{([^{}]{1,12})\}/g)].flatMap(([, name = '']) =>
    placeholders.some((p) => p === name) ? [] : [name],
  );
