import type { Term } from '@hotline/shared/catalog/terms';

/** Parts of a case that an amendment may touch. */
export const fieldTerms: Readonly<Record<string, Term>> = {
  title: { zh: '标题', en: 'the title' },
  kind: { zh: '诉求类型', en: 'the kind' },
  categoryId: { zh: '诉求分类', en: 'the category' },
  regionCode: { zh: '所属区域', en: 'the region' },
  urgency: { zh: '紧急程度', en: 'the urgency' },
  address: { zh: '详细地址', en: 'the address' },
  content: { zh: '诉求内容', en: 'the words of the appeal' },
  citizenName: { zh: '姓名', en: 'the name' },
  phone: { zh: '来电号码', en: 'the number' },
  identity: { zh: '身份方式', en: 'the identity' },
  againstDepartmentId: { zh: '被投诉单位', en: 'the department complained of' },
};
