import type { Term, Terms } from '@hotline/shared/catalog/terms';
import { useSettings } from '../data/settings.ts';
import { en } from './en.ts';
import { type TextKey, zh } from './zh.ts';

export type Lang = 'zh' | 'en';
export type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

const texts: Record<Lang, Record<TextKey, string>> = { zh, en };

/** Page wording; `{name}` in it is replaced by the value of that name. */
export const translate = (lang: Lang, key: TextKey, values: Values = {}): string =>
  texts[lang][key].replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

export function useT(): Translate {
  const lang = useSettings((s) => s.lang);
  return (key, values) => translate(lang, key, values);
}

/** The official term of a closed list, in the person's language. */
export function useTerm(): <Name extends string>(terms: Terms<Name>, name: Name) => string {
  const lang = useSettings((s) => s.lang);
  return (terms, name) => (terms[name] as Term | undefined)?.[lang] ?? name;
}

/** Options of a select over a closed list, in its own order. */
export function useOptions(): <Name extends string>(terms: Terms<Name>) => { value: Name; label: string }[] {
  const lang = useSettings((s) => s.lang);
  return <Name extends string>(terms: Terms<Name>) =>
    (Object.keys(terms) as Name[]).map((value) => ({ value, label: terms[value][lang] }));
}
