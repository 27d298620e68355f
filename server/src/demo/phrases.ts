import type { Phrase } from '@hotline/shared/api/phrases';

/** What a centre says again and again. */
export const demoPhrases: readonly Pick<Phrase, 'place' | 'title' | 'text'>[] = [
  { place: 'appeal', title: '标准开头', text: '市民来电反映，{何时}在{地址}，{何事}，希望{诉求}。' },
  {
    place: 'appeal',
    title: '夜间施工噪音',
    text: '市民来电反映，{地址}附近工地夜间施工噪音扰民，影响居民休息，希望核查处理。',
  },
  {
    place: 'answer',
    title: '政策咨询答复',
    text: '您好，您咨询的{事项}，按照{依据}规定，{答复内容}。如需进一步了解，可向{单位}咨询。',
  },
  {
    place: 'answer',
    title: '不属受理范围',
    text: '您好，您反映的事项依法应通过{途径}解决，不属于12345热线受理范围，建议您向{单位}反映。',
  },
  {
    place: 'reply',
    title: '已办结答复',
    text: '{姓名}您好，您反映的{地址}问题（编号{编号}）收悉。经核查，{核查情况}。{单位}已于{今日}处理完毕。感谢您的监督。',
  },
  {
    place: 'reply',
    title: '阶段性答复',
    text: '您好，您反映的问题正在办理，目前{进展}，预计{时限}前办结，届时将主动告知您。',
  },
  {
    place: 'return',
    title: '非本单位职责',
    text: '经核查，该事项属{单位}职责，依据{依据}，不属本单位办理范围，申请退回改派。',
  },
  { place: 'return', title: '答复退回重办', text: '答复未说明{缺少内容}，请补充核实后重新答复。' },
  { place: 'callback', title: '回访满意', text: '已与诉求人联系，诉求人表示问题已解决，对办理结果满意。' },
  { place: 'callback', title: '三次未接通', text: '于{时间}三次拨打诉求人电话均未接通，已短信告知办理结果。' },
];
