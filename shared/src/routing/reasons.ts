import type { DepartmentGuess } from './departments.ts';
import { recentDays } from './experience.ts';

/** Why something is suggested, in both languages of the console. */
export type Reason = { readonly text: string; readonly textEn: string };

export const hitReason = (words: readonly string[]): Reason[] =>
  words.length === 0 ? [] : [{ text: `命中：${words.join('、')}`, textEn: `Words: ${words.join(', ')}` }];

export const fewExamples: Reason = {
  text: '本中心样本不足，按分类名称和关键词推断',
  textEn: 'Too little history: inferred from names and keywords',
};

const wordsAlike: Reason = { text: '职责用语与诉求相近', textEn: 'Duties in words like those of the appeal' };

/** 「近 90 天鼓楼区同类 42 件，39 件由市城管委承办」 */
export function departmentReasons(
  { past, duties }: DepartmentGuess,
  names: { readonly department: string; readonly area: string | null },
): Reason[] {
  const where = past?.isArea && names.area ? names.area : '全市';
  const whereEn = past?.isArea && names.area ? names.area : 'the whole city';
  const reasons: Reason[] = [];
  if (past)
    reasons.push({
      text: `近 ${recentDays} 天${where}同类 ${past.total} 件，${past.own} 件由${names.department}承办`,
      textEn: `Last ${recentDays} days in ${whereEn}: ${past.own} of ${past.total} alike were settled by ${names.department}`,
    });
  if (duties.length > 0) reasons.push({ text: `职责：${duties.join('、')}`, textEn: `Duties: ${duties.join(', ')}` });
  return reasons.length > 0 ? reasons : [wordsAlike];
}

export const similarReasons = (likeness: {
  readonly shared: number;
  readonly isSameCaller: boolean;
  readonly places: readonly string[];
  readonly category: string | null;
}): Reason[] => [
  ...(likeness.shared >= 0.4
    ? [
        {
          text: `内容相似 ${Math.floor(likeness.shared * 100)}%`,
          textEn: `Text ${Math.floor(likeness.shared * 100)} % alike`,
        },
      ]
    : []),
  ...(likeness.isSameCaller ? [{ text: '同一来电号码', textEn: 'Same caller' }] : []),
  ...likeness.places.map((place) => ({ text: `同一地点：${place}`, textEn: `Same place: ${place}` })),
  ...(likeness.category ? [{ text: `同类：${likeness.category}`, textEn: `Same category: ${likeness.category}` }] : []),
];
