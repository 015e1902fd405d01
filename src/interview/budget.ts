import type { Card, Level } from '../cards/card.ts'
import { choicesOf } from '../cards/choices.ts'

/**
 * People speak about 150 English words a minute, or 240 Chinese characters, and a good answer says
 * about three quarters of what the notes have. Whoever types is slower and says less.
 */
const spokenWordMs = (60_000 / 150) * 0.75
/** Silent reading, at about 240 words a minute. */
const readWordMs = 60_000 / 240
/** A Chinese text has about 1.6 characters for each word of its translation. */
const charactersAWord = 1.6
const thinkMs = 30_000
/** A key point that was given must be said, however short the answer is. */
const pointMs = 12_000
/**
 * Terse notes are names of what a person tells: whoever is asked how or why explains each of them,
 * and never answers in a sentence.
 */
const leastSaidMs = 15_000
const leastExplainedMs = 45_000
const pieceMs = 9000
const mostPieces = 8
const explains =
  /怎么|如何|为什么|为何|区别|原理|流程|过程|步骤|保证|实现|设计|优缺点|对比|比较|\b(?:how|why|differ\w*|differences?|compare|explain|design|implement|versus|vs|trade-?offs?)\b/i

/** Code is told, not written out. */
const codeLineMs = 1500
const mostCodeMs = 45_000
const choiceMs = 30_000
const mostChoiceMs = 90_000
/** Where there is no answer to measure. */
const unansweredMs = 120_000

export const leastMs = 30_000
const mostMs = 300_000
const stepMs = 15_000
/** An answer that is longer gets the most time anyway. */
const mostRead = 20_000

const levelFactor: Readonly<Record<Level, number>> = { junior: 0.85, mid: 1, senior: 1.2 }

/** How long a card may take, in ms: from what there is to read, to say and to choose. */
export function budgetMs(card: Card): number {
  const { words, codeLines } = amountOf(card.body ?? '')
  const readMs = words * readWordMs + Math.min(mostCodeMs, codeLines * codeLineMs)
  if (choicesOf(card) !== undefined) {
    return stepped(Math.min(mostChoiceMs, choiceMs + readMs))
  }
  return stepped(readMs + answerMs(card) * levelFactor[card.level ?? 'mid'])
}

function answerMs({ question, answer, keyPoints }: Card): number {
  if (answer.kind === 'missing') return unansweredMs
  const { words, codeLines } = amountOf(answer.markdown)
  const isExplained = explains.test(question)
  const saidMs = Math.max(
    words * spokenWordMs,
    keyPoints.length * pointMs,
    isExplained ? Math.min(mostPieces, piecesIn(answer.markdown)) * pieceMs : 0,
    isExplained ? leastExplainedMs : leastSaidMs,
  )
  return thinkMs + saidMs + Math.min(mostCodeMs, codeLines * codeLineMs)
}

function stepped(ms: number): number {
  return Math.min(mostMs, Math.max(leastMs, Math.round(ms / stepMs) * stepMs))
}

/** How many things a text names: what stands between its larger stops. */
function piecesIn(markdown: string): number {
  const parts = markdown.slice(0, mostRead).split(/[。；;！？!?\n]|\.\s/)
  return parts.filter((part) => /[\p{L}\p{N}]{2}/u.test(part)).length
}

type Amount = { readonly words: number; readonly codeLines: number }

function amountOf(markdown: string): Amount {
  let words = 0
  let codeLines = 0
  let fence: string | undefined
  for (const line of markdown.slice(0, mostRead).split('\n')) {
    const mark = /^[\s>]*(?:[-*+]\s+)?(```|~~~)/.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined
    } else if (fence === undefined) words += wordsIn(line)
    else if (line.trim() !== '') codeLines += 1
  }
  return { words, codeLines }
}

function wordsIn(line: string): number {
  let words = 0
  let characters = 0
  let isInWord = false
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at)
    const isHan = code >= 0x3400 && code <= 0x9fff
    const isLetter = !isHan && isWordUnit(code)
    if (isHan) characters += 1
    else if (isLetter && !isInWord) words += 1
    isInWord = isLetter
  }
  return words + characters / charactersAWord
}

/** Letters of any script but Chinese, digits, and what holds a name or a contraction together. */
function isWordUnit(code: number): boolean {
  const isAscii =
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39)
  return isAscii || code === 0x27 || code === 0x5f || (code >= 0xc0 && code <= 0x1fff)
}
