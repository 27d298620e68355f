import { regions } from '@hotline/shared/catalog/regions';
import { polyphonic } from 'pinyin-pro';

/** Characters of people's and places' names that GB 2312 has not; the divisions' own come with them. */
const namesBeyond =
  '垵澚犇骉峬翀頔洑璟珺堃墘昇晞垚玥赟喆䶮琯菉垱坂岞嵛嶝芗硋磹硿樟燊焜煊煜晟曦昕旻旸晗暄暻沄泓洢浠浔淏渼湉滢潆潇濛玟玮珂珑珞珣珩琦琛琰琮瑀瑄瑜瑢璐璇璎瓅皓睿祎祺禧筱紘绮翊芃苡茗莀菡萱蓥蕤薏蘅裎诩诺谊轩辚逸郗郜郢邺鄢钊钰钶铠铱铮锴闫闵霁霈韫颉颢飏馥骁骞魁鲲鸢麒龑';

/**
 * The table shared/src/search/syllables.ts holds: how each character of GB 2312 is read, every reading, without tones
 * (ü is v), a syllable and the characters that have it, after pinyin-pro. A browser loads this table and not the library,
 * which is thirty times its size.
 */
export function syllableTable(): string {
  const bySyllable = new Map<string, string[]>();
  const divisions = regions.flatMap(({ name }) => [...name]);
  for (const character of new Set([...gb2312(), ...divisions, ...namesBeyond]))
    for (const syllable of readingsOf(character)) {
      const list = bySyllable.get(syllable) ?? [];
      list.push(character);
      bySyllable.set(syllable, list);
    }
  return [...bySyllable]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => `${syllable}${characters.join('')}`)
    .join(' ');
}

function readingsOf(character: string): Set<string> {
  const readings = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? [];
  return new Set(readings.map((reading) => reading.replace('ü', 'v')));
}

/** Both levels of it, in its own order. */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb2312');
  const bytes = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) =>
    Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => Uint8Array.of(0xb0 + row, 0xa1 + cell)),
  );
  return bytes
    .flat()
    .map((pair) => decoder.decode(pair))
    .filter((character) => /^\p{Script=Han}$/u.test(character));
}
