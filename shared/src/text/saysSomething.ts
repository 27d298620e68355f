/** A letter or a digit of any script: without one, blanks, dots and signs say nothing. Also the `pattern` of schemas. */
export const somethingSaid = '[\\p{L}\\p{N}]';
const letterOrDigit = new RegExp(somethingSaid, 'u');

/** Whether a text says anything at all. */
export const saysSomething = (text: string): boolean => letterOrDigit.test(text);
