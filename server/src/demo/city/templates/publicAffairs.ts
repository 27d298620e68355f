import type { AppealTemplate } from './template.ts';

export const publicAffairsTemplates: readonly AppealTemplate[] = [
  {
    kind: 'inquiry',
    categoryId: 'c120101',
    title: '咨询低保申请条件',
    content: '市民咨询，家庭成员{count}人，主要劳动力患病失业，询问是否可以申请低保、到哪里办理。',
    handling: '告知申请条件、受理渠道和所需材料，协助转介民政窗口。',
    publicReply:
      '您好，共同生活家庭成员人均收入低于当地低保标准且财产符合规定的，可申请低保。请携带身份证、收入证明等到户籍或居住地街道申请，民政部门将在规定期限内审核确认。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c120301',
    title: '咨询高龄津贴发放标准',
    content: '市民咨询，母亲年满80周岁，询问高龄津贴每月标准、如何申请、何时到账。',
    handling: '告知标准和申请材料，社区可代办。',
    publicReply:
      '您好，年满80周岁的本市户籍老人可申领高龄津贴，实行网上和社区代办，审核通过后按月发放至社保卡。具体标准以现行政策为准，可向社区咨询。',
  },
  {
    kind: 'complaint',
    categoryId: 'c120302',
    title: '养老院护理不到位',
    content: '市民反映，其父亲在{street}养老院居住{count}个月，护理员少，翻身不及时出现压疮，要求核查。',
    handling: '民政部门会同卫健检查，责令增配护理人员，向家属致歉并承担治疗费用。',
    publicReply:
      '您好，您反映的养老服务问题经核查属实，民政部门已责令机构整改并增配护理力量，相关费用由机构承担。后续将加强抽查，感谢监督。',
  },
  {
    kind: 'suggestion',
    categoryId: 'c120303',
    title: '建议{street}增设长者食堂',
    content: '市民建议，{street}老年人多，做饭不便，建议开设长者食堂或送餐点。',
    handling: '街道正选址装修，拟下月开业，配送覆盖{count}个社区。',
    publicReply:
      '您好，感谢您的建议。{street}长者食堂已完成选址，预计下月开业，将提供堂食和送餐服务，老年人凭卡可享受优惠。届时将在社区公告。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c120701',
    title: '咨询婚姻登记预约',
    content: '市民咨询，夫妻一方户籍在外地，计划{count}天后领证，询问是否可以在本市登记、需带什么材料、是否预约。',
    handling: '告知全国通办政策，预约渠道。',
    publicReply:
      '您好，婚姻登记已实行全国通办，不受户籍地限制。请双方携带身份证，通过政务平台预约后到任一登记机关办理。离婚登记另有冷静期规定。',
  },
  {
    kind: 'complaint',
    categoryId: 'c120801',
    title: '{street}辖区公墓价格偏高',
    content: '市民反映，{street}辖区一公墓报价较上年涨{count}成，无价目公示，要求核查。',
    handling: '检查价目表未更新，责令明码标价，退还多收管理费。',
    publicReply:
      '您好，您反映的价格问题，民政、市监部门已责令经营单位明码标价，并核退多收费用。今后将加强监管，感谢反映。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c120901',
    title: '咨询残疾证办理',
    content: '市民咨询，家中老人因病行动不便，询问残疾证办理流程、鉴定地点和时限。',
    handling: '告知到户籍地残联申请，指定医院鉴定，可上门服务。',
    publicReply:
      '您好，残疾证向户籍地县级残联申请，经指定医院评定后核发。行动不便人员可申请上门评定。办理情况可在线查询。',
  },
  {
    kind: 'complaint',
    categoryId: 'c121002',
    title: '{road}路名牌缺失',
    content: '市民反映，{road}新修路段{count}处路口没有路名牌，外卖和救护车常走错，请补设。',
    handling: '会同地名部门核对，制作安装路名牌{count}块，更新导航数据。',
    publicReply:
      '您好，您反映的路名牌缺失问题，相关部门已现场核对，现已补设，并将地名信息推送地图平台更新。感谢您的提醒。',
  },
  {
    kind: 'suggestion',
    categoryId: 'c130101',
    title: '建议图书馆延长开放时间',
    content: '市民建议，{road}图书馆周末20时闭馆，建议考前一个月延长至22时，方便备考群体。',
    handling: '馆方研究增加延时自习区，安排志愿者值守，次月试行。',
    publicReply:
      '您好，感谢您的建议。经研究，将于下月起在考前一个月延长自习区至22时，届时关注公告。请保持安静，共同维护学习环境。',
  },
  {
    kind: 'complaint',
    categoryId: 'c130301',
    title: '旅行社擅自变更行程',
    content: '市民反映，其近日参加旅行社组织的游玩，行程中减少{count}个景点，强制购物，要求赔偿。',
    handling: '责令旅行社按合同退款并赔偿，扣减信用分，立案调查。',
    publicReply:
      '您好，您反映的旅游服务问题，执法部门已责令旅行社退还费用并赔偿，立案处理。今后报名请保留合同和票据，欢迎监督。',
  },
  {
    kind: 'help',
    categoryId: 'c130601',
    title: '{road}公园步道地砖松动',
    content: '市民反映，{road}公园步道{count}处地砖松动，雨天容易摔倒，且座椅破损，请维修。',
    handling: '园林部门修补地砖，更换座椅，清理青苔。',
    publicReply: '您好，您反映的公园设施问题已修复，地砖和座椅均已更换。感谢您的提醒，欢迎继续监督。',
  },
  {
    kind: 'report',
    categoryId: 'c130401',
    title: '举报网吧接纳未成年人',
    content: '市民举报，{road}网吧凌晨仍有未成年人上网，未核实身份，要求查处。',
    handling: '凌晨突击检查，当场发现{count}名未成年人，依法处罚并停业整顿。',
    publicReply: '您好，您举报的问题属实，文化执法部门已依法处罚并责令停业整顿。感谢您对未成年人成长的关注。',
  },
  {
    kind: 'complaint',
    categoryId: 'c140102',
    service: 'efficiencyComplaint',
    title: '反映某局窗口办件拖延',
    content: '市民反映，其{count}周前提交的许可申请已超过承诺时限，窗口多次说系统问题，未给出解释，要求督办。',
    handling: '效能部门核查，系统流转滞后，责令当日办结，对责任人效能告诫。',
    publicReply:
      '您好，您反映的办件拖延问题经核查属实，相关单位已办结并向您说明，责任人员已被效能告诫。后续将加强审批流程监管，感谢监督。',
  },
  {
    kind: 'complaint',
    categoryId: 'c140201',
    service: 'efficiencyComplaint',
    title: '反映政务窗口态度冷淡',
    content:
      '市民反映，{time}在{street}便民服务中心办事，窗口人员边看手机边回答，态度冷淡，让其往返{count}次，要求改进。',
    handling: '调取监控核实，批评教育并调离窗口，已致电道歉，开展作风检查。',
    publicReply:
      '您好，您反映的问题属实，相关单位已对责任人批评教育并调离岗位，向您致歉。今后将严格落实一次性告知，欢迎继续监督。',
  },
  {
    kind: 'suggestion',
    categoryId: 'c160402',
    title: '建议{street}加强文明交通宣传',
    content: '市民建议，{street}路口骑车闯红灯较多，建议增加志愿者劝导和宣传，提高文明意识。',
    handling: '组织志愿者{count}0名高峰劝导，投放宣传片，交警配合整治。',
    publicReply:
      '您好，感谢您的建议。已组织志愿者在高峰时段劝导，交警配合查处，同时投放公益宣传。欢迎加入文明志愿服务行动。',
  },
  {
    kind: 'help',
    categoryId: 'c160301',
    urgency: 'urgent',
    title: '家庭暴力求助',
    content: '市民求助，其{time}遭到丈夫殴打，孩子受到惊吓，希望得到庇护并了解如何申请人身安全保护令。',
    handling: '联系公安出警告诫，妇联安排临时庇护，法律援助协助申请保护令。',
    publicReply:
      '您好，您的安全最重要。公安机关已出具家庭暴力告诫书，妇联为您联系临时庇护，法律援助机构将协助申请人身安全保护令。遇到紧急情况请立即拨打110。',
  },
  {
    kind: 'complaint',
    categoryId: 'c180201',
    rural: true,
    title: '{street}一养殖场粪污直排',
    content: '市民反映，{street}一村内养殖场粪水排入水沟，{count}户村民饮水受影响，要求治理。',
    handling: '责令停止直排，限期建成沼气池，已清理水沟，水质检测合格。',
    publicReply:
      '您好，您反映的养殖污染问题，农业、环保部门已责令整改，粪污处理设施已建成，水质检测达标。感谢您的监督。',
  },
  {
    kind: 'help',
    categoryId: 'c180503',
    rural: true,
    title: '{street}农村自来水水量小',
    content: '市民反映，{street}辖区一村庄饮水管网老旧，{count}天内两次断水，蓄水池水少，请改造。',
    handling: '启动应急送水，管网改造列入计划，更换水泵，水压恢复。',
    publicReply: '您好，您反映的农村饮水问题，已完成水泵更换，管网改造纳入计划，应急期间安排送水。感谢您的理解。',
  },
  {
    kind: 'suggestion',
    categoryId: 'c190101',
    service: 'leaderMailbox',
    title: '建议优化高频事项一网通办',
    content:
      '市民来信反映，近期办理{count}个事项均需多次跑腿、重复提交材料，建议将关联事项整合为一件事，全程网上办理。',
    handling: '梳理高频事项清单，开通线上渠道{count}个，逐项答复。',
    publicReply:
      '您好，感谢您的来信。目前高频事项已实现一网通办，您可登录政务服务网办理。您提出的流程优化建议，我们将认真研究，持续提升服务。',
  },
  {
    kind: 'complaint',
    categoryId: 'c190102',
    title: '政务平台人脸识别失败',
    content: '市民反映，{time}登录政务平台办理业务，人脸识别{count}次失败，客服无法接通，影响办事。',
    handling: '核查为系统升级兼容问题，更新版本，已协助完成认证。',
    publicReply: '您好，您反映的系统问题已修复，现可正常认证。如仍异常，可到就近服务窗口办理，给您带来不便深表歉意。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c190201',
    title: '咨询个税专项附加扣除',
    content: '市民咨询，赡养老人与子女教育扣除标准，年度汇算时漏填{count}项如何补充申报，是否需留存材料。',
    handling: '告知申报时间和标准，线上操作说明。',
    publicReply:
      '您好，专项附加扣除可在个人所得税应用中填报，年度汇算时可补充。请对信息真实性负责并留存相关资料备查，具体标准可在税务网站查询。',
  },
  {
    kind: 'report',
    categoryId: 'c190203',
    title: '举报商家拒开发票',
    content: '市民举报，{time}在{road}餐厅消费{count}00元，商家以各种理由拒绝开具发票，请税务部门查处。',
    handling: '核查属实，责令补开发票并处罚，已交付消费者。',
    publicReply: '您好，您举报的拒开发票问题已查实，税务部门责令商家补开并依法处理。感谢您的监督。',
  },
  {
    kind: 'complaint',
    categoryId: 'c190301',
    title: '银行柜面排队时间过长',
    content: '市民反映，{road}银行网点只开{count}个窗口，等候近2小时，老人取款困难，要求改进。',
    handling: '金融部门督促网点增开爱心窗口，优化叫号，安排大堂协助。',
    publicReply: '您好，您反映的问题已督促网点整改，增设老年人优先窗口并优化服务流程。给您带来不便深表歉意，感谢监督。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c190401',
    title: '咨询小微企业补助申报',
    content: '市民代企业咨询，成立{count}年的小微企业可以申请哪些补助，如何申报，截止时间是什么时候。',
    handling: '梳理政策，告知免申即享项目和申报入口，安排专员对接。',
    publicReply:
      '您好，小微企业可享受多项惠企政策，部分实行免申即享。请登录惠企平台查询匹配，申报材料和截止时间以通知为准，必要时可联系服务专员。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c190501',
    title: '咨询家电以旧换新补贴',
    content: '市民咨询，购买空调冰箱可以享受以旧换新补贴吗，比例多少，每人限{count}件吗，如何领取。',
    handling: '告知补贴品类、上限和参与门店，按政策逐项解释。',
    publicReply:
      '您好，符合条件的家电可享受以旧换新补贴，具体品类、比例和数量以当期政策公告为准。可在参与活动的门店或平台申领，先用先得，额满即止。',
  },
  {
    kind: 'praise',
    categoryId: 'c990101',
    title: '表扬{street}窗口工作人员',
    content:
      '市民来电表扬，{time}到{street}便民服务中心办理业务，工作人员耐心协助填表，还主动帮忙联系部门，一次办好，希望转达感谢。',
    handling: '已将表扬转达当事单位，单位给予通报表扬。',
    publicReply: '您好，感谢您对工作人员的认可。我们已转达您的表扬，相关单位将继续提升服务质量。祝您生活愉快！',
  },
  {
    kind: 'praise',
    categoryId: 'c990102',
    title: '表扬供水抢修人员',
    content: '市民来电表扬，{time}{road}爆管后，抢修人员冒雨连夜抢修{count}个小时，及时恢复供水，表示感谢。',
    handling: '已将表扬转达抢修单位，并作为典型事例宣传。',
    publicReply: '您好，感谢您的表扬与理解，我们已转达抢修人员。今后将继续快速响应，保障居民用水需求。',
  },
  {
    kind: 'praise',
    categoryId: 'c990103',
    title: '表扬公交司机拾金不昧',
    content: '市民来电表扬，{time}乘公交遗失钱包，驾驶员主动联系归还，希望公交公司给予表扬。',
    handling: '核实后对驾驶员通报表扬，已转达感谢。',
    publicReply: '您好，感谢您的表扬。我们已核实并通报表扬，将继续弘扬好人好事，提升服务水平。',
  },
  {
    kind: 'complaint',
    categoryId: 'c990202',
    title: '反映话务等候时间过长',
    content: '市民反映，{time}拨打12345等候近{count}0分钟才接通，建议增加坐席或提供回拨。',
    handling: '核查高峰时段排队过长，增派坐席{count}名，开通回拨预约，致电解释。',
    publicReply:
      '您好，因高峰时段来电量大给您带来不便，深表歉意。我们已增派人员并开通预约回拨，努力提高接通率，感谢您的监督。',
  },
  {
    kind: 'suggestion',
    categoryId: 'c990301',
    title: '建议{street}增设便民雨棚',
    content: '市民建议，{street}公交站候车无雨棚，雨天老人学生无法避雨，建议加装。',
    handling: '现场勘察后拟加装雨棚{count}个，列入微改造。',
    publicReply: '您好，感谢您的建议，您的意见已纳入微改造计划，将结合现场条件实施，并在完工后公告。',
  },
];
