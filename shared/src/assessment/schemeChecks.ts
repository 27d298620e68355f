import type { Term } from '../catalog/terms.ts';
import type { Figure } from '../figures/figure.ts';
import { figures } from '../figures/index.ts';
import { figuresOf, type Scheme } from './schemes.ts';

/** A figure that can be compared between departments: a rate that is theirs. */
export const isComparable = ({ measure, groups, over }: Figure): boolean =>
  measure.as === 'rate' && groups.includes('department') && over !== 'call';

/** What is wrong with a list of schemes, in words that say what to do; empty: it can be saved. */
export function schemeProblems(schemes: readonly Scheme[], departmentIds: ReadonlySet<string>): Term[] {
  const twice = repeated(schemes.map(({ id }) => id));
  const same =
    twice === undefined ? [] : [said('方案编号', 'Scheme', twice, '重复，请删去其中一个', 'twice: remove one')];
  return [...same, ...schemes.flatMap((scheme) => problemsOf(scheme, departmentIds))];
}

function problemsOf(scheme: Scheme, departmentIds: ReadonlySet<string>): Term[] {
  const { name, nameEn, parts, groups } = scheme;
  const problem = (zh: string, en: string): Term => ({ zh: `方案「${name}」${zh}`, en: `Scheme “${nameEn}”: ${en}` });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const part = repeated(parts.map(({ figure }) => figure));
  const other = figuresOf(scheme).find((id) => !isComparable(figures[id]));
  const inTwo = repeated(groups.flatMap((group) => group.departmentIds));
  const group = repeated(groups.map(({ id }) => id));
  const unknown = groups.flatMap((g) => g.departmentIds).find((id) => !departmentIds.has(id));
  return [
    ...(total === 100
      ? []
      : [problem(`的权重合计为 ${total}，应为 100，请调整。`, `the weights add up to ${total}; make them 100.`)]),
    ...(part
      ? [
          problem(
            `里「${figures[part].term.zh}」出现两次，请删去一次。`,
            `${figures[part].term.en} stands twice; remove one.`,
          ),
        ]
      : []),
    ...(other
      ? [
          problem(
            `里的「${figures[other].term.zh}」不能按单位比较，请换一个指标。`,
            `${figures[other].term.en} cannot be compared between departments; choose another figure.`,
          ),
        ]
      : []),
    ...(group ? [problem('的分组重复，请删去其中一个。', 'a group stands twice; remove one.')] : []),
    ...(inTwo ? [problem('把一个单位分进了两组，请只留一组。', 'a department is in two groups; keep it in one.')] : []),
    ...(unknown
      ? [problem('的分组里有已不存在的单位，请移除。', 'a group names a department that is not there; remove it.')]
      : []),
  ];
}

const repeated = <T>(of: readonly T[]): T | undefined => of.find((one, i) => of.indexOf(one) !== i);
const said = (zh: string, en: string, name: string, restZh: string, restEn: string): Term => ({
  zh: `${zh}「${name}」${restZh}。`,
  en: `${en} “${name}” stands ${restEn}.`,
});
