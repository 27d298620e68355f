/** Width, case and digits tell nothing about a matter: 「２０２６年」 and 「2026年」 are both 「0000年」. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0');

const unspoken = /[^\p{L}\p{N}]+/u;

/** Characters and pairs of neighbours with how often each occurs. Chinese needs no word list this way. */
export function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  for (const run of normalise(text).split(unspoken)) {
    let before = '';
    for (const character of run) {
      add(character);
      if (before) add(before + character);
      before = character;
    }
  }
  return counts;
}
