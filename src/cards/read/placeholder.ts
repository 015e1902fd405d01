import { plain } from '../blocks/inline.ts'
import { leadOf } from '../choice/numbering.ts'

const known =
  /^(?:\[ \]\s*)?(?:to be (?:completed|done|added|continued)|tbd|todo|wip|coming soon|(?:your |the )?answer(?: goes)? here|add (?:your )?answer|no answer(?: yet)?|n\/?a|待(?:补充|完善|续|更新|整理|填|写|定|办|解答)|未完待续|暂无(?:答案)?|略|无|空|答案(?:待补充)?|补充中|更新中)[\s.。…!！)）]*$/i

/** Whether what stands in the place of an answer only says that there is none yet. */
export function isPlaceholder(markdown: string): boolean {
  const text = markdown.trim()
  if (text.length > 400) return false
  const said = plain(withoutFold(text))
  const bare = leadOf(said)
  const words = (bare.kind === 'answer' ? bare.rest : said).replace(/^[-*>\s]+/, '')
  if (words === '' || known.test(words) || isTick(words) || putsOff(words)) {
    return !text.includes('![')
  }
  return /^(?:[^\s[\]]{0,8}[:：]\s*)?\[[^\]]*\]\([^)]*\)[.。]?$/.test(text)
}

/** `+ (too easy)`: that it was known, and no word of what is known. */
function isTick(text: string): boolean {
  return /^[+✓✔☑✅?？]{1,3}\s*(?:[(（][^()（）]{0,80}[)）])?$/u.test(text)
}

/** What a fold shows while it is closed is no answer, nor is the frame of a container. */
function withoutFold(text: string): string {
  return text
    .replace(/<summary\b[^<>]*>[\s\S]*?<\/summary>/gi, ' ')
    .replace(/<\/?(?:details|summary)\b[^<>]*>/gi, ' ')
    .replace(/^\s*:{3,}.*$/gm, ' ')
}

/** When: not now. */
const later =
  /later|soon|yet|future|coming|pending|progress|tomorrow|之后|以后|日后|后续|后面|随后|稍后|稍晚|晚点|晚些|回头|改天|明天|有空|有时间|抽空|下次|尚未|还没|还未|没有|未|待|再|正在|即将/gi
/** What is not done: to write. */
const writing =
  /writ(?:e|ten|ing)|add(?:ed|ing)?|updat(?:e|ed|ing)|fill(?:ed|ing)?|complet(?:e|ed|ing)|finish(?:ed)?|provid(?:e|ed)|post(?:ed)?|come?s?\b|更新|补充|补上|补|完善|完成|整理|填写|填|编写|写|添加|加上|作答|解答|给出|放出|发布|揭晓|公布/gi
/** Words that such a line is held together with. */
const between =
  /answers?|solutions?|explanations?|here|this|it|will|be|is|not|to|the|an?|in|i|i'll|please|wait|stay|tuned|答案|解答|解析|内容|这里|这题|本题|此处|会|将|要|请|期待|敬请|我|来|进行|中|的|了|吧|上|一下/gi

/** Whether a short line says that something is to be written at another time, and says no more. */
function putsOff(text: string): boolean {
  if (text.length > 60) return false
  const withoutTime = text.replace(later, ' ')
  const withoutBoth = withoutTime.replace(writing, ' ')
  const isBoth =
    withoutTime !== text && (withoutBoth !== withoutTime || /\bcoming|敬请/i.test(text))
  return isBoth && !/[\p{L}\p{N}]{2}/u.test(withoutBoth.replace(between, ' '))
}
