import type { Filling } from '@hotline/shared/phrases/fill';
import type { PhrasePlace } from '@hotline/shared/phrases/places';
import { personStore } from '../data/personStore.ts';

/** What the form on show is about: which phrases come first and what fills their gaps. */
type About = { place: PhrasePlace; known: Filling };
export const useAbout = personStore<About>(() => ({ place: 'any', known: {} }));

export const writeAbout = (about: About) => useAbout.setState(about, true);
export const writeAboutNothing = () => useAbout.setState({ place: 'any', known: {} }, true);
