import { isAreaCode } from '@hotline/shared/citizen/phone';
import type { Grant } from '@hotline/shared/people/actor';
import { passwordFlaw } from '@hotline/shared/people/password';
import { departmentStaff } from '@hotline/shared/people/roles';
import type { NewCentre } from '../admin/centres/found.ts';
import { type Flaw, flaw, type PlanRow, type Rows } from './readPlan.ts';
import { roleNames, sheets } from './sheets.ts';

type PlannedDepartment = {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly name: string;
  readonly shortName: string;
  readonly phone: string | null;
  readonly duties: string | null;
  readonly requiresApproval: boolean;
};
type PlannedPerson = {
  readonly username: string;
  readonly name: string;
  /** Null: one is made up. */
  readonly password: string | null;
  readonly grants: readonly Grant[];
};
export type Plan = {
  readonly centre: Pick<NewCentre, 'id' | 'path' | 'name' | 'regionCode' | 'areaCode'>;
  readonly departments: readonly PlannedDepartment[];
  readonly people: readonly PlannedPerson[];
  /** Empty: those that come with the program. */
  readonly regions: readonly { readonly code: string; readonly name: string; readonly parentCode: string | null }[];
  readonly categories: readonly { id: string; name: string; parentId: string | null; level: number }[];
};

/** What the rows found a hotline with, and everything that is wrong with them, each with its row and how to mend it. */
export function planOf(rows: Rows): { plan: Plan; flaws: Flaw[] } {
  const flaws: Flaw[] = [];
  const [first] = rows.centre;
  const cell = (row: PlanRow | undefined, heading: string) => row?.cells[heading] ?? '';
  if (!first) flaws.push(flaw(sheets.centre, 1, '名称', '请填写受理中心'));
  for (const extra of rows.centre.slice(1))
    flaws.push(flaw(sheets.centre, extra.row, '名称', '一张表只建立一个受理中心，请删去这一行'));
  const id = cell(first, '编号');
  if (first && !/^[a-z0-9-]{1,40}$/.test(id))
    flaws.push(flaw(sheets.centre, first.row, '编号', `编号「${id}」只能用小写字母、数字和连字符，最多 40 个`));
  const regionCode = cell(first, '行政区划代码');
  if (first && !/^\d{6}$/.test(regionCode))
    flaws.push(flaw(sheets.centre, first.row, '行政区划代码', `行政区划代码「${regionCode}」须为六位数字`));
  const areaCode = cell(first, '电话区号');
  if (areaCode !== '' && !isAreaCode(areaCode))
    flaws.push(
      flaw(sheets.centre, first?.row ?? 1, '电话区号', `电话区号「${areaCode}」应为以 0 开头的区号，例如 0591、010`),
    );
  const centre = { id, path: `${id}.`, name: cell(first, '名称'), regionCode, ...(areaCode ? { areaCode } : {}) };
  const departments = departmentsOf(rows.departments, centre, flaws);
  const plan = {
    ...{ centre, departments },
    people: peopleOf(rows.people, centre, departments, flaws),
    regions: regionsOf(rows.regions, flaws),
    categories: categoriesOf(rows.categories, flaws),
  };
  return { plan, flaws };
}

function departmentsOf(rows: readonly PlanRow[], centre: Plan['centre'], flaws: Flaw[]): PlannedDepartment[] {
  const tell = (row: PlanRow, column: string, sentence: string) =>
    void flaws.push(flaw(sheets.departments, row.row, column, sentence));
  const byName = new Map<string, PlannedDepartment>();
  const codes = new Set<string>();
  let waiting = [...rows];
  // A parent may stand below its departments: as long as some find theirs, others may.
  for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((row) => {
      const { 名称: name = '', 上级单位: parentName = '', 编号: given = '' } = row.cells;
      const parent = parentName === '' ? null : byName.get(parentName);
      if (parent === undefined) return true;
      const code = given || `d${row.row}`;
      if (!/^[a-z0-9-]{1,40}$/.test(code)) tell(row, '编号', `编号「${code}」只能用小写字母、数字和连字符，最多 40 个`);
      if (codes.has(code)) tell(row, '编号', `编号「${code}」与前面的单位重复，请换一个`);
      if (byName.has(name)) tell(row, '名称', `单位「${name}」前面已有，请删去一行或改名`);
      codes.add(code);
      const path = `${parent?.path ?? centre.path}${code}.`;
      if (path.length > 190) tell(row, '上级单位', '单位层级过深，请放到更高一级');
      const approval = row.cells['答复须负责人审核'] ?? '';
      if (!['', '是', '否'].includes(approval)) tell(row, '答复须负责人审核', `「${approval}」请改为是或否`);
      byName.set(name, {
        ...{ id: `${centre.id}.${code}`, parentId: parent?.id ?? null, path, name },
        shortName: row.cells['简称'] || name.slice(0, 40),
        phone: row.cells['电话'] || null,
        duties: row.cells['职责'] || null,
        requiresApproval: approval === '是',
      });
      return false;
    });
  }
  for (const row of waiting)
    tell(row, '上级单位', `找不到上级单位「${row.cells['上级单位']}」，请核对名称，或先填写该单位`);
  return [...byName.values()];
}

