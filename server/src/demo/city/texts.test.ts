import { categoryById } from '@hotline/shared/catalog/categories';
import { kinds } from '@hotline/shared/ticket/model/ticket';
import { describe, expect, it } from 'vitest';
import { citizenName, citizenPhone } from './citizens.ts';
import { communities, roads } from './places.ts';
import { fill, placeholders, templates, times } from './texts.ts';

describe('the appeal templates', () => {
  it('are many, and touch every kind and nearly every level-1 category', () => {
    expect(templates.length).toBeGreaterThanOrEqual(120);
    expect(new Set(templates.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(new Set(templates.map(({ categoryId }) => categoryId.slice(0, 3))).size).toBeGreaterThanOrEqual(16);
  });

  it('name a leaf of the category tree, one template each', () => {
    expect(templates.filter(({ categoryId }) => categoryById.get(categoryId)?.level !== 3)).toEqual([]);
    expect(new Set(templates.map(({ categoryId }) => categoryId)).size).toBe(templates.length);
  });

  it('use only known placeholders, and are complete sentences', () => {
    for (const { title, content, handling, publicReply } of templates) {
      const used = [...`${title}${content}${handling}${publicReply}`.matchAll(/\{(.*?)\}/g)].map(([, name]) => name);
      expect(used.filter((name) => !placeholders.some((known) => known === name))).toEqual([]);
      expect(title.length).toBeLessThanOrEqual(40);
      for (const text of [content, handling, publicReply]) expect(text).toMatch(/[。！]$/);
      expect(publicReply).toMatch(/^您好/);
    }
  });

  it('are filled without a trace of the placeholders', () => {
    const values = { road: '榕荫路', community: '榕荫花园', street: '东街街道', time: '昨天上午', count: '3' };
    for (const { content } of templates) expect(fill(content, values)).not.toMatch(/[{}]/);
    expect(fill('{road}{count}0米，{road}', values)).toBe('榕荫路30米，榕荫路');
  });
});

describe('the synthetic places and citizens', () => {
  it('have no doubles', () => {
    for (const list of [roads, communities, times]) expect(new Set(list).size).toBe(list.length);
    expect(roads.length).toBeGreaterThanOrEqual(60);
    expect(communities.length).toBeGreaterThanOrEqual(80);
  });

  it('give 8,400 citizens different names and 10,000 different phones', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
    expect(new Set(numbers(8_400).map(citizenName)).size).toBe(8_400);
    expect(new Set(numbers(10_000).map(citizenPhone)).size).toBe(10_000);
    expect(citizenPhone(7)).toBe('19900000007');
  });
});
