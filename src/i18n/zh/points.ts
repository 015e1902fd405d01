import type { FaultText } from '../../errors.ts'
import type { Messages } from '../en/en.ts'

/** 对照要点时说的话。 */
export const points: Messages['points'] = {
  heard: (words) => `听到：${words}`,
  opposite: (words) => `好像说反了：${words}`,
  saidWrongly: '说反了',
  why: {
    also: (wordings) => `题库里写好的一种说法：${wordings}`,
    any: (wordings) => `说出了其中的几项：${wordings}`,
    not: (wordings) => `题库里写明的常见错误：${wordings}`,
    lacking: (words) => `没听到：${words}`,
  },
  coverage: (percent) => `要点 ${percent}%`,
  proposed: (name) => `建议评分：${name}`,
  typeNow: '请输入回答，最后单独一行按 Ctrl-D 结束。',
}

export function noAnswer(question: string): FaultText {
  return {
    message: `笔记里没有这道题的答案，无法对照：${question}`,
    hint: '用 viva list --unanswered 看所有没有答案的卡片。',
  }
}

export function answerNotReadable(path: string, reason: string): FaultText {
  return {
    message: `${path} 里的回答读不出来（${reason}）。`,
    hint: '它应该是一个有权读取的文本文件。',
  }
}
