import type { PhrasePlace } from '@hotline/shared/phrases/places';
import { useEffect } from 'react';
import { writeAbout, writeAboutNothing } from '../phrases/about.ts';
import type { LogDraft } from './logDraft.ts';

/** While an appeal is being logged, phrases know what its form says. */
export function useAboutLog({ name, address }: Pick<LogDraft, 'name' | 'address'>, place: PhrasePlace): void {
  useEffect(() => {
    writeAbout({ place, known: { 姓名: name.trim() || null, 地址: address.trim() || null } });
    return writeAboutNothing;
  }, [place, name, address]);
}
