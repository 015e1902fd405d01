import type { FaultText } from '../../errors.ts'
import type { plan as enPlan, planOptions as enPlanOptions } from '../en/plan.ts'

/** 一场面试会问什么、为什么，中文版。 */
export const plan: typeof enPlan = {
  intro: (n, each, all, seed) =>
    `模拟面试：${n} 道题，${n === 1 ? `限时 ${each}` : `每题 ${each}，共 ${all}`}。想再来同样的题：--seed ${seed}`,
  range: (least, most) => `${least} 到 ${most}`,
  fewerCards: (n, wanted) => `能问的只有 ${n} 张卡片，不到 ${wanted} 张。`,
  soon: (days) =>
    `${days === 0 ? '今天就是面试' : `离面试还有 ${days} 天`}：薄弱的题会更常出现，涉及的主题也更多。`,
  dry: '这只是计划：没有提问，也没有记录。去掉 --dry-run 就开始。',
  why: {
    named: '你点名要问',
    opening: '较容易，用来开场',
    closing: '范围广，用来收尾',
    hardest: '最难的放在最后',
    weak: (percent) => `现在记得的把握是 ${percent}%`,
    thin: (percent) => `上次只说到 ${percent}% 的要点`,
    missed: (n) => `上次漏了 ${n} 个要点`,
    new: '从没问过',
    topic: '轮到这个主题',
    drawn: '随机抽到',
  },
  askPreset: '用存好的方案吗？',
  noPreset: '不用，现在选',
  weakChoice: (n) => `我的薄弱题（${n}）`,
  askLength: '问几道题，或者多长时间？',
  minutesChoice: (n) => `${n} 分钟`,
  presetSaved: (name, words) => `方案 ${name}：${words === '' ? '没有选项' : words}`,
  presetGone: (name) => `方案 ${name} 已删除。`,
}

/** 面试的选项。 */
export const planOptions: typeof enPlanOptions = {
  interviewCard: '点名问这张卡片，按给出的顺序（可重复）：id、文件:行号，或题目里的词',
  preset: '用这个名字存好的方案；同时给出的选项优先',
  savePreset: '把这些选项存成一个方案，名字用什么文字都行',
  dryRun: '只列出要问的题和选它的理由，不提问，也不记录',
  planJson: '同上，以 JSON 打印到标准输出',
}

export function presetUnknown(name: string, known: readonly string[]): FaultText {
  return {
    message: `没有叫 ${name} 的方案。`,
    hint:
      known.length === 0
        ? '用 viva interview -n 5 --topic redis --save-preset 后端 存一个。'
        : `已有的方案：${known.join('、')}。`,
  }
}

export function presetName(name: string): FaultText {
  return {
    message: name.trim() === '' ? '方案的名字是空的。' : `方案不能叫“${name}”。`,
    hint: '名字是一行字，不超过 60 个字符，不以减号开头。',
  }
}

export function presetValue(name: string): FaultText {
  return {
    message: `方案 ${name} 不在这里改。`,
    hint: `值留空则删除；用 viva interview --save-preset ${name} 存下同时给出的选项。`,
  }
}

export const allSetAside: FaultText = {
  message: '符合条件的卡片都停用了，或推到了明天。',
  hint: '用 viva list --state 看是哪些；viva unsuspend <卡片> 可以恢复。',
}
