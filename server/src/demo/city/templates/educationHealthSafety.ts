import type { AppealTemplate } from './template.ts';

export const educationHealthSafetyTemplates: readonly AppealTemplate[] = [
  {
    kind: 'inquiry',
    categoryId: 'c100101',
    title: '咨询{community}小学入学划片',
    content: '市民咨询，{community}今年划片对应哪所小学，孩子户口与房产不一致如何报名，何时开始登记。',
    handling: '告知辖区教育局公布的划片范围和报名安排，户籍房产不一致的按统筹类别申请。',
    publicReply:
      '您好，{community}今年的招生划片范围已由辖区教育局公布，报名登记预计在六月启动。户籍与房产不一致的，由教育部门按规定统筹安排，请留意学校招生通告并提前准备材料。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100102',
    title: '转学申请迟迟未回复',
    content: '市民反映，因工作调动，{count}周前提交孩子转学申请，学校和教育局均未答复，担心影响开学。',
    handling: '核查接收学校该年级学位已满，协调至邻近学校接收，已通知家长办理手续。',
    publicReply:
      '您好，您反映的转学问题已处理。因申请学校学位已满，教育部门已协调至邻近公办学校接收，请按通知时间办理学籍转接手续。未及时告知进度，深表歉意。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100301',
    title: '反映教师校外有偿补课',
    content:
      '市民反映，某中学教师周末在{road}租房组织学生补课，每人每次收费{count}0元，学生不参加怕被区别对待，请调查并保密。',
    handling: '教育部门暗访取证，约谈教师与学校，查实后给予处分，清退所收费用。',
    publicReply:
      '您好，您反映的有偿补课问题，教育部门已依规调查处理，清退违规所得，并责成学校加强师德教育。我们将对您的信息严格保密，感谢监督。',
  },
  {
    kind: 'suggestion',
    categoryId: 'c100303',
    title: '建议延长课后服务时间',
    content: '市民建议，{street}小学课后服务17时30分结束，双职工家庭接送困难，建议延长至18时30分。',
    handling: '学校征求家长意见，近八成支持，拟开设延时托管班，已报备。',
    publicReply:
      '您好，感谢您的建议。学校已征求家长意见，将于下月起增设延时托管班至18时30分，家长可自愿报名。课后服务收费标准按规定公示。',
  },
  {
    kind: 'help',
    categoryId: 'c100401',
    title: '公办幼儿园学位不足',
    content: '市民反映，{community}配套幼儿园报名人数多，孩子排队未录取，民办园费用高，希望增加公办学位。',
    handling: '片区新建幼儿园{count}所，下学期开园，新增学位已安排剩余幼儿统筹就读。',
    publicReply:
      '您好，您反映的入园问题，教育部门已通过片区统筹安排学位，片区新建公办幼儿园预计下学期开园，可缓解入园压力。具体请关注报名通知。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100601',
    urgency: 'urgent',
    title: '反映校园欺凌情况',
    content:
      '市民反映，其孩子{time}在学校被同学多次推搡辱骂，已有{count}次，班主任未重视，要求学校调查处理并做好心理疏导。',
    handling: '学校启动欺凌处置程序，调查确认，对当事学生教育惩戒，家长见面沟通，心理教师跟进。',
    publicReply:
      '您好，您反映的情况学校高度重视，已调查处理并对涉事学生教育惩戒，安排心理教师对孩子进行疏导。学校将加强巡查，感谢您的反映。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100602',
    title: '学校食堂饭菜质量差',
    content: '市民反映，孩子学校食堂饭菜{count}次出现未熟情况，份量不足，要求检查食材和加工。',
    handling: '市监与教育部门联合检查，更换加热设备，每日留样公示，家长代表参与陪餐。',
    publicReply:
      '您好，您反映的食堂问题，相关部门已联合检查并责令整改，学校已公示每日菜谱和留样，欢迎家长预约陪餐监督。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100701',
    title: '校外培训机构拒不退费',
    content: '市民反映，{road}培训机构在孩子上课{count}次后停业，剩余课时费约万元无法退还，请求协调。',
    handling: '查明机构已注销，启动预收费监管账户资金，部分退费，其余引导司法途径。',
    publicReply:
      '您好，您反映的培训退费问题，已协调从预收费监管资金中退还部分费用，剩余部分建议通过法律途径追偿。选择培训机构请核对证照，谨慎一次性预付大额费用。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c100801',
    title: '咨询流感疫苗接种点',
    content: '市民咨询，{street}附近哪里可以接种流感疫苗，儿童和老年人接种有什么要求，是否需要预约。',
    handling: '告知接种门诊地址、开放时间和线上预约方式。',
    publicReply:
      '您好，您可就近到社区卫生服务中心接种流感疫苗，需提前预约，请携带身份证、接种证。老年人、儿童接种前请向医生说明健康状况，出现发热暂缓接种。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100802',
    title: '{community}鼠患严重',
    content: '市民反映，{community}垃圾屋周边老鼠较多，{count}户居民家中出现老鼠，希望统一投药灭鼠。',
    handling: '疾控指导物业清理孳生地，投放毒饵站{count}个，两周后密度下降。',
    publicReply:
      '您好，您反映的鼠患问题，社区已组织清除孳生环境并设置毒饵站，疾控部门将定期监测。请妥善存放食物，看护儿童和宠物，避免误食。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100803',
    title: '{road}网吧禁烟场所吸烟',
    content: '市民反映，{road}网吧内多人吸烟，无人劝阻，{time}前台还提供烟灰缸，要求查处。',
    handling: '现场检查属实，责令改正并警告，撤除烟具，张贴禁烟标识。',
    publicReply: '您好，您反映的公共场所吸烟问题属实，卫生监督人员已责令整改。室内公共场所禁止吸烟，欢迎继续监督。',
  },
  {
    kind: 'complaint',
    categoryId: 'c100902',
    title: '反映医院窗口态度差',
    content: '市民反映，{time}在{road}医院收费窗口办理退费，工作人员态度生硬，推说系统故障拒绝办理，要求道歉。',
    handling: '调取监控核实，当事人已道歉，退费当日完成，科室开展服务培训。',
    publicReply:
      '您好，您反映的问题，医院已核查并对当事人批评教育，退费已为您办理。今后将加强窗口服务培训，欢迎继续监督。',
  },
  {
    kind: 'inquiry',
    categoryId: 'c101101',
    title: '咨询生育登记办理',
    content: '市民咨询，夫妻双方均非本地户籍，孩子在本市出生，询问生育登记是否可以在线办理，需要什么材料。',
    handling: '告知全程网办渠道和材料。',
    publicReply:
      '您好，生育登记已实行全程网办，夫妻任一方现居住地均可办理，准备身份证、结婚证，未领结婚证的需提供承诺书。网上提交后即可出具电子登记。',
  },
  {
    kind: 'complaint',
    categoryId: 'c110101',
    urgency: 'urgent',
    title: '{community}消防通道被私家车堵塞',
    content: '市民反映，{community}大门口消防通道长期停放{count}辆私家车，救护车{time}无法进入，要求清障并设置硬隔离。',
    handling: '现场拖移车辆，施划黄色网格线，设置隔离桩，物业落实专人管理。',
    publicReply:
      '您好，您反映的消防通道堵塞问题，现场车辆已清移，并施划了禁停标线和隔离设施。占用消防通道属违法行为，请车主遵守，欢迎继续举报。',
  },
  {
    kind: 'complaint',
    categoryId: 'c110202',
    title: '{community}消防器材过期缺失',
    content: '市民反映，{community}{count}号楼楼道灭火器过期，消火栓箱内水带丢失，物业未更换，存在隐患。',
    handling: '责令物业补齐更换{count}具，检查全小区消防设施，完成整改。',
    publicReply: '您好，您反映的消防设施问题，消防部门已责令物业整改，缺失和过期器材已更换到位，并将定期检测维护。',
  },
  {
    kind: 'help',
    categoryId: 'c110301',
    urgency: 'urgent',
    title: '{road}电线垂落带电危险',
    content: '市民来电称，{time}大风后{road}路口一根电线垂到路面，行人需绕行，担心带电伤人，请紧急处理。',
    handling: '电力抢修队30分钟到场断电，电线已收紧加固，检查邻近线路。',
    publicReply:
      '您好，您反映的电线垂落问题已排除，抢修人员到场断电后完成加固。今后如发现垂落电线请勿靠近，第一时间拨打电话报告。',
  },
  {
    kind: 'report',
    categoryId: 'c110401',
    urgency: 'critical',
    title: '{community}楼道闻到浓烈燃气味',
    content: '市民来电，{community}{count}号楼楼道有浓烈燃气味，已持续数分钟，担心泄漏爆炸，请立即处置。',
    handling: '接报后立即派员到场疏散，关闭阀门检测，为住户灶具软管老化泄漏，更换后检测正常。',
    publicReply:
      '您好，您反映的燃气泄漏问题已处置，经检测为住户软管老化所致，已更换并恢复供气。请勿使用明火检查泄漏，定期更换合格软管。',
  },
  {
    kind: 'report',
    categoryId: 'c110402',
    title: '举报餐饮店违规存放煤气罐',
    content: '市民举报，{road}餐饮店在堂食区存放{count}个煤气罐，且无报警器，要求查处。',
    handling: '联合检查，责令清理超量气瓶，安装报警装置，复查合格。',
    publicReply: '您好，您举报的燃气安全隐患已查实，经营者已整改到位并安装报警器。感谢您的举报。',
  },
  {
    kind: 'help',
    categoryId: 'c110701',
    urgency: 'urgent',
    title: '{road}山体边坡滑落',
    content: '市民来电，暴雨后{road}边坡滑落泥土约{count}方，占用半幅道路，仍有小石滚落，请设置警戒并清理。',
    handling: '现场封控，应急清理，挂网加固方案编制中，设置监测点。',
    publicReply: '您好，您反映的边坡滑落险情已封控清理，道路已半幅通行，加固工程将尽快实施。降雨期间请绕行，注意安全。',
  },
  {
    kind: 'complaint',
    categoryId: 'c110901',
    urgency: 'urgent',
    title: '{community}外墙瓷砖脱落砸车',
    content: '市民反映，{community}{count}号楼外墙瓷砖{time}脱落，砸坏一辆汽车，担心再次伤人，要求维修。',
    handling: '设置警戒，物业紧急清理松动瓷砖，启用应急维修资金，维修方案公示。',
    publicReply:
      '您好，您反映的外墙脱落问题，现场已封控清理，物业正启用应急维修资金组织维修，赔偿事宜由保险和相关责任方协商。请暂时绕行。',
  },
  {
    kind: 'report',
    categoryId: 'c110801',
    title: '举报{road}厂房违规动火作业',
    content: '市民举报，{road}一家具厂内无审批违规动火焊接，木料堆放混乱，{time}还看到火星飞溅，担心起火。',
    handling: '突击检查，责令停产停业整顿，罚款并培训，复查合格。',
    publicReply: '您好，您举报的安全隐患已查实，执法部门已责令停产整顿并处罚。感谢您的举报，安全生产需共同守护。',
  },
  {
    kind: 'help',
    categoryId: 'c111002',
    urgency: 'critical',
    title: '台风导致{road}大树倒伏压车',
    content: '市民来电，台风过境{road}多棵大树倒伏，{count}辆车被压，道路中断，请紧急清理。',
    handling: '应急队伍连夜清障{count}棵，恢复通行，登记受损车辆。',
    publicReply:
      '您好，您反映的险情已清理完毕，道路恢复通行。受损车辆可凭现场照片联系保险公司；如需证明，可到相关部门开具。',
  },
];
