import { verbatim } from '../schema.ts';

/** As it is typed at any door; a new one has to be a good one, too (`passwordFlaw`). */
export const Password = verbatim(256);

/** Characters of a new password: at least, of three sorts; from so many on, of any; and at most. */
export const passwordLengths = { fewest: 10, long: 16, most: 128 };
const { fewest, long, most } = passwordLengths;
/** Words that are tried first wherever somebody guesses. */
const guessed = ['password', 'passw0rd', 'qwerty', 'admin', 'hotline', '12345', 'abc123', 'letmein', 'welcome'];

/**
 * What is wrong with a new password, as a sentence; null: nothing. At least 10 characters of three sorts (等保 2.0 asks
 * for complexity), or 16 of any; not the username, not what is guessed first, not one character over and over.
 */
export function passwordFlaw(password: string, username: string): string | null {
  const characters = [...password];
  const plain = password.toLowerCase();
  if (characters.length < fewest) return `密码至少 ${fewest} 个字符，请加长。`;
  if (characters.length > most) return `密码不能超过 ${most} 个字符，请缩短。`;
  if (new Set(characters).size < 5) return '密码的字符重复太多，请换一个。';
  if (username !== '' && plain.includes(username.toLowerCase())) return '密码不能包含用户名，请换一个。';
  const rest = guessed.reduce((text, word) => text.replaceAll(word, ''), plain);
  if (rest.length < 6) return '密码太容易被猜到，请换一个。';
  const sorts = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((sort) => sort.test(password)).length;
  return sorts >= 3 || characters.length >= long
    ? null
    : `密码须含大写字母、小写字母、数字、符号中的三种，或不少于 ${long} 个字符。`;
}
