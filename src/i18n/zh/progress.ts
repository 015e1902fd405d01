import type { FaultText } from '../../errors.ts'
import type { progress as english } from '../en/progress.ts'

/** `viva stats` 和 `viva topics` 说的话。 */
export const progress: typeof english = {
  month: (n) => `${n}月`,
  weekday: (n) => `周${'日一二三四五六'.charAt(n)}`,
  squareDays: ['周一', '周三', '周五'],
  minutes: (n) => `${n} 分钟`,
  hours: (h, min) => (min === 0 ? `${h} 小时` : `${h} 小时 ${min} 分钟`),
  none: '还没有复习过。从 viva review 或 viva interview 开始吧。',
  noneSince: (date) => `${date} 以来没有复习过。`,
  totals: (reviews, days, time) => `复习 ${reviews} 次，共 ${days} 天，用时 ${time}`,
  since: (date) => `${date} 以来`,
  streak: (days, longest) => `连续 ${days} 天（最长 ${longest} 天）`,
  year: '每天复习多少',
  yearTold: (days, all, most, date) =>
    `最近 ${all} 天里有 ${days} 天复习过；最多的一天是 ${date}，${most} 次。`,
  monthTold: (month, reviews, days) => `${month}：${days} 天，复习 ${reviews} 次`,
  recall: '每月记住多少，对照 FSRS 的预计',
  recallOf: (recalled, foreseen, n) => `${n} 次里记住 ${recalled}，预计 ${foreseen}`,
  foreseen: (percent) => `预计 ${percent}`,
  calibration: {
    fair: 'FSRS 估得很准。',
    better: '你记住的比 FSRS 预计的多；viva config tune 可以按你的记录拟合。',
    worse: '你记住的比 FSRS 预计的少；viva config tune 可以按你的记录拟合。',
  },
  forecast: '今后 30 天到期的卡片',
  forecastTold: (today, week, all, most, date) =>
    `今天 ${today} 张，一周内 ${week} 张，30 天内 ${all} 张；最多的一天是 ${date}，${most} 张。`,
  stages: '卡片的状态',
  stage: {
    new: '新卡',
    learning: '学习中',
    review: '已学会',
    relearning: '忘了在重学',
    suspended: '已停用',
  },
  times: '最近 30 天，每天多少分钟',
  timesTold: (mean, days, most) => `复习过的 ${days} 天里平均 ${mean}，最多 ${most}。`,
  hoursTitle: '一天里各个钟点的复习',
  hoursTold: (from, to, percent) => `${from} 点到 ${to} 点记得最牢：${percent}。`,
  hourTold: (hour, n, percent) =>
    `${hour} 点：复习 ${n} 次${percent === undefined ? '' : `，记住 ${percent}`}`,
  interviews: '历次面试，从最早的排起',
  interviewsTold: (n) => `共 ${n} 场`,
  figures: { coverage: '要点', late: '超时', hurried: '仓促' },
  course: (from, to) => `从 ${from} 到 ${to}`,
  weakest: '最薄弱的主题：现在记得的把握',
  strongest: '最牢的主题',
  topicOf: (cards, weak) => `${cards} 张，${weak} 张薄弱`,
  leeches: '顽固卡片：忘过六次以上',
  more: (n) => `……还有 ${n} 张`,
  less: '少',
  most: '多',
  item: (name, said) => `${name}：${said}`,
  today: '今天',
  noTopic: '没有主题',
  topics: '主题',
  tags: '标签',
  columns: { cards: '卡片', fresh: '新卡', due: '到期', weak: '薄弱', recall: '把握' },
  topicTold: (cards, fresh, due, weak) => `${cards} 张，新卡 ${fresh}，到期 ${due}，薄弱 ${weak}`,
  recallNow: (percent) => `把握 ${percent}`,
  noTopics: '这些卡片没有主题，也没有标签。',
  document: {
    title: (date) => `学习进展，${date}`,
    charts: '图表',
  },
  savedTo: (path) => `已写到 ${path}`,
}

export function statsFormat(path: string): FaultText {
  return {
    message: `统计不能写成 ${path}。`,
    hint: '文件名请以 .html 或 .pdf 结尾。',
  }
}
