import type { FaultText } from '../../errors.ts'
import type { Messages } from '../en/en.ts'

/** 面试报告里的话。 */
export const report: Messages['report'] = {
  title: (n, used, given) => `面试结束：${n} 道题，用时 ${used} / ${given}。`,
  unfinished: (n, used, given) => `还没有结束：到现在 ${n} 道题，用时 ${used} / ${given}。`,
  resume: '用 viva interview --resume 接着来。',
  leftEarly: '你提前离开了；评过的分都已保存。',
  nothing: '一道题都没有答。',
  bars: { coverage: '按主题：要点', recall: '按主题：评为良好以上' },
  inAll: '合计',
  noTopic: '没有主题',
  questions: (n) => `${n} 道题`,
  followUps: (n) => `${n} 道追问`,
  ungraded: '未评分',
  unanswered: '没有作答',
  skipped: '跳过',
  late: '超时',
  timeUp: '时间到',
  hurried: '答得太急',
  points: (percent) => `要点 ${percent}`,
  hints: (n) => `提示 ${n} 次`,
  paused: (time) => `暂停 ${time}`,
  more: (n) => `……还有 ${n} 个`,
  manner: {
    hesitation: (time) => `平均 ${time} 后开始动笔`,
    late: (n) => `${n} 道超时`,
    timeUp: (n) => `${n} 道被时间打断`,
    hurried: (n) => `${n} 道答得太急`,
    skipped: (n) => `${n} 道跳过`,
    pauses: (n, time) => `暂停 ${n} 次，共 ${time}`,
  },
  due: '明天之前要复习的（已经排好）',
  dueHint: '用 viva review 复习。',

  skippedOnes: '跳过的，没有排进复习',
  compared: (n) => (n === 1 ? '和上一场比' : `和之前 ${n} 场比`),
  figures: { coverage: '要点', recall: '良好以上', eachMs: '每题用时' },
  change: (name, now, before, meant) => `${name} ${now}，之前 ${before}：${meant}`,
  share: { rising: '进步了', falling: '退步了', steady: '差不多' },
  time: { rising: '慢了', falling: '快了', steady: '差不多' },
  saved: (n) => `已保存 ${n} 个评分，用 viva log 查看。`,
  again: (n) => `以后用 viva history ${n} 再看这份报告。`,
  savedTo: (path) => `报告在 ${path}`,
  allGood: '今天没有难住你的题。过几天再来巩固一下。',
  document: {
    title: (date) => `模拟面试 ${date}`,
    scores: '各主题得分',
    columns: {
      topic: '主题',
      bar: '图',
      questions: '题数',
      time: '用时',
      grades: '评分',
    },
    typed: '打字作答',
    thought: '只在心里想',
    exam: '考试方式',
    seed: (seed) => `种子 ${seed}`,
    questions: '题目',
    followUp: (question) => `追问：${question}`,
    yourAnswer: '你的回答',
    noAnswer: '没有写下内容。',
    points: '要点',
    tickedPoints: '要点（打勾的说到了）',
    models: '参考答案',
    gone: '笔记里已经没有的卡片，这里不列出。',
  },
}

/** 面试记录里的话。 */
export const history: Messages['history'] = {
  none: '还没有面试记录。来一场 viva interview 就有了。',
  head: (n, date) => `第 ${n} 场面试 · ${date}`,
  columns: {
    n: '场',
    date: '开始',
    questions: '题数',
    time: '用时',
    coverage: '要点',
    recall: '良好',
    topics: '主题',
  },
  planned: (n, all) => `${n} / ${all}`,
  coverage: (percent) => `要点 ${percent}`,
  recall: (percent) => `良好以上 ${percent}`,
  unfinished: '没有结束',
  leftEarly: '提前离开',
  total: (n) => `共 ${n} 场。用 viva history <场次> 看其中一场。`,
  trend: '走势',
  course: (from, to, direction) => `从 ${from} 到 ${to}，${ways[direction]}`,
}

const ways = { rising: '上升', falling: '下降', steady: '持平' }

export function noSuchInterview(count: number): FaultText {
  return count === 0
    ? { message: '还没有面试记录。', hint: '来一场 viva interview 就有了。' }
    : {
        message: `没有这一场面试；现有第 1 到第 ${count} 场。`,
        hint: '用 viva history 看全部，last 是最近一场。',
      }
}

export function reportFormat(path: string): FaultText {
  return {
    message: `报告不能存成 ${path}。`,
    hint: '文件名要以 .md、.html 或 .pdf 结尾。',
  }
}
