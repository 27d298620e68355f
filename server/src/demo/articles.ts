import { insertArticle, insertChange, insertReport } from '@hotline/db/knowledge/articles';
import type { Tx } from '@hotline/db/store/open';
import type { ArticleContent } from '@hotline/shared/knowledge/article';
import { addMs, type Instant, localDate } from '@hotline/shared/time/instant';
import { responsible } from './city/responsible.ts';
import { templates } from './city/texts.ts';

const plain: Omit<ArticleContent, 'title' | 'answer'> = {
  questions: [],
  basis: null,
  categoryId: null,
  departmentId: null,
  validFrom: null,
  validUntil: null,
  reviewMonths: 12,
};

/** What the centre itself answers for. */
const ofCentre: readonly ArticleContent[] = [
  {
    ...plain,
    title: '12345热线受理哪些诉求',
    questions: ['12345能管什么事', '哪些事情可以打12345'],
    answer:
      '您好，12345受理政策咨询、求助、投诉、举报、建议和表扬。已进入诉讼、仲裁、行政复议、信访程序的，以及应由110、119、120、122处置的紧急事项，请通过相应渠道反映。',
    basis: '《国务院办公厅关于进一步优化地方政务服务便民热线的指导意见》国办发〔2020〕53号',
  },
  {
    ...plain,
    title: '怎样查询诉求的办理进度',
    questions: ['我打过电话怎么查进度', '工单办到哪一步了怎么查'],
    answer:
      '您好，请在热线网站或微信公众号输入受理编号和查询码查看办理进度，也可拨打12345告知受理编号，由话务员为您查询。',
  },
  {
    ...plain,
    title: '反映问题时个人信息是否保密',
    questions: ['投诉会不会泄露我的电话', '能不能匿名反映'],
    answer:
      '您好，热线对诉求人的身份信息严格保密。您可以选择保密，承办单位只收到诉求内容；也可以匿名反映，匿名的诉求不回访，请您用查询码查看结果。',
  },
  {
    ...plain,
    title: '诉求多长时间答复',
    questions: ['多久能给我答复', '办理时限是几天'],
    answer:
      '您好，咨询类一般2个工作日、求助类3个工作日、投诉和举报类10个工作日内答复，紧急事项随时办理。需要延长的，承办单位会提前告知您。',
  },
  {
    ...plain,
    title: '对办理结果不满意怎么办',
    questions: ['处理结果不满意', '没有解决就办结了'],
    answer:
      '您好，回访时请说明未解决的原因，符合条件的将退回承办单位重新办理；也可在网站查询页面评价并补充说明，由审核人员核实。',
  },
  {
    ...plain,
    title: '突发停水停电停气怎么报修',
    questions: ['家里突然停水', '小区停电了找谁', '燃气停了怎么办'],
    answer:
      '您好，请告知详细地址和停用时间，热线立即转供水、供电、燃气企业抢修。闻到燃气异味请先关阀、开窗，到室外再拨打电话，切勿开关电器。',
  },
];

/** What departments answer for: the inquiries of the city, with the words they are answered with. */
const ofDepartments: readonly ArticleContent[] = templates
  .filter(({ kind, title, publicReply }) => kind === 'inquiry' && !/[{}]/.test(`${title}${publicReply}`))
  .map(({ title, content, publicReply, categoryId }) => {
    const asked = content.replace(/^市民(来电)?咨询，/, '');
    return {
      ...plain,
      title: title.replace(/^咨询/, ''),
      questions: /[{}]/.test(asked) ? [] : [asked.slice(0, 120)],
      answer: publicReply,
      categoryId,
      departmentId: responsible[categoryId.slice(0, 5)] ?? null,
    };
  });

const demoArticles: readonly ArticleContent[] = [...ofCentre, ...ofDepartments];

/** The shelf of the demo city: most in use, one running out, one due for a look, one with a proposal, one reported. */
export async function insertDemoArticles(tx: Tx, centreId: string, at: Instant): Promise<void> {
  const by = { proposedBy: 'p-supervisor', proposedAt: at, decidedBy: 'p-reviewer', decidedAt: at, decision: null };
  const day = (days: number) => localDate(addMs(at, days * 86_400_000), 480);
  for (const [i, written] of demoArticles.entries()) {
    const content = {
      ...written,
      ...(i === 5 ? { validUntil: day(50) } : {}),
      ...(i === 3 ? { reviewMonths: 1 } : {}),
    };
    const id = `a-${i + 1}`;
    const state = { id, centreId, content, reviewedAt: at, retiredReason: null, updatedAt: at };
    await insertArticle(tx, { ...state, status: 'published', version: 1 });
    const change = { articleId: id, content, note: null, ...by };
    await insertChange(tx, { ...change, id: `${id}-1`, basedOn: 0, version: 1, status: 'published' });
    if (i === 1)
      await insertChange(tx, {
        ...change,
        id: `${id}-2`,
        basedOn: 1,
        version: null,
        status: 'open',
        content: { ...content, answer: `${content.answer}也可在“闽政通”查看。` },
        note: '增加查询渠道。',
        proposedBy: 'p-agent',
        decidedBy: null,
        decidedAt: null,
      });
    if (i === 4) {
      const said = { articleId: id, version: 1, text: '网站评价入口的名称已改为“我要评价”，请核对。' };
      const open = { answer: null, closedBy: null, closedAt: null };
      await insertReport(tx, { ...said, ...open, id: `${id}-r1`, by: 'p-callback', at });
    }
  }
}
