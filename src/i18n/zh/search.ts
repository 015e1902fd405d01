import type { Messages } from '../en/en.ts'

/** 搜索时说的话。 */
export const search: Messages['search'] = {
  none: (words) => `没有找到“${words}”。`,
  saysLittle: '这些词几乎处处都有，请写明要找什么。',
  nearest: '最接近的：',
  asText: (words) => `照 ${words} 排除就一条不剩了，所以当作要找的文字。`,
  leftOut: (words) => `符合的都被 ${words} 排除了；去掉减号就会找它。`,
  noneDue: '符合条件的卡片里没有到期的。',
  noneWeak: '符合条件的卡片里没有薄弱的。',
  placeholder: '关键词、"原句"、-排除、topic:redis、is:unanswered……',
  keys: '↑ ↓ 移动 · 回车 阅读 · Tab 用这些题面试 · Ctrl-G 打开 $EDITOR · Esc 离开',
  emptyKeys: '输入文字开始搜索 · Esc 离开',
  readKeys: '回车 回到搜索 · Tab 用这些题面试 · Ctrl-G 打开 $EDITOR · Ctrl-C 离开',
  lineHelp:
    '每一行是一次搜索。输入编号阅读那一条，e 加编号打开它的文件，i 用这些题开始面试，空行离开。',
  which: (n, count) => `第 ${n} / ${count} 条`,
  pickKeys: '1–9 ↑ ↓ 选择 · 回车 阅读 · d 练这道题 · e 打开 $EDITOR · q 离开',
  readPickKeys: '回车 回到结果 · d 练这道题 · e 打开 $EDITOR · q 离开',
  pickHelp: '输入编号阅读那一条，d 加编号练那道题，e 加编号打开它的文件，空行离开。',
  indexing: (done, all) => `正在建索引：${done} / ${all} 个文件`,
}
