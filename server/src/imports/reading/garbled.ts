import iconv from 'iconv-lite';

/**
 * Whether a text was written in UTF-8 and read as GB 18030 somewhere on its way (「璺伅涓嶄寒」 for 「路灯不亮」): turned
 * back into bytes it is UTF-8 again. Real Chinese hardly ever is. `lost` where the bytes are gone (「锟斤拷」).
 */
export function garbled(text: string): 'readWrongly' | 'lost' | null {
  if (/锟斤拷|斤拷锟|烫烫烫|屯屯屯/.test(text)) return 'lost';
  const odd = text.replace(/[\0-\x7f]/g, '');
  if (odd.length < 4) return null;
  const back = new TextDecoder('utf-8').decode(iconv.encode(odd.slice(0, 400), 'gb18030'));
  let [han, flaws] = [0, 0];
  for (const character of back) {
    if (character === '\uFFFD') flaws++;
    else if (/\p{Script=Han}|[，。！？、：；]/u.test(character)) han++;
  }
  return han >= 2 && flaws * 3 <= han ? 'readWrongly' : null;
}
