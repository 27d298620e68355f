export const exports = {
  'export.open': '导出',
  'export.title': '导出为表格（CSV）',
  'export.about': '导出当前条件下您可查看的全部记录，诉求人信息保持遮蔽。导出与下载均记入审计。',
  'export.purpose': '导出用途',
  'export.start': '开始导出',
  'export.running': '正在生成，已写入 {n} 行',
  'export.leave': '可以关闭本窗口继续工作，完成后按钮会提示。',
  'export.busy': '导出中 {n} 行',
  'export.done': '导出完成',
  'export.ready': '已生成 {n} 行，文件保留至 {time}，仅您本人可下载。',
  'export.download': '下载 {name}（{size}）',
  'export.again': '重新导出',
} as const;
