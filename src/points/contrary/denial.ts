import { tellingOf } from '../plain-words.ts'
import { type Clauses, clausesIn } from './clauses.ts'

/** How a character stands to what is claimed. */
export const affirmed = 0
export const denied = 1
/** Denied under a condition, or as what is to be kept away: it may well be so. */
export const perhaps = 2

export type Denials = {
  /** `affirmed`, `denied` or `perhaps`. */
  readonly at: (offset: number) => number
  /** Whether something is denied in the clause of a character. */
  readonly inClause: (offset: number) => boolean
  /** Which denial it is, from 1; 0 for none. What one denies belongs together. */
  readonly group: (offset: number) => number
}

const chinese =
  /并不是|不是|没有|并非|不会|不能|不用|不需要|不必|没必要|无需|无须|无法|不要(?!求)|不可以|不可(?![靠用变见控逆读])|不得|不该|不应该?|不再|从不|从来不|从来没有?|绝不|决不|不允许|不许|不支持|不存在|不算|不等于|不代表|不意味着|而不是|而非|禁止|拒绝|杜绝|谁也别|[不没未无非别勿]/g
/** Where these characters deny nothing. */
const harmless =
  /不(?:同|仅|但|只是|光|断|过|少|管|论|看|如|得不|止|然|错|好意思|妨|愧|太|够|大会|怎么)|无(?:论|非|疑)|非(?:常|得|关系|对称|阻塞)|(?:除|是)非|别(?:人|的|名)|(?:特|区|级|识|类|分|判|个|性|鉴|告)别|未(?:来|必)|差不多|没(?:事|准|错|问题)|(?:也|都)?没关系|是不是|有没有|能不能|会不会|要不要|可不可以|(.)[不没]\1/g
/** Denies what stands before it. */
const backwards = /(?:[和跟与同])(?=[^,，]{1,16}(?:没有?关系|无关))|^$/g
/** What it is said to depend on in no way. */
const whatever =
  /(?:不管|无论|不论|不看)[^,，]{1,10}?(?=都|也|就|[,，]|$)|\b(?:regardless of|whatever|irrespective of|no matter)\b.*$/g
/** What something else is more than. */
const lesser =
  /(?<=\bprefer(?:s|red)?\b.{1,60})\bover\b.*?(?=,|since|because|$)|(?<![对相])比(?![如较例值对照]).{1,12}?(?=更|还|要|快|慢|好|简单|省|大|小|多|少|高|低|新|早|短|长|稳|安全)|\bthan\b.*$/g
const soft = /避免|防止|以免|免得|防(?=[\u3400-\u9fff])/g
const conditional = /(?:如果|要是|万一|若|只要|假如)[^,，]{0,8}$|(?:如果|要是|万一|若|假如)/
const emptyRest =
  /^(?:(?:了|的|吗|吧|啊|呀|嘛|呢|管|做|理|行|啥|事|考虑|关心|在意|在乎|这样|担心|操心|去|再|必要|着|它|\s)*|[看问查测验写配记存设改传加])$/
const chineseStop = /[就才但则只而]|而是|然后|所以|因为|除非|直到/g
const shortStop = /[就才但则只而的]|而是|然后|所以|因为|除非|直到/g

