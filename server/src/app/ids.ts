import { randomBytes } from 'node:crypto';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** Opaque and ordered by time, so that new rows land side by side in an index: 9 letters of time, 11 of chance (55 bits). */
export function newId(nowMs = Date.now()): string {
  let time = '';
  for (let ms = nowMs, i = 0; i < 9; i++, ms = Math.floor(ms / 32)) time = letters[ms % 32] + time;
  return time + randomLetters(11);
}

/** What a citizen needs beside the number: 8 letters, 40 bits, none of them easily misread. */
export const newQueryCode = () => randomLetters(8).toUpperCase();

function randomLetters(count: number): string {
  let text = '';
  for (const byte of randomBytes(count)) text += letters[byte % 32];
  return text;
}
