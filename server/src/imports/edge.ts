import { normalisePhone } from '@hotline/shared/citizen/phone';

// What every cell passes on its way in: the one place where an import meets the rules for texts and numbers.

/** A text as it is kept: line ends of one kind, without what cannot be seen around it. */
export const cleanText = (raw: string): string => raw.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim();

/** The number a citizen is known by; null where the text is none. */
export const phoneIn = (raw: string): string | null => normalisePhone(raw);