const english =
  /\b(?:not|never|cannot|can't|cant|don't|dont|doesn't|doesnt|didn't|isn't|isnt|aren't|arent|won't|wont|wouldn't|shouldn't|wasn't|weren't|haven't|hasn't|mustn't|needn't|neither|nor|nobody|nothing|none|lacks?|hardly|instead of|rather than|no longer)\b|\bno\b(?![-_+.])|\bwithout\b|\bnon-(?=[a-z])/g
const englishHarmless =
  /\b(?:not|n't|doesn't|don't|isn't|aren't) (?:only|just|merely|necessarily)\b|\bno (?:matter|doubt|more than|less than|later than|problem)\b|\bnot (?:more|less|later) than\b|\bwhether or not\b|\bif not\b|\bor not\b|\bwhy not\b|\bnothing but\b/g
const englishSoft =
  /\bfrom (?=being|getting|losing|going)|\b(?:avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?)\b/g
const englishStop =
  /\b(?:but|so|then|because|instead(?! of)|until|till|unless|when|if|while|before|as long as|only)\b|(?<=[a-z] )(?:can|could|will|would|must|may|should)\b/g
/** What is denied behind an “and” is no part of what was denied before it. */
const nextDenial = /\b(?:and|or)\b(?=.*(?:\bnot\b|n't\b|\bnever\b|\bno\b|\bcannot\b))/
const emptyEnglish =
  /^\s*(?:(?:really|at all|even|that|very|so|any ?more|to|be|been|is|it|on top|either)\s*)*(?:need(?:ed)?|necessary|required|worth(?:while| it)?|important|relevant|matter|true|possible|allowed|supported|a problem|no role|role|difference|use|good|help(?:ful)?|enough|work|any|there|exist|apply|count)?(?:\s+(?:any|one|it|here|there|at all|any ?more|for .*))?[\s.!?]*$/
const pointless =
  /\b(?:plays? no role|makes? no difference|(?:is|are|be|'s|'re) (?:(?:just|only|really|simply|a bit|completely|totally) )?(?:(?:the|a) )?(?:useless|pointless|unnecessary|overkill|waste|irrelevant|superfluous|not the point|nonsense|impossible|unimportant|out of the question|last resort))\b|(?:多余|没用|没意义|没有意义|用不着|没什么用|没有用|白费|没有?必要|浪费|无所谓|不要紧|不打紧|不重要|没影响|多此一举|过度设计|免了|省了|算了)(?=[的了吧啦]*(?:$|[\s,，。.;；]))/g

/** What these deny ends where they describe a thing: of 不存在的 key the key is not denied. */
const attributive = /^(?:不存在|不支持|不允许|不能|不会|无法|不可以)$/

/** Denies nearly always one word alone. */
const prefix = /^(?:无|非|non-)$/
const prefixReach = 3
const complement = /^[来了住到上起开出动掉着](?![\u3400-\u9fff]{0,2}[的])/
const complementReach = 8

/** What a folded text denies, clause by clause. */
export function denialsIn(folded: string, clauses: Clauses = clausesIn(folded)): Denials {
  const state = new Uint8Array(folded.length + 1)
  const group = new Uint16Array(folded.length + 1)
  const clausesDenied = new Set<number>()
  let count = 0
  for (const clause of clauses.all) {
    const text = folded.slice(clause.start, clause.end)
    for (const { from, to, how } of scopesIn(text)) {
      count += 1
      if (how === denied) clausesDenied.add(clause.index)
      for (let at = clause.start + from; at < clause.start + to; at += 1) {
        // what is denied twice is said
        const before = state[at]
        state[at] =
          how === perhaps || before === perhaps ? perhaps : before === denied ? affirmed : denied
        group[at] = count
      }
    }
  }
  return {
    at: (offset) => state[offset] ?? affirmed,
    inClause: (offset) => clausesDenied.has(clauses.at(offset).index),
    group: (offset) => group[offset] ?? 0,
  }
}

type Scope = { readonly from: number; readonly to: number; readonly how: number }

/** Most clauses hold nothing that could deny, and need not be looked at closely. */
const mayDeny =
  /[不没未无非别勿禁拒杜避防免多白浪费用比]|过度|[省算]了|than|over|n(?:o|'t|e|t\b)|without|lack|hardly|instead|rather|avoid|prevent|less\b|waste|role|overkill|unnecessary|irre|superfluous|whatever|regardless|from|impossible|resort|out of/

const isHan = /[\u3400-\u9fff]/
const isLatin = /[a-z]{2}/

function scopesIn(text: string): readonly Scope[] {
  if (!mayDeny.test(text)) return []
  const isConditional = conditional.test(text) || /^\s*(?:if|unless|otherwise|without)\b/.test(text)
  const scopes: Scope[] = []
  const spared = [harmless, englishHarmless, pointless].flatMap((mark) => rangesOf(text, mark))
  const isSpared = (at: number) => spared.some(({ from, to }) => at >= from && at < to)
  for (const { 0: word, index } of isHan.test(text) ? text.matchAll(chinese) : []) {
    if (!isSpared(index)) scopes.push(chineseScope(text, word, index, isConditional))
  }
  for (const { 0: word, index } of isLatin.test(text) ? text.matchAll(english) : []) {
    if (word === 'nor' && /\bneither\b/.test(text.slice(0, index))) continue
    if (!isSpared(index)) scopes.push(englishScope(text, word, index, isConditional))
  }
  for (const { index } of text.matchAll(pointless)) {
    scopes.push({ from: 0, to: index, how: denied })
  }
  for (const { index } of text.matchAll(backwards)) {
    scopes.push({ from: index, to: text.length, how: denied })
  }
  for (const mark of [whatever, lesser]) {
    for (const { 0: word, index } of text.matchAll(mark)) {
      scopes.push({ from: index, to: index + word.length, how: denied })
    }
  }
  for (const mark of [soft, englishSoft]) {
    for (const { 0: word, index } of text.matchAll(mark)) {
      scopes.push({ from: index + word.length, to: text.length, how: perhaps })
    }
  }
  return scopes
}

function chineseScope(text: string, word: string, index: number, isIf: boolean): Scope {
  const from = index + word.length
  const rest = text.slice(from)
  if (prefix.test(word)) return { from, to: from + prefixReach, how: denied }
  if (word.length > 1 && emptyRest.test(rest)) return { from: 0, to: index, how: denied }
  // 起不来, 挡不住: what follows is at most the object
  if (/^不$/.test(word) && complement.test(rest)) {
    const next = rest.search(/[我你它他就先再]/)
    const to = from + Math.min(rest.length, next < 0 ? complementReach : next)
    return { from: 0, to, how: isIf ? perhaps : denied }
  }
  const endsAtNoun = word.length === 1 || attributive.test(word)
  const stop = rest.search(endsAtNoun ? shortStop : chineseStop)
  const to = stop < 0 ? text.length : from + stop
  const goesOn = stop >= 0 && /^[就才]/.test(rest.slice(stop))
  return { from, to, how: isIf || goesOn ? perhaps : denied }
}

function englishScope(text: string, word: string, index: number, isIf: boolean): Scope {
  const from = index + word.length
  const rest = text.slice(from)
  if (prefix.test(word)) {
    return { from, to: from + (/^\w+/.exec(rest)?.[0].length ?? 0), how: denied }
  }
  if (emptyEnglish.test(rest) || saysNothing(rest)) {
    const start = /.*\b(?:that|which|who)\b/.exec(text.slice(0, index))?.[0].length ?? 0
    return { from: start, to: index, how: isIf ? perhaps : denied }
  }
  const stop = word === 'without' ? withoutEnd(rest) : firstOf(rest, englishStop, nextDenial)
  return { from, to: stop < 0 ? text.length : from + stop, how: isIf ? perhaps : denied }
}

function firstOf(text: string, ...marks: readonly RegExp[]): number {
  const found = marks.map((mark) => text.search(mark)).filter((at) => at >= 0)
  return found.length === 0 ? -1 : Math.min(...found)
}

/** What is lacking is a thing or two, not all that follows. */
function withoutEnd(rest: string): number {
  return /^(?:\W+\w+){3}/.exec(rest)?.[0].length ?? -1
}

function saysNothing(rest: string): boolean {
  const words = rest.match(/[a-z0-9']+|[\u3400-\u9fff]/g) ?? []
  return words.every((word) => word < '\u2fff' && tellingOf(word) === 0)
}

function rangesOf(text: string, mark: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(mark)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }))
}
