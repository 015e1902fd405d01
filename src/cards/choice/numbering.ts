import type { NoteBlock } from '../blocks/block.ts'
import { plain, withoutOrnament } from '../blocks/inline.ts'

/** How the front of a text marks it out: a label, a number, or nothing. */
export type Lead = {
  readonly kind: 'question' | 'answer' | 'number' | 'none'
  /** Last part of the number: 2 for `3.1.2`. */
  readonly number: number | undefined
  /** Parts of the number: 3 for `3.1.2`. */
  readonly parts: number
  readonly style: LeadStyle
  readonly rest: string
}

/** `spaced` (`18 GIL`) and `dotted` (`1.8 …`) have only a space behind; it may be part of a name. */
export type LeadStyle =
  | 'none'
  | 'label'
  | 'number'
  | 'escaped'
  | 'spaced'
  | 'dotted'
  | 'chinese'
  | 'letter'

const questionWord =
  /^[[【(（]?\s*(?:Q(?:uestion|ues)?|Problem|Interviewer|Front|正面|问题?|题目?|面试题|面试官|提问|例题)\s*[-#.]?\s*(?:(\d{1,4}(?:[.-]\d{1,3}(?![\w\u3400-\u9fff]))?)[a-z]?|[一二三四五六七八九十]{1,3})?\s*[\]】)）]?\s*([.:：、)）|\]】-]|$|(?=\s))[.:：]?\s*/i
const ordinalWord =
  /^第\s*(\d{1,4}|[一二三四五六七八九十百]{1,4})\s*[题道问天日期]\s*[.:：、)）]?\s*/
const answerWord =
  /^[[【(（]?\s*(?:A|Ans(?:wer)?s?|Solution|Explanation|答|答案|解答|解析|参考答案|正确答案|回答|题解|Back|背面|反面)\s*\d{0,3}\s*[\]】)）]?\s*[:：]{1,2}\s*/i
const bareAnswer =
  /^[[【(（]?\s*(?:(?:show|view|see|click (?:here )?(?:to|for)(?: see| view| show)?|reveal)?\s*(?:the\s+)?(?:answers?|solutions?|explanation)|(?:点击)?(?:查看|展开|显示)?(?:参考|正确|详细)?(?:答案|解答|解析|回答|题解)(?:与解析|及解析|解析)?|(?:点击)?(?:展开|查看)(?:详情|全部)?|(?:面试)?题(?:目)?(?:剖析|解析|分析)|面试官心理分析|back(?: side)?|背面|反面|卡片背面)\s*[\]】)）]?\s*[.:：]?$/i

const numbered =
  /^(?:[(（[【#]|No\.?\s?)?(\\?)(\d{1,4})[a-z]?\s?(?:[)）\]】]\s*[.、]?|[.．。]\s?、|[、.．:：]|\\[.)]|-(?=\s)|(?<=\s)-\s?(?=\p{L}))\s*(?:(?!\d)|(?<=、)(?=\d{2,}[\u3400-\u9fff]))/u
const dotted =
  /^[(（[【]?(\d{1,3}(?:[.．-]\d{1,3}){1,5})[.．、)）\]】:：]?(?:\s+|(?<=[.．、)）\]】:：])|(?=[\u3400-\u9fff]))/
const spaced = /^(\d{1,4})\s+(?=\S)/
const chinese =
  /^(?:[(（]\s*([一二三四五六七八九十]{1,3})\s*[)）][、.．]?|([一二三四五六七八九十百]{1,4})\s*[、.．])\s*/
const letter = /^(?:[(（]([A-Za-z])[)）]|([A-Za-z])[.)、）])\s+/

/** Reads the front of a plain text. `escaped` says that the Markdown had a backslash at its number. */
export function leadOf(text: string, escaped = false): Lead {
  const label = labelOf(text)
  if (label !== undefined) return label
  const part = dotted.exec(text)
  if (part?.[1] !== undefined) {
    const parts = part[1].split(/[.．-]/)
    const rest = text.slice(part[0].length)
    const style = /[.．、)）\]】:：]\s*$/.test(part[0]) ? 'number' : 'dotted'
    if (rest !== '') return lead('number', Number(parts.at(-1)), parts.length, style, rest)
  }
  const number = numbered.exec(text)
  if (number !== null) {
    const style = escaped || number[1] === '\\' ? 'escaped' : 'number'
    return lead('number', Number(number[2]), 1, style, text.slice(number[0].length))
  }
  return rarerLead(text)
}

function rarerLead(text: string): Lead {
  const han = chinese.exec(text)
  if (han !== null) {
    const value = chineseNumber(han[1] ?? han[2] ?? '')
    return lead('number', value, 1, 'chinese', text.slice(han[0].length))
  }
  const space = spaced.exec(text)
  if (space !== null)
    return lead('number', Number(space[1]), 1, 'spaced', text.slice(space[0].length))
  const sign = letter.exec(text)
  if (sign !== null) {
    const value = (sign[1] ?? sign[2] ?? 'a').toLowerCase().charCodeAt(0) - 96
    return lead('number', value, 1, 'letter', text.slice(sign[0].length))
  }
  return lead('none', undefined, 0, 'none', text)
}

function labelOf(text: string): Lead | undefined {
  if (bareAnswer.test(text)) return lead('answer', undefined, 0, 'label', '')
  const answer = answerWord.exec(text)
  if (answer !== null) return lead('answer', undefined, 0, 'label', text.slice(answer[0].length))
  const ordinal = ordinalWord.exec(text)
  if (ordinal !== null) {
    const value = Number(ordinal[1]) || chineseNumber(ordinal[1] ?? '')
    return lead('question', value, 1, 'label', withoutDate(text.slice(ordinal[0].length)))
  }
  const question = questionWord.exec(text)
  if (question === null) return undefined
  // `Q2.1` is the first of its part
  const number = question[1] === undefined ? undefined : Number(question[1].split(/[.-]/).at(-1))
  // "Question marks …" and "题目描述" are words, not labels
  if (number === undefined && !/[.:：)）\]】]/.test(question[0])) {
    return question[0].length === text.length
      ? lead('question', undefined, 0, 'label', '')
      : undefined
  }
  return lead(
    'question',
    number,
    number === undefined ? 0 : 1,
    'label',
    innerNumber(text.slice(question[0].length)),
  )
}

