import { dutyKeywords } from '@hotline/shared/catalog/categories';
import { regions } from '@hotline/shared/catalog/regions';
import { bureaus } from './departments/bureaus.ts';
import { districts, zones } from './departments/districts.ts';
import { enterprises } from './departments/enterprises.ts';
import { publicBodies } from './departments/publicBodies.ts';
import { alsoHandles, districtHandles, responsible } from './responsible.ts';

export interface SeedDepartment {
  /** Short ASCII; a sub-unit's is its parent's with a number: `water-01`, for a street its own code: `gulou-004`. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentCode: string | null;
  /** Whether its head approves a reply before it leaves. */
  readonly requiresApproval: boolean;
  /** Where the department answers for a place: the county, district, street or township. */
  readonly regionCode: string | null;
  /** Begins with 1, which no Chinese landline does: nobody can be called by mistake. */
  readonly phone: string;
  readonly duties: string;
  /** Level-2 categories it handles. Empty for a sub-unit: it takes what its parent hands down. */
  readonly categoryIds: readonly string[];
  readonly keywords: readonly string[];
}

export const centre = {
  code: 'fuzhou',
  name: '福州市12345便民服务热线',
  regionCode: '350100',
  areaCode: '0591',
} as const;

const streetMatters = ['属地协调', '社区服务', '背街小巷', '邻里纠纷', '物业协调'];

/** First-level departments, each followed by its sub-units. */
export const departments: readonly SeedDepartment[] = [
  ...expand(bureaus, true),
  ...expand(publicBodies, false),
  ...expand(enterprises, false),
  ...expand(districts, true),
  ...expand(zones, true),
].map((department, index) => ({ ...department, phone: `0591-1990${String(index + 1).padStart(4, '0')}` }));

export { responsible };

type Unnumbered = Omit<SeedDepartment, 'phone'>;

function expand(text: string, requiresApproval: boolean): Unnumbered[] {
  return text
    .trim()
    .split(/\n(?=\S)/)
    .flatMap((block) => {
      const [head = '', ...offices] = block.split('\n');
      const department = readDepartment(head, requiresApproval);
      return [
        department,
        ...offices.map((line, index) => readOffice(line, index + 1, department)),
        ...streetsOf(department),
      ];
    });
}

/** `code [region] 全称 | 简称 | 职责、职责` */
function readDepartment(line: string, requiresApproval: boolean): Unnumbered {
  const [, code = '', regionCode = null, name = '', shortName = '', matters = ''] =
    /^(\w+) (?:(\d{6}) )?(\S+) \| (\S+) \| (\S+)$/.exec(line) ?? [];
  const led = Object.keys(responsible).filter((id) => responsible[id] === code);
  return {
    code,
    name,
    shortName,
    parentCode: null,
    requiresApproval,
    regionCode,
    duties: inOneSentence(matters),
    categoryIds: [...new Set([...led, ...(alsoHandles[code] ?? []), ...(regionCode ? districtHandles : [])])],
    keywords: [...new Set([...matters.split('、'), ...led.flatMap((id) => dutyKeywords.get(id) ?? [])])],
  };
}

function readOffice(line: string, number: number, parent: Unnumbered): Unnumbered {
  const [name = '', matters = ''] = line.trim().split('：', 2);
  return subUnit(parent, String(number).padStart(2, '0'), name, null, matters.split('、'));
}

function streetsOf(district: Unnumbered): Unnumbered[] {
  return regions
    .filter(({ parentCode, level }) => level === 'street' && parentCode === district.regionCode)
    .map(({ code, name }) => subUnit(district, code.slice(6), officeName(name), code, streetMatters));
}

/** A street has a 办事处, a township a 人民政府, a farm or zone keeps its name. */
function officeName(region: string): string {
  if (region.endsWith('街道')) return `${region}办事处`;
  return /[镇乡]$/.test(region) ? `${region}人民政府` : region;
}

function subUnit(
  parent: Unnumbered,
  number: string,
  name: string,
  regionCode: string | null,
  matters: readonly string[],
): Unnumbered {
  return {
    code: `${parent.code}-${number}`,
    name: name.startsWith(parent.shortName) ? name : `${parent.shortName}${name}`,
    shortName: name,
    parentCode: parent.code,
    requiresApproval: false,
    regionCode,
    duties: inOneSentence(matters.join('、')),
    categoryIds: [],
    keywords: matters,
  };
}

function inOneSentence(matters: string): string {
  return `负责${matters}等工作。`;
}
