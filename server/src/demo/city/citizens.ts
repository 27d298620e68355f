/** Synthetic citizens, put together from pieces; the same number always gives the same citizen. */

const surnames = [...'陈林黄郑王张李吴刘杨叶谢邱何江许郭卢潘游'];
const firstCharacters = [...'建国志文明丽秀美晓雅子宇佳思雨欣俊海淑玉'];
const secondCharacters = [...'华英强芳涛敏平辉玲军杰婷斌燕峰琴鑫萍涵怡'];

/** 8,400 different names before they repeat. */
export function citizenName(number: number): string {
  const surname = surnames[number % surnames.length] ?? '';
  const rest = Math.floor(number / surnames.length);
  const first = firstCharacters[(rest * 7 + number) % firstCharacters.length] ?? '';
  const second = [...secondCharacters, ''][Math.floor(rest / firstCharacters.length) % (secondCharacters.length + 1)];
  return `${surname}${first}${second ?? ''}`;
}

/** In the range 1990000xxxx kept for the demo: 10,000 numbers before they repeat. */
export function citizenPhone(number: number): string {
  return `1990000${String(number % 10_000).padStart(4, '0')}`;
}
