import type { Suspicion } from '../../cards/read/suspicions.ts'

/** 看起来像是读错了的地方。 */
export function suspicious(found: Suspicion): string {
  switch (found.why) {
    case 'long':
      return '答案超过 300 行，里面是不是还有别的题？'
    case 'asks-inside':
      return `答案里有 ${found.count} 行像是提问：${lines(found)}`
    case 'chapters-inside':
      return `答案里有 ${found.count} 个章节标题：${lines(found)}`
    case 'no-cards':
      return `没有找到题，可是有 ${found.count} 行像是提问：${lines(found)}`
    case 'asks-outside':
      return `有 ${found.count} 行像是提问，却不属于任何卡片：${lines(found)}`
    case 'same-answer':
      return `${found.count} 张卡片的答案都和这张一样，是不是占位的文字？`
  }
}

function lines({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`
}
