import { fold } from './text/fold.ts'

// Words that carry a sentence and say little about what it asks.
const han = `什么 怎么 怎样 怎么样 怎么办 怎么处理 如何 为什么 为何 哪些 哪个 哪里 多少 有多少 是不是 是什么 有没有 能不能 可不可以
能否 是否 可以 应该 需要 进行 使用 一下 说说 说下 说一下 讲讲 讲一下 谈谈 请问 请说 简述 描述 介绍 阐述 解释 以及 或者 还是 你们 我们
你的 我的 的吗 了吗 的是 的有 中使 在项 有什么 用什么 做什么 该怎么 应该怎么 要怎么 呢吗 吗呢 之间 分别`
const latin = `a an and are as at be by can do does for from had has have how i in is it its me my of on or please should that the
their them there this to was we what when where which who why will with you your between difference explain describe tell about`

const commonPairs = new Set<string>()
// as queries come: 么 is folded with the 幺 of traditional texts
for (const word of han.split(/\s+/).map(fold)) {
  for (let i = 0; i + 2 <= word.length; i += 1) commonPairs.add(word.slice(i, i + 2))
}
const commonWords = new Set(latin.split(/\s+/))

/** Whether a folded pair of characters or word only carries the sentence. */
export function isCommon(token: string): boolean {
  return commonPairs.has(token) || commonWords.has(token)
}
