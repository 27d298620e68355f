import { describe, expect, it } from 'vitest';
import { roles } from '../people/actor.ts';
import { kinds, ticketStatuses } from '../ticket/model/ticket.ts';
import { categories, categoryById, convenienceCategoryIds, dutyKeywords, isConvenience } from './categories.ts';
import * as reasons from './reasons.ts';
import { fullRegionName, regionByCode, regions } from './regions.ts';
import * as terms from './terms.ts';

const ofLevel = (level: number) => categories.filter((category) => category.level === level);

describe('the category tree', () => {
  it('has three levels of the size of a real city', () => {
    expect(ofLevel(1)).toHaveLength(20);
    expect(ofLevel(2)).toHaveLength(157);
    expect(ofLevel(3)).toHaveLength(412);
  });

  it('gives every category its own id and every child an existing parent one level up', () => {
    expect(categoryById.size).toBe(categories.length);
    for (const { id, parentId, path, level } of categories) {
      expect(id).toMatch(/^c(\d\d){1,3}$/);
      expect(path).toHaveLength(level);
      expect(path.at(-1)).toBe(id);
      expect(path.at(-2) ?? null).toBe(parentId);
      if (parentId !== null) expect(categoryById.get(parentId)?.level).toBe(level - 1);
    }
  });

  it('never repeats a name under one parent, and leaves no branch without leaves', () => {
    const seen = new Set(categories.map(({ parentId, name }) => `${parentId}/${name}`));
    expect(seen.size).toBe(categories.length);
    const parents = new Set(categories.map(({ parentId }) => parentId));
    expect(categories.filter(({ id, level }) => level < 3 && !parents.has(id))).toEqual([]);
  });

  it('gives every level-2 category keywords, and no other', () => {
    expect([...dutyKeywords.keys()]).toEqual(ofLevel(2).map(({ id }) => id));
    for (const words of dutyKeywords.values()) expect(words.length).toBeGreaterThanOrEqual(2);
  });

  it('puts existing categories on the convenience list, and all below them', () => {
    expect([...convenienceCategoryIds].filter((id) => !categoryById.has(id))).toEqual([]);
    expect(categoryById.get('c020401')?.name).toBe('路灯不亮');
    expect(isConvenience('c020401')).toBe(true);
    expect(isConvenience('c020501')).toBe(true);
    expect(isConvenience('c020403')).toBe(false);
    expect(isConvenience('nowhere')).toBe(false);
  });
});

describe('the regions', () => {
  it('are Fuzhou, its 13 counties and their 186 streets, each with its own code', () => {
    const count = (level: string) => regions.filter((region) => region.level === level).length;
    expect([count('city'), count('county'), count('street')]).toEqual([1, 13, 186]);
    expect(regionByCode.size).toBe(regions.length);
  });

  it('nest by code', () => {
    for (const { code, parentCode, level } of regions) {
      if (parentCode !== null) expect(regionByCode.has(parentCode)).toBe(true);
      if (level === 'street') expect(code.slice(0, 6)).toBe(parentCode);
    }
    expect(fullRegionName('350102004')).toBe('福州市鼓楼区东街街道');
    expect(fullRegionName('000000')).toBe('');
  });
});

describe('the terms', () => {
  const tables = Object.entries(terms).filter(([name]) => name.endsWith('Terms'));

  it.each(tables)('%s name every entry in Chinese and English, each in its own words', (_, table) => {
    const entries = Object.values(table as terms.Terms<string>);
    for (const { zh, en } of entries) {
      expect(zh).not.toBe('');
      expect(en).not.toBe('');
    }
    expect(new Set(entries.map(({ zh }) => zh)).size).toBe(entries.length);
  });

  it('name every word of their lists, and no other', () => {
    expect(Object.keys(terms.kindTerms)).toEqual([...kinds]);
    expect(Object.keys(terms.ticketStatusTerms).sort()).toEqual([...ticketStatuses].sort());
    expect(Object.keys(terms.roleTerms).sort()).toEqual([...roles, 'citizen', 'system'].sort());
  });
});

describe('the reasons', () => {
  it.each(Object.entries(reasons))('%s have distinct codes and words in both languages', (_, list) => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    for (const { zh, en } of list) expect(zh && en).toBeTruthy();
  });

  it('reopen an unsolved matter, not a disagreement with the law', () => {
    const reopening = reasons.dissatisfactionReasons.filter(({ reopens }) => reopens).map(({ code }) => code);
    expect(reopening).toContain('notSolved');
    expect(reopening).not.toContain('policy');
  });
});