/** `第3题（2024-05-01）：…` says behind the label when it was asked. */
function withoutDate(text: string): string {
  return text.replace(
    /^[(（]\s*(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?\s*[)）]\s*[:：]{0,2}\s*/,
    '',
  )
}

/** `题目：3. …` has its number behind the label. */
function innerNumber(text: string): string {
  const number = numbered.exec(text)
  return number === null ? text : text.slice(number[0].length)
}

function chineseNumber(text: string): number {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const ten = tens === '' ? 1 : Math.max(0, digits.indexOf(tens ?? ''))
  return ten * 10 + Math.max(0, digits.indexOf(ones ?? ''))
}

function lead(
  kind: Lead['kind'],
  number: number | undefined,
  parts: number,
  style: LeadStyle,
  rest: string,
): Lead {
  return { kind, number, parts, style, rest }
}

/** Whether there is a word of `answerWord` or `bareAnswer`, or a character reference, so that a closer look is worth it. */
export function mayLabelAnswer(text: string): boolean {
  return labelsAnswer.test(text)
}

const labelsAnswer =
  /(?<![a-z])a(?:ns)?(?![a-z])(?:[^a-z]|<\/[a-z]+>){0,12}[:：]|answer|solution|explanation|back|答|解|背面|反面|详情|全部|剖析|分析|&/i

/** Whether a block says that the answer begins: `答：`, `#### Answer`, a summary "查看答案". */
export function isAnswerLabel(block: NoteBlock): boolean {
  switch (block.kind) {
    case 'item':
      // `- A: …` among bullets is a choice
      if (/^[*_]{0,2}[A-H]\s*[:：]/.test(block.text)) return false
      break
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'summary':
      break
    default:
      return false
  }
  const first = block.text.slice(0, 200).trim().split('\n', 1)[0] ?? ''
  if (!mayLabelAnswer(first)) return false
  return leadOf(withoutOrnament(plain(first))).kind === 'answer'
}

/** Whether the Markdown has a backslash at its number: `\14. …` or `14\. …`. */
export function numberIsEscaped(markdown: string): boolean {
  return /^[\s*_]*(?:\\\d{1,4}\\?[.、)）]|\d{1,4}\\[.)])/.test(markdown)
}

const boldLine =
  /^(?:(\*\*|__)(?!\s)(?:[^*]|\*(?!\*)){1,600}?\1|<(b|strong)>[^<]{1,600}<\/\2>)\s*(?:[^\p{L}\p{N}]{0,12}\p{L}?)$/u

/** Whether the whole line is bold, marks such as a star behind it aside. */
export function isBoldLine(text: string): boolean {
  // nearly all lines begin with something else
  if (!/^\s*(?:\*\*|__|<)/.test(text)) return false
  return boldLine.test(
    text
      .slice(0, 700)
      .replace(/(?:\\|<\/?br\s*\/?>)\s*$/i, '')
      .trim(),
  )
}

/** Whether a number is so bare that it may be part of a name. */
export function mayBeName({ style }: Lead): boolean {
  return style === 'spaced' || style === 'dotted'
}
