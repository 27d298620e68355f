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

// One function for each language: an effect that depends on the words runs again when the language changes, not at every
// drawing.
const translators: Record<Lang, Translate> = {
  zh: (key, values) => translate('zh', key, values),
  en: (key, values) => translate('en', key, values),
};

export const useT = (): Translate => translators[useSettings((s) => s.lang)];

type TermOf = <Name extends string>(terms: Terms<Name>, name: Name) => string;
const termIn =
  (lang: Lang): TermOf =>
  (terms, name) =>
    (terms[name] as Term | undefined)?.[lang] ?? name;
const termsIn: Record<Lang, TermOf> = { zh: termIn('zh'), en: termIn('en') };

/** The official term of a closed list, in the person's language. */
export const useTerm = (): TermOf => termsIn[useSettings((s) => s.lang)];

type OptionsOf = <Name extends string>(terms: Terms<Name>) => { value: Name; label: string }[];
const optionIn =
  (lang: Lang): OptionsOf =>
  <Name extends string>(terms: Terms<Name>) =>
    (Object.keys(terms) as Name[]).map((value) => ({ value, label: terms[value][lang] }));
const optionsIn: Record<Lang, OptionsOf> = { zh: optionIn('zh'), en: optionIn('en') };

/** Options of a select over a closed list, in its own order. */
export const useOptions = (): OptionsOf => optionsIn[useSettings((s) => s.lang)];
