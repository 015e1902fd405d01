import type { Card } from '../cards/card.ts'

const tags = ['behavioral', 'behavioural', 'star', 'hr', '行为', '行为面试', '自我介绍']

const asksChinese =
  /自我介绍|(?:介绍|讲|说|谈|描述)(?:一?下|一个|一次|说)?.{0,6}(?:你|您).{0,12}(?:项目|经历|团队|公司|工作)|(?:你|您).{0,8}(?:最大的|主要的)?(?:优点|缺点|优势|劣势|职业规划|离职|期望薪资|成就感|印象最深|失败)|为什么(?:想|要|选择).{0,4}(?:离开|加入|来)/
const asksEnglish =
  /\btell me about (?:yourself|a time|your)|\bintroduce yourself|\bdescribe (?:a time|a situation|a project you|your (?:role|last|current))|\byour (?:greatest |biggest |main )?(?:strengths?|weakness(?:es)?|proudest|career goals?)|\bwhy (?:do you want to|are you leaving|should we hire)|\bwalk me through your (?:resume|cv|career)/i

/** Whether a question is about the person who answers, so that only they can know the answer. */
export function isAboutPerson({ tags: own, question }: Card): boolean {
  if (own.some((tag) => tags.includes(tag.toLowerCase()))) return true
  return asksChinese.test(question) || asksEnglish.test(question)
}
