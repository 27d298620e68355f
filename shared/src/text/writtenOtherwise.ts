/**
 * Characters that stand for others, one after the other: radicals as PDF files and pens give them for whole characters
 * (Unicode EquivalentUnifiedIdeograph; those of U+2F00 are NFKC), and the places of the private-use area where GBK and GB 18030-2000
 * kept characters that Unicode has by now (王\ue863 is 王䶮). Anything else of the private-use area is nobody's to guess.
 */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺' +
  '⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴㓁⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西' +
  '⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤' +
  '⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** From U+E815 on, the bytes FE50 to FEA0 of GBK. */
const gbkFrom = 0xe815;
const gbk =
  '厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小㣺㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸疋䁖䅟⺮䌷㓁羊⺷𢦏䎱䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟' +
  '䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻';

const apart: readonly (readonly [string, string])[] = [
  // Their NFKC is the traditional character; in 「用户」 copied from a document it is meant as here.
  ['\u2f3e', '户'],
  ['\u2fad', '青'],
  ['\ue5e5', '\u3000'],
  ['\ue78d', '\ufe10'],
  ['\ue78e', '\ufe12'],
  ['\ue78f', '\ufe11'],
  ['\ue790', '\ufe13'],
  ['\ue791', '\ufe14'],
  ['\ue792', '\ufe15'],
  ['\ue793', '\ufe16'],
  ['\ue794', '\ufe17'],
  ['\ue795', '\ufe18'],
  ['\ue796', '\ufe19'],
  ['\ue7c7', '\u1e3f'],
  ['\ue7c8', '\u01f9'],
  ['\ue7e7', '\u303e'],
  ['\ue7e8', '\u2ff0'],
  ['\ue7e9', '\u2ff1'],
  ['\ue7ea', '\u2ff2'],
  ['\ue7eb', '\u2ff3'],
  ['\ue7ec', '\u2ff4'],
  ['\ue7ed', '\u2ff5'],
  ['\ue7ee', '\u2ff6'],
  ['\ue7ef', '\u2ff7'],
  ['\ue7f0', '\u2ff8'],
  ['\ue7f1', '\u2ff9'],
  ['\ue7f2', '\u2ffa'],
  ['\ue7f3', '\u2ffb'],
];

const known = new Map<string, string>([
  ...(radicals.match(/../g) ?? []).map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
  ...[...gbk].map((character, i) => [String.fromCharCode(gbkFrom + i), character] as const),
  ...apart,
]);

/** The text with each such character as the one it stands for. */
export const asMeant = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5\ue000-\uf8ff]/g, (ch) => known.get(ch) ?? (ch < '\u2fe0' ? ch.normalize('NFKC') : ch));
