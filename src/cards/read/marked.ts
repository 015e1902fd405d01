import { plain } from '../blocks/inline.ts'
import { isBlank } from '../blocks/lines.ts'
import { type CardLanguage, cardLanguages, type FollowUp } from '../card.ts'
import { type Parts, pointsIn } from './answer.ts'
import { isMark, listOf } from './marks.ts'

/** What a comment such as `<!-- viva: answer -->` opens; `beside` is not the card's own. */
export type CardBound =
  | 'card'
  | 'answer'
  | 'points'
  | 'follow-ups'
  | 'definitions'
  | 'beside'
  | 'end'

/** A card as its comments bound it. Lines count from 0. */
export type MarkedCard = {
  readonly line: number
  readonly parts: Parts
  /** The comments under the question. */
  readonly marks: readonly { readonly text: string; readonly line: number }[]
  readonly topics: readonly string[]
  readonly language: CardLanguage | undefined
  readonly definitions: string | undefined
}

const bound =
  /^<!--\s*viva\s*[:：]\s*(card|answer|points|follow-ups|definitions|beside|end)\s*-->\s*$/
const own = /^<!--\s*(question|topics|language)\s*:\s*([\s\S]*?)\s*-->\s*$/
const heading = /^(#{1,6})[ \t]+(\S[\s\S]*)$/
const guard = /^\\*<!--\s*viva\s*[:：]/

/** Reads such a file from a line on. */
export function markedCards(lines: readonly string[], from: number): readonly MarkedCard[] {
  const cards: MarkedCard[] = []
  const areas: Area[] = []
  for (let at = from; at < lines.length; at++) {
    if (boundAt(lines, at) === 'card') {
      const end = endOf(lines, at)
      const topics = areas.map(({ text }) => text)
      cards.push(...cardIn(lines, at + 1, end, topics))
      at = end - 1
      continue
    }
    const [, marks = '', text = ''] = heading.exec(lines[at] ?? '') ?? []
    if (marks.length > 1) enter(areas, { level: marks.length, text: plain(text) })
  }
  return cards
}

/** A value for a comment, where it may be anything; `separators` are those that part a list. */
export function encoded(value: string, separators = ''): string {
  return value.replace(/&(?=#\d)|(?<=--)>|[\r\n|,，、]/g, (mark) => {
    const isKept = /[|,，、]/.test(mark) && !separators.includes(mark)
    return isKept ? mark : `&#${mark.charCodeAt(0)};`
  })
}

/** What `encoded` was given. */
export function decoded(value: string): string {
  return value.replace(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
}

/** The comment that opens a part. */
export function boundLine(name: CardBound): string {
  return `<!-- viva: ${name} -->`
}

/** A text in which no line is taken for such a comment. */
export function withGuards(text: string): string {
  return text
    .split('\n')
    .map((line) => (guard.test(line) ? `\\${line}` : line))
    .join('\n')
}

function withoutGuard(line: string): string {
  return line.startsWith('\\') && guard.test(line) ? line.slice(1) : line
}

function boundAt(lines: readonly string[], at: number): string | undefined {
  const line = lines[at] ?? ''
  return line.startsWith('<!--') ? bound.exec(line)?.[1] : undefined
}

/** The line of the card's end, or before which the next card begins. */
function endOf(lines: readonly string[], card: number): number {
  for (let at = card + 1; at < lines.length; at++) {
    const name = boundAt(lines, at)
    if (name === 'end' || name === 'card') return at
  }
  return lines.length
}

type Area = { readonly level: number; readonly text: string }

function enter(areas: Area[], area: Area): void {
  while ((areas.at(-1)?.level ?? 0) >= area.level) areas.pop()
  areas.push(area)
}

/** The card between two lines; none where nothing is asked. */
function cardIn(
  lines: readonly string[],
  from: number,
  to: number,
  topics: readonly string[],
): readonly MarkedCard[] {
  let line = from
  while (line < to && isBlank(lines[line])) line++
  const head = lines[line] ?? ''
  let next = line + 1
  while (next < to && (isMark(lines[next] ?? '') || own.test(lines[next] ?? ''))) next++
  const marks = lines.slice(line + 1, next).map((text, i) => ({ text, line: line + 1 + i }))
  const said = new Map(
    marks.flatMap(({ text }) => {
      const [, name, value = ''] = own.exec(text) ?? []
      return name === undefined ? [] : [[name, value] as const]
    }),
  )
  const question = said.has('question')
    ? decoded(said.get('question') ?? '')
    : plain(heading.exec(head)?.[2] ?? head)
  if (line >= to || question === '') return []
  const language = said.get('language')
  const given = said.get('topics')
  return [
    {
      line,
      marks,
      ...partsIn(lines, { question, line, from: next, to }),
      topics: given === undefined ? topics : listOf(given, /\|/).map(decoded),
      language: cardLanguages.find((name) => name === language),
    },
  ]
}

type CardBounds = {
  readonly question: string
  readonly line: number
  readonly from: number
  readonly to: number
}

function partsIn(
  lines: readonly string[],
  { question, line, from, to }: CardBounds,
): Pick<MarkedCard, 'parts' | 'definitions'> {
  const texts = new Map<string, string[]>([['body', []]])
  let into: string[] | undefined = texts.get('body')
  let name = 'body'
  let end = line
  for (let at = from; at < to; at++) {
    const opened = boundAt(lines, at)
    if (opened !== undefined) {
      name = opened
      into = texts.get(name) ?? []
      texts.set(name, into)
      continue
    }
    into?.push(withoutGuard(lines[at] ?? ''))
    if (name !== 'beside' && !isBlank(lines[at])) end = at
  }
  const body = textOf(texts.get('body') ?? [])
  const answer = texts.get('answer')
  const parts = {
    question,
    body: body === '' ? undefined : body,
    answer: answer === undefined ? undefined : textOf(answer),
    ...pointsIn(itemsOf(texts.get('points'))),
    followUps: followUpsOf(texts.get('follow-ups')),
    end,
  }
  return { parts, definitions: textOf(texts.get('definitions') ?? []) || undefined }
}

/** Without the blank line at each end that only sets the text off. */
function textOf(lines: readonly string[]): string {
  const from = isBlank(lines[0]) ? 1 : 0
  const to = lines.length > from && isBlank(lines.at(-1)) ? lines.length - 1 : lines.length
  return lines.slice(from, to).join('\n')
}

/** Items, each with what is indented below it; lines of `followUpLines`. */
function followUpsOf(lines: readonly string[] = []): readonly FollowUp[] {
  const starts = lines.flatMap((line, at) => (isItem(line) ? [at] : []))
  return starts.map((from, i) => {
    const below = lines.slice(from + 1, starts[i + 1])
    const answer = textOf(below.map((line) => line.replace(/^ {2}/, '')))
    return { question: (lines[from] ?? '').slice(2), answer: answer === '' ? undefined : answer }
  })
}

/** A follow-up as lines of its section. */
export function followUpLines({ question, answer }: FollowUp): readonly string[] {
  if (answer === undefined) return [`- ${question}`]
  const below = answer.split('\n').map((line) => (line === '' ? '' : `  ${line}`))
  return [`- ${question}`, '', ...below, '']
}

function isItem(line: string): boolean {
  return /^-(?: |$)/.test(line)
}

function itemsOf(lines: readonly string[] = []): readonly string[] {
  return lines.flatMap((line) => (isItem(line) ? [line.slice(2)] : []))
}
