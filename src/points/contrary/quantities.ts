import type { Range } from '../../search/ranges.ts'

/** A number with what it counts, whatever it was dressed in. */
export type Quantity = Range & {
  /** In the base unit of its kind: bytes, ms, or what it counts. */
  readonly value: number
  /** `bytes`, `ms`, `%`, or the noun that it counts; `''` for a bare number. */
  readonly kind: string
}

const han = '[零一二两三四五六七八九十百千]'
const digitWords: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  百万: 1e6,
  千万: 1e7,
  千: 1e3,
  百: 1e2,
}

/** Units with their kind and size; a name may be a beginning, as `秒` of `秒钟`. */
const units: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:kb|kib|kilobytes?)\b/, 'bytes', 1e3],
  [/^(?:mb|mib|megs?|megabytes?)\b|^兆/, 'bytes', 1e6],
  [/^(?:gb|gib|gigs?|gigabytes?)\b/, 'bytes', 1e9],
  [/^(?:m|k|g)\b(?!\w)/, 'bytes', 0],
  [/^bytes?\b|^字节/, 'bytes', 1],
  [/^(?:ms|milliseconds?)\b|^毫秒/, 'ms', 1],
  [/^(?:s|secs?|seconds?)\b|^秒/, 'ms', 1e3],
  [/^(?:min|mins|minutes?)\b|^分钟/, 'ms', 6e4],
  [/^(?:h|hours?)\b|^个?小时/, 'ms', 36e5],
  [/^days?\b|^天/, 'ms', 864e5],
  [/^weeks?\b|^周/, 'ms', 6048e5],
  [/^months?\b|^个月/, 'ms', 2592e6],
  [/^years?\b|^年(?!代)/, 'ms', 31536e6],
  [/^(?:%|percent\b|per cent\b)/, '%', 1],
  [/^(?:times?|rtts?|round[ -]trips?|trips?)\b|^[次遍趟]/, 'times', 1],
  [/^(?:bits?|digits?|characters?|chars?)\b|^位/, 'places', 1],
  [/^进制/, 'base', 1],
  [/^倍/, 'fold', 1],
  [/^(?:levels?|layers?)\b|^[层级]/, 'levels', 1],
  [/^(?:nodes?|machines?|servers?|servers?)\b|^[台]/, 'machines', 1],
  [/^(?:threads?|线程)/, 'threads', 1],
]

/** Up to here a number in words counts only beside a unit. */
const most = 12

const letters = 'abcdefghijklmnopqrstuvwxyz'
const word = `(?:${Object.keys(digitWords).join('|')})`
const inDigits = new RegExp(
  [
    // 16, 3.5, 1,000; not the number in a name: v7, sha-256, p95
    `(?<![\\w./-])\\d+(?:,\\d{3})*(?:\\.\\d+)*`,
    `(?<!第)${han}+点[零一二三四五六七八九]+|(?<!第)${han}+`,
  ].join('|'),
  'g',
)

let inWords: RegExp | undefined

/** Numbers in English words, for which a text is looked through only where it holds one. */
function wordsFor(folded: string): RegExp | undefined {
  const words = folded.match(/[a-z]+/g) ?? []
  if (!words.some((one) => one === 'once' || one === 'twice' || Object.hasOwn(digitWords, one))) {
    return undefined
  }
  inWords ??= new RegExp(
    [
      `\\b(?:once|twice)\\b(?! (?:a|it|you|we|they|the)\\b)`,
      `\\b${word}(?:[ -]${word})*(?: (?:hundred|thousand|million|billion|trillion)(?: and)?(?: ${word}(?:[ -]${word})*)?)*\\b(?: point ${word}(?: ${word})*)?`,
    ].join('|'),
    'g',
  )
  return inWords
}

/** The quantities of a folded text. What only counts loosely (一个, one) is none. */
export function quantitiesIn(folded: string): readonly Quantity[] {
  const found: Quantity[] = []
  const words = wordsFor(folded)
  const numbers = [...folded.matchAll(inDigits), ...(words ? folded.matchAll(words) : [])]
  for (const { 0: text, index: start } of numbers) {
    if (text === 'once' || text === 'twice') {
      const value = text === 'once' ? 1 : 2
      found.push({ start, end: start + text.length, value, kind: 'times' })
      continue
    }
    const number = numberIn(text)
    if (number === undefined) continue
    const after = folded.slice(start + text.length, start + text.length + 24)
    const { value, length, scaled } = scaledBy(number, after)
    const rest = after.slice(length)
    const space = /^[ 个]?/.exec(rest)?.[0].length ?? 0
    const unit = units.find(([name]) => name.test(rest.slice(space)))
    const isDigits = /\d/.test(text)
    // words for small numbers are everywhere
    const isVague = !isDigits && !/点|point/.test(text) && value <= most
    if (isVague && !scaled && unit === undefined) continue
    const [name, kind = '', size = 1] = unit ?? [undefined, '', 1]
    const unitLength = name?.exec(rest.slice(space))?.[0].length ?? 0
    const factor = size > 0 ? size : ({ k: 1e3, m: 1e6, g: 1e9 }[rest[space] ?? 'm'] ?? 1)
    const end = start + text.length + length + (unitLength > 0 ? space + unitLength : 0)
    if (letters.includes(folded[start + text.length] ?? ' ') && unit === undefined) continue
    found.push({ start, end, value: value * factor, kind })
  }
  return found
}

function scaledBy(number: number, after: string) {
  const found =
    /^ ?(万多?亿|千万|百万|[万亿]|(?:hundred|thousand|million|billion|trillion)\b)/.exec(after)
  const scale = found === null ? undefined : scales[(found[1] ?? '').replace('多', '')]
  if (found === null || scale === undefined) return { value: number, length: 0, scaled: false }
  return { value: number * scale, length: found[0].length, scaled: true }
}

function numberIn(text: string): number | undefined {
  if (/^\d/.test(text)) {
    const plain = text.replace(/,(?=\d{3})/g, '')
    // 3.13 is after 3.2, and 1.2.3 is no number
    return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
  }
  return text > '\u2fff' ? hanValue(text) : latinValue(text)
}

const hanDigits = '零一二三四五六七八九'

function hanDigit(character: string): number {
  return character === '两' ? 2 : hanDigits.indexOf(character)
}

function hanValue(text: string): number | undefined {
  const [whole = '', part] = text.split('点')
  let sum = 0
  let digit: number | undefined
  let previous = ''
  for (const character of whole) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[character]
    if (scale === undefined) {
      // 一三 is read digit by digit
      digit =
        digit !== undefined && previous !== ''
          ? digit * 10 + hanDigit(character)
          : hanDigit(character)
      previous = character
      continue
    }
    sum += (digit ?? 1) * scale
    digit = undefined
    previous = ''
  }
  const value = sum + (digit ?? 0)
  if (part === undefined) return value
  return Number(`${value}.${[...part].map(hanDigit).join('')}`)
}

function latinValue(text: string): number | undefined {
  const [whole = '', part] = text.split(' point ')
  let total = 0
  let current = 0
  for (const one of whole.split(/[ -]/)) {
    const scale = scales[one]
    if (scale === undefined) current += digitWords[one] ?? 0
    else if (scale === 100) current = Math.max(1, current) * 100
    else {
      total += Math.max(1, current) * scale
      current = 0
    }
  }
  const value = total + current
  if (part === undefined) return value
  return Number(
    `${value}.${part
      .split(' ')
      .map((one) => digitWords[one] ?? 0)
      .join('')}`,
  )
}
