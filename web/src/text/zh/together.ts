/** Several people at one ticket, and a line that breaks. */
export const together = {
  'here.fills': '{who} 正在填写{form}',
  'here.looks': '{who} 正在查看',
  'here.since': '{what}（{time} 起）',
  'here.more': ' 等，另有 {n} 人在看',
  'here.same': '注意：{who}',
} as const;
