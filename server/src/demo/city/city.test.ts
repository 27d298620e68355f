import { categories, categoryById } from '@hotline/shared/catalog/categories';
import { regionByCode } from '@hotline/shared/catalog/regions';
import { describe, expect, it } from 'vitest';
import { departments, responsible } from './city.ts';
import { alsoHandles } from './responsible.ts';

const byCode = new Map(departments.map((department) => [department.code, department]));
const firstLevel = departments.filter(({ parentCode }) => parentCode === null);

describe('the demo city', () => {
  it('has about eighty first-level departments and several hundred sub-units', () => {
    expect(firstLevel.length).toBeGreaterThanOrEqual(80);
    expect(firstLevel.length).toBeLessThanOrEqual(100);
    expect(departments.length - firstLevel.length).toBeGreaterThanOrEqual(300);
  });

  it('gives every department its own code, name and phone, and every sub-unit an existing parent', () => {
    expect(byCode.size).toBe(departments.length);
    expect(new Set(departments.map(({ name }) => name)).size).toBe(departments.length);
    expect(new Set(departments.map(({ phone }) => phone)).size).toBe(departments.length);
    for (const { code, name, shortName, parentCode, regionCode } of departments) {
      expect(code).toMatch(/^[a-z]+(-\d{2,3})?$/);
      expect(name && shortName).toBeTruthy();
      if (parentCode !== null) expect(byCode.get(parentCode)?.parentCode).toBeNull();
      if (regionCode !== null) expect(regionByCode.has(regionCode)).toBe(true);
    }
  });

  it('has the departments whose people the demo signs in', () => {
    expect(['water', 'urban', 'traffic'].map((code) => byCode.get(code)?.shortName)).toEqual([
      '市水利局',
      '市城管委',
      '市交通局',
    ]);
  });

  it('names one existing first-level department for every level-2 category, and for nothing else', () => {
    const level2 = categories.filter(({ level }) => level === 2).map(({ id }) => id);
    expect(Object.keys(responsible).sort()).toEqual(level2.sort());
    for (const code of Object.values(responsible)) expect(byCode.get(code)?.parentCode).toBeNull();
  });

  it('lets every first-level department handle existing categories', () => {
    for (const { categoryIds, keywords } of firstLevel) {
      expect(categoryIds.length).toBeGreaterThan(0);
      expect(keywords.length).toBeGreaterThan(1);
      expect(categoryIds.filter((id) => categoryById.get(id)?.level !== 2)).toEqual([]);
    }
    expect(Object.keys(alsoHandles).filter((code) => !byCode.has(code))).toEqual([]);
  });
});
