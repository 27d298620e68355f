import type { FieldName } from '@hotline/shared/imports/fields';

/** What other systems call our fields; the first pattern that fits wins, so the narrower stand first. */
const headings: readonly (readonly [FieldName, RegExp])[] = [
  [
    'externalNumber',
    /^(外部|工单|诉求|受理|案件|事件|信件|业务|登记|来电|举报|件)?(编号|编码|单号|流水号|号)$|^(工单|受理)(id|no)$/,
  ],
  ['signedAt', /^(单位|部门)?(签收|接单|接件|接收单)(时间|日期)$/],
  ['sentAt', /^(首次)?(派单|派件|转办|交办|派发|分派|下派)(时间|日期)$/],
  [
    'dueAt',
    /^(单位|部门)?(办理|办结|答复|回复|处理|处置|反馈)(期限|时限|截止时间|截止日期|到期时间)$|^(应|要求|限)(办结|答复|回复|反馈|完成)(时间|日期)$|^(截止|到期)(时间|日期)$|^期限$/,
  ],
  ['promisedDueAt', /^承诺(时间|时限|期限|到期时间|办结时间|答复时间)$/],
  ['repliedAt', /^(实际)?(答复|回复|办结|反馈|结案|完成|办复|处理完成|办理完成|办结反馈)(时间|日期)$/],
  [
    'receivedAt',
    /^(诉求|受理|来电|登记|创建|反映|提交|来信|接收|接听|投诉|举报|接件|录入|发生|收件|建单|生成|进件)(时间|日期)$|^(时间|日期)$/,
  ],
  ['title', /^(诉求|工单|事件|信件|案件|问题)?(标题|主题)$/],
  [
    'publicReply',
    /^(办理|处理|处置|答复|回复|反馈|办结|部门)?(结果|意见)$|^(答复|回复|反馈|公开答复|办结|答复市民)(内容|意见|口径)?$|^(部门|单位)(答复|回复)$/,
  ],
  ['handling', /^(办理|处理|处置)(情况|过程|经过|进展|措施)$/],
  [
    'content',
    /^(诉求|反映|来电|问题|事件|工单|投诉|举报|来信|信件|具体|详细|主要|事项)?(内容|描述|详情|情况|问题描述)$|^(反映|诉求|存在)问题$|^诉求$/,
  ],
  ['status', /^(办理|工单|办结|处理|当前|诉求|案件|事件)?(状态)$|^是否办结$/],
  ['kind', /^(诉求|工单|来电|受理|事项|业务|信件|件)(类型|性质|类别|目的)$|^(类型|性质)$/],
  ['channel', /^(诉求|受理|信息|来件|工单|来电|信件|登记)?(渠道|来源|来源渠道|方式|途径|受理渠道)$/],
  ['urgency', /^(紧急|缓急|优先)(程度|级别|级)?$/],
  ['categoryId', /^(诉求|事项|问题|内容|业务|归口|事件)?(分类|归类|小类)$/],
  ['department', /^(主办|承办|办理|责任|处理|处置|转办|交办|主责|受办|派往|当前办理|牵头)?(单位|部门|机构)(名称)?$/],
  [
    'phone',
    /^(诉求人|来电人?|市民|联系人|反映人|投诉人|举报人|群众|主叫)?(联系)?(电话|手机|号码|手机号|手机号码|电话号码|联系方式)$/,
  ],
  ['citizenName', /^(诉求人|来电人|反映人|投诉人|举报人|联系人|市民|群众|来信人|当事人|申请人)?(姓名|名称|名字)?$/],
  ['address', /^(诉求|事发|事件|发生|详细|具体|问题|反映|现场|联系|案发)?(地址|地点|位置|住址)$/],
  [
    'regionCode',
    /^(所属|诉求|事发|行政)?(区划|区县|区域|辖区|属地|行政区划|县区|县市区|区划代码|行政区划代码|所在区域)$/,
  ],
  ['latitude', /^(纬度|latitude|lat)$/],
  ['longitude', /^(经度|longitude|lng|lon)$/],
];

const traditional = '編號單時間訴標題內復覆聯繫電話類別辦結機處門來轉簽區縣緊狀態況見圍屬發現場經緯詢誰責據應實際諮';
const plainer = '编号单时间诉标题内复复联系电话类别办结机处门来转签区县紧状态况见围属发现场经纬询谁责据应实际咨';
/** The traditional characters that headings are made of. */
const simplified = new Map([...traditional].map((character, i) => [character, [...plainer][i]]));

/** Which field a heading names, if any: 「*联系电话（必填）：」 is 联系电话. */
export function fieldNamed(heading: string): FieldName | null {
  const plain = heading
    .normalize('NFKC')
    .replace(/./gu, (character) => simplified.get(character) ?? character)
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s*:;,.、_\-/]/g, '')
    .toLowerCase();
  if (plain === '' || plain.length > 14) return null;
  return headings.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
