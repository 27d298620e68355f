const safe = Symbol('safe markup');

/** Markup that may go to the browser as it is. Only `html` makes it. */
export type Html = { readonly [safe]: string };
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/** The only way portal pages are written: every value is escaped, unless `html` itself made it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { [safe]: strings.reduce((page, text, i) => page + written(parts[i - 1]) + text) };
}

export const markup = (page: Html): string => page[safe];

function written(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return safe in part ? part[safe] : part.map(written).join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (ch) => entities[ch] ?? '');
