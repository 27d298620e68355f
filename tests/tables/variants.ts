import { Converter } from 'opencc-js';

/** Variants in names and old texts that OpenCC leaves as they are. */
const others = '靑青隣邻';

/**
 * The table shared/src/text/variants.ts holds: each traditional, regional or variant character of Chinese and the
 * simplified one it is written with here, after OpenCC, one pair behind the other.
 */
export function variantTable(): string {
  const convert = (['t', 'tw', 'hk', 'jp'] as const).map((from) => Converter({ from, to: 'cn' }));
  const simplified = (character: string): string => {
    for (const one of convert) {
      const other = one(character);
      if (other !== character && /^\p{Script=Han}$/u.test(other)) return other;
    }
    return character;
  };
  const pairs: string[] = [];
  for (const character of han()) {
    const once = simplified(character);
    const twice = simplified(once);
    // Where two characters are each other's variants, both stay: a key must not change when it is made again.
    const last = simplified(twice) === twice ? twice : once;
    if (last !== character && last.length === 1 && simplified(last) === last) pairs.push(character + last);
  }
  return pairs.join('') + others;
}

/** Every Chinese character of the first plane. */
function* han(): Generator<string> {
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    if (/\p{Script=Han}/u.test(character)) yield character;
  }
}
