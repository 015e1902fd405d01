import type { FaultText } from '../../errors.ts'
import type { planning as english } from '../en/planning.ts'

/** `viva plan` 和按计划复习时说的话。 */
export const planning: typeof english = {
  head: (date, days, minutes, cards) =>
    `${days === 0 ? '今天就是面试' : `离 ${date} 的面试还有 ${days} 天`} · 每天 ${minutes} 分钟 · ${cards} 张卡片`,
  columns: { day: '日期', reviews: '复习', met: '新卡', minutes: '分钟', topics: '主题' },
  dayTold: (date, reviews, met, minutes) =>
    `${date}：复习 ${reviews} 张，新卡 ${met} 张，${minutes} 分钟`,
  today: '今天',
  topic: (name, cards) => `${name} ${cards}`,
  moreDays: (n, days) => `……后面还有 ${n} 天：viva plan --days ${days}`,
  known: '到那天记得多少（FSRS 的预计）',
  ways: { planned: '按这个计划', due: '按到期顺序', nothing: '什么都不做' },
  byMinutes: '每天换成别的时间',
  minutes: (n) => `${n} 分钟`,
  own: '计划的时间',
  weakest: '现在最薄弱的主题',
  weights: '招聘启事要求的',
  noWeights: '招聘启事里没有这些卡片讲到的内容，各主题一样重。',
  follow: {
    on: '到那天为止，viva review 都按这个计划来。',
    off: '设置 plan 是 off：viva review 按到期顺序来。',
    other: (date) => `想让 viva review 按它来：viva config set date ${date}`,
  },
  following: (days, date) => `按计划来：离 ${date} 的面试还有 ${days} 天（见 viva plan）。`,
  done: (minutes) => `今天计划的 ${minutes} 分钟用完了。还想复习：viva review --minutes 15`,
}

export const planNoDate: FaultText = {
  message: '还没有设定面试日期。',
  hint: 'viva plan --date 2026-12-14 指定一天；viva config set date 2026-12-14 记下来。',
}

export function planDatePast(date: string): FaultText {
  return {
    message: `${date} 的面试已经过去了。`,
    hint: '用 viva config set date 2026-12-14 换一天；值留空则没有。',
  }
}

export function planDateFar(date: string): FaultText {
  return {
    message: `离 ${date} 还有一年多。`,
    hint: '在那之前按到期先后复习；一年之内再计划：viva plan --date YYYY-MM-DD',
  }
}
