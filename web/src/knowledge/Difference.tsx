import type { ArticleContent } from '@hotline/shared/knowledge/article';
import { diffChars } from 'diff';
import { useCatalog, useDepartmentName } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';

type Props = { before: ArticleContent | null; after: ArticleContent };

const names = {
  title: 'knowledge.title',
  answer: 'knowledge.answer',
  questions: 'knowledge.questions',
  basis: 'knowledge.basis',
  categoryId: 'knowledge.category',
  departmentId: 'knowledge.department',
  validFrom: 'knowledge.validFrom',
  validUntil: 'knowledge.validTo',
  reviewMonths: 'knowledge.months',
} as const satisfies Record<keyof ArticleContent, TextKey>;

/** Field by field what two versions say, side by side; what both say alike is left out. */
export function Difference({ before, after }: Props) {
  const t = useT();
  const categories = useCatalog((s) => s.categoryLabels);
  const departmentName = useDepartmentName();
  const words = (content: ArticleContent | null, field: keyof ArticleContent): string => {
    const value = content?.[field];
    if (value === null || value === undefined) return '';
    if (field === 'categoryId') return categories.get(String(value)) ?? String(value);
    if (field === 'departmentId') return departmentName(String(value));
    return Array.isArray(value) ? value.join('\n') : String(value);
  };
  const fields = Object.keys(names) as (keyof ArticleContent)[];
  const changed = fields.filter((field) => words(before, field) !== words(after, field));
  return (
    <table className="plain difference">
      <thead>
        <tr>
          <th scope="col">{t('knowledge.field')}</th>
          {before ? <th scope="col">{t('knowledge.before')}</th> : null}
          <th scope="col">{t('knowledge.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((field) => {
          const parts = diffChars(words(before, field), words(after, field));
          return (
            <tr key={field}>
              <th scope="row">{t(names[field])}</th>
              {before ? (
                <td className="words">
                  {parts.map((part, i) =>
                    part.added ? null : part.removed ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
                      <del key={i}>{part.value}</del>
                    ) : (
                      part.value
                    ),
                  )}
                </td>
              ) : null}
              <td className="words">
                {before
                  ? parts.map((part, i) =>
                      part.removed ? null : part.added ? (
                        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
                        <ins key={i}>{part.value}</ins>
                      ) : (
                        part.value
                      ),
                    )
                  : words(after, field)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
