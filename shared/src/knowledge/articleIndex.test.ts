import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasWords, queryOf } from '../search/words.ts';
import type { Article, ArticleContent } from './article.ts';
import { articlesWith, fitting, indexArticles } from './articleIndex.ts';

const article = (id: string, title: string, more: Partial<ArticleContent> = {}): Article => ({
  id,
  centreId: 'town',
  status: 'published',
  version: 1,
  content: {
    ...{ title, questions: [], answer: '请按规定办理。', basis: null, categoryId: null, departmentId: null },
    ...{ validFrom: null, validUntil: null, reviewMonths: 12 },
    ...more,
  },
  reviewedAt: '2026-11-02T02:00:00.000Z',
  retiredReason: null,
  updatedAt: '2026-11-02T02:00:00.000Z',
});
const shelf = [
  article('card', '老年人公交优待卡办理', { questions: ['老人坐公交车免费怎么办卡'], categoryId: 'c0301' }),
  article('water', '停水原因和恢复时间怎么查询', { questions: ['家里突然停水了什么时候来水'] }),
  article('poor', '低保申领', { categoryId: 'c1201' }),
  article('heat', '供水管网停水赔偿', { answer: '停水造成损失的，由供水企业协商赔偿。' }),
];
const index = indexArticles(shelf);
const offered = (content: string, line: string[] = []) => fitting(index, content, line).map(({ article: a }) => a.id);

test('what a citizen says brings up the article that answers it, best first, and nothing where nothing fits', () => {
  expect(offered('市民反映小区家里突然停水，想知道什么时候来水。')[0]).toBe('water');
  expect(offered('母亲七十岁，问老人坐公交车免费怎么办卡')).toEqual(['card']);
  expect(offered('工地夜间施工噪音扰民，无法休息。')).toEqual([]);
  expect(offered('')).toEqual([]);
});

test('the same category makes up for fewer words', () => {
  expect(offered('低保怎么办')).toEqual([]);
  expect(offered('低保怎么办', ['c12', 'c1201'])).toEqual(['poor']);
});

test('three at most, the best of them, alike ones always in the same order', () => {
  const many = indexArticles(Array.from({ length: 9 }, (_, i) => article(`a${9 - i}`, '停水恢复时间')));
  expect(fitting(many, '停水恢复时间', []).map(({ article: a }) => a.id)).toEqual(['a1', 'a2', 'a3']);
});

test('a search finds exactly the articles that have every word somewhere, those with it in the title first', () => {
  const found = (q: string) => {
    const query = queryOf(q);
    return query ? articlesWith(index, query).map(({ id }) => id) : [];
  };
  expect(found('停水')).toEqual(['water', 'heat']);
  expect(found('赔偿 停水')).toEqual(['heat']);
  expect(found('协商')).toEqual(['heat']);
  expect(found('燃气')).toEqual([]);
  const letters = fc.constantFrom('停', '水', '低', '保', '公', '交', '卡', '办', '理', '赔');
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 3 }), (typed) => {
      const query = queryOf(typed.join(''));
      const scanned = query
        ? shelf.filter(({ content: { title, questions, answer } }) => hasWords([title, ...questions, answer], query))
        : [];
      expect(found(typed.join('')).sort()).toEqual(scanned.map(({ id }) => id).sort());
    }),
  );
});
