import type { boxes as words } from '../en/boxes.ts'

/** 没有标题的提示框上面写什么。 */
export const boxes: typeof words = {
  note: '备注',
  info: '信息',
  tip: '提示',
  important: '重要',
  warning: '警告',
  danger: '危险',
  abstract: '摘要',
  todo: '待办',
  success: '成功',
  question: '问题',
  failure: '失败',
  bug: '缺陷',
  example: '示例',
  quote: '引用',
  details: '详情',
}