function peopleOf(
  rows: readonly PlanRow[],
  centre: Plan['centre'],
  departments: readonly PlannedDepartment[],
  flaws: Flaw[],
): PlannedPerson[] {
  const tell = (row: PlanRow, column: string, sentence: string) =>
    void flaws.push(flaw(sheets.people, row.row, column, sentence));
  const known = new Set<string>();
  const people = rows.map((row): PlannedPerson => {
    const {
      姓名: name = '',
      用户名: username = '',
      角色: said = '',
      单位: unit = '',
      初始密码: password = '',
    } = row.cells;
    if (!/^[a-z0-9._-]{2,40}$/.test(username))
      tell(row, '用户名', `用户名「${username}」只能用小写字母、数字、点和连字符，2 至 40 个`);
    if (known.has(username)) tell(row, '用户名', `用户名「${username}」前面已有，请换一个`);
    known.add(username);
    const department = unit === '' ? null : departments.find((d) => d.name === unit || d.shortName === unit);
    if (department === undefined) tell(row, '单位', `找不到单位「${unit}」，请核对「承办单位」表中的名称`);
    const flawed = password === '' ? null : passwordFlaw(password, username);
    if (flawed) tell(row, '初始密码', flawed.replace(/。$/, ''));
    const grants = said
      .split(/[、,，;；\s]+/)
      .filter(Boolean)
      .flatMap((word): Grant[] => {
        const role = roleNames.get(word);
        if (!role) {
          tell(row, '角色', `没有角色「${word}」，可用：${[...roleNames.keys()].join('、')}`);
          return [];
        }
        const isOfDepartment = departmentStaff.includes(role);
        if (isOfDepartment && unit === '') tell(row, '单位', `${word}须填写所在单位`);
        if (!isOfDepartment && department)
          tell(row, '角色', `${word}是热线中心的角色，「单位」请留空，或改用经办人、单位负责人`);
        return [{ role, path: isOfDepartment ? (department?.path ?? centre.path) : centre.path }];
      });
    return { username, name, password: password || null, grants };
  });
  if (!people.some((p) => p.grants.some((g) => g.role === 'administrator')))
    flaws.push(flaw(sheets.people, rows[0]?.row ?? 1, '角色', '至少要有一名系统管理员'));
  return people;
}

function regionsOf(rows: readonly PlanRow[], flaws: Flaw[]): Plan['regions'] {
  const codes = new Set(rows.map((row) => row.cells['代码']));
  return rows.map((row) => {
    const { 代码: code = '', 名称: name = '', 上级代码: parent = '' } = row.cells;
    if (!/^\d{6,12}$/.test(code))
      flaws.push(flaw(sheets.regions, row.row, '代码', `代码「${code}」须为 6 至 12 位数字`));
    if (parent !== '' && !codes.has(parent))
      flaws.push(flaw(sheets.regions, row.row, '上级代码', `找不到上级代码「${parent}」`));
    return { code, name, parentCode: parent || null };
  });
}

function categoriesOf(rows: readonly PlanRow[], flaws: Flaw[]): Plan['categories'] {
  const parents = new Map(rows.map((row) => [row.cells['编号'] ?? '', row.cells['上级编号'] ?? '']));
  const levelOf = (id: string, seen = 1): number => {
    const parent = parents.get(id) ?? '';
    return parent === '' || seen > 9 ? seen : levelOf(parent, seen + 1);
  };
  return rows.map((row) => {
    const { 编号: id = '', 名称: name = '', 上级编号: parent = '' } = row.cells;
    if (!/^[A-Za-z0-9_.:-]{1,64}$/.test(id))
      flaws.push(flaw(sheets.categories, row.row, '编号', `编号「${id}」只能用字母、数字，最多 64 个`));
    if (parent !== '' && !parents.has(parent))
      flaws.push(flaw(sheets.categories, row.row, '上级编号', `找不到上级编号「${parent}」`));
    if (levelOf(id) > 3) flaws.push(flaw(sheets.categories, row.row, '上级编号', '分类最多三级'));
    return { id, name, parentId: parent || null, level: levelOf(id) };
  });
}
