import type { Lengths } from '@hotline/shared/schema';
import { type TextFlaw, textFlaw } from '@hotline/shared/text/textFlaw';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';

/** Why what was typed is not what the schema asks for, as a sentence; undefined: it is, or nothing is written that may be left out. */
export function useTextFlaw() {
  const t = useT();
  return (schema: Lengths, typed: string, required = true): string | undefined => {
    const flaw = textFlaw(schema, typed, required);
    return flaw ? t(sentences[flaw.what], { ...flaw, most: flaw.n, over: flaw.length - flaw.n }) : undefined;
  };
}

const sentences: Record<TextFlaw['what'], TextKey> = {
  tooShort: 'form.atLeast',
  saysNothing: 'form.saysNothing',
  tooLong: 'form.tooLong',
};
