import { roleTerms } from '@hotline/shared/catalog/terms';
import type { Role } from '@hotline/shared/people/actor';

/** A sheet of the template: its columns with what to write there, and a row as an example. */
export type TemplateSheet = {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly isRequired: boolean; readonly hint: string }[];
  readonly examples: readonly (readonly string[])[];
};

const column = (heading: string, isRequired: boolean, hint: string) => ({ heading, isRequired, hint });

/** The roles a person of the centre or of a department may have, by the name staff use. */
export const roleNames: ReadonlyMap<string, Role> = new Map(
  (
    [
      ...(['agent', 'dispatcher', 'reviewer', 'callbackAgent', 'supervisor', 'manager'] as const),
      ...(['handler', 'departmentHead', 'administrator', 'auditor'] as const),
    ] as const
  ).map((role) => [roleTerms[role].zh, role]),
);

/** 安装表: what one workbook says of a new hotline. Only the centre and one administrator must be there. */
export const sheets = {
  centre: {
    name: '受理中心',
    columns: [
      column('名称', true, '如：福州市 12345 政务服务便民热线'),
      column('编号', true, '小写字母、数字，以后不能改，如：fuzhou'),
      column('行政区划代码', true, '六位数字，如：350100'),
      column('电话区号', false, '如：0591'),
    ],
    examples: [['福州市 12345 政务服务便民热线', 'fuzhou', '350100', '0591']],
  },
  departments: {
    name: '承办单位',
    columns: [
      column('名称', true, '全称'),
      column('编号', false, '小写字母、数字；不填时自动编号'),
      column('简称', false, '不填时同名称'),
      column('上级单位', false, '上级单位的名称；没有上级时不填'),
      column('电话', false, '值班电话'),
      column('职责', false, '派单时供参考'),
      column('答复须负责人审核', false, '是或否，不填为否'),
    ],
    examples: [
      ['市水务集团', 'water', '水务集团', '', '0591-87654321', '供水、排水、水质', '是'],
      ['鼓楼供水所', '', '', '市水务集团', '', '', ''],
    ],
  },
  people: {
    name: '人员',
    columns: [
      column('姓名', true, ''),
      column('用户名', true, '登录时用，小写字母、数字'),
      column('角色', true, `${[...roleNames.keys()].join('、')}；几个角色用顿号隔开`),
      column('单位', false, '经办人、单位负责人填承办单位的名称；中心人员不填'),
      column('初始密码', false, '不填时自动生成；本人首次登录须修改'),
    ],
    examples: [
      ['陈主任', 'chen', '系统管理员、管理人员', '', ''],
      ['林经办', 'lin', '经办人', '市水务集团', ''],
    ],
  },
  regions: {
    name: '行政区划',
    columns: [
      column('代码', true, '六位（区县）或九位（街道）数字'),
      column('名称', true, ''),
      column('上级代码', false, '最高一级不填'),
    ],
    examples: [],
  },
  categories: {
    name: '诉求分类',
    columns: [column('编号', true, '字母、数字'), column('名称', true, ''), column('上级编号', false, '一级分类不填')],
    examples: [],
  },
} as const satisfies Record<string, TemplateSheet>;
export type SheetName = keyof typeof sheets;
