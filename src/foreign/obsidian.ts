import { memoryOfSm2 } from '../schedule/fsrs.ts'
import type { ForeignTextFile } from './file.ts'
import {
  type ForeignAnchor,
  type ForeignCard,
  type ForeignCollection,
  oddCounter,
} from './foreign.ts'
import { type Local, simpleText } from './simple.ts'

/** A schedule in a note, as obsidian-spaced-repetition writes it behind its card. */
const comment = /<!--SR:(!.{1,2000}?)-->/g

const dayMs = 86_400_000

/** Whether notes hold schedules of that plugin, or its data file is among them. */
export function isObsidian(texts: readonly ForeignTextFile[]): boolean {
  return texts.some(({ path, text }) => text.includes('<!--SR:!') || isData(path, text))
}

function isData(path: string, text: string): boolean {
  return path.endsWith('.json') && text.includes('"cardSchedules"')
}

/**
 * The cards of a vault that have a schedule: in comments of notes, by its own algorithm or by FSRS, or in
 * the plugin's `data.json` by the mark of a block. It keeps no reviews.
 */
export function obsidianNotes(texts: readonly ForeignTextFile[], local: Local): ForeignCollection {
  const { odd, add } = oddCounter()
  const kept = new Map(texts.filter(({ path, text }) => isData(path, text)).flatMap(schedulesIn))
  const cards: ForeignCard[] = []
  for (const { path, text } of texts) {
    if (path.endsWith('.json')) continue
    const topic =
      path
        .split(/[\\/]/)
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? ''
    for (const { front, back, schedules } of cardsIn(text, kept)) {
      const anchor = schedules.map((one) => anchorOf(one, local)).find((one) => one !== undefined)
      if (anchor === undefined) {
        add('unreadable')
        continue
      }
      const said = simpleText({ front, back, topics: [topic] })
      cards.push({ key: front, ids: [], text: said, reviews: [], anchor })
    }
  }
  return { program: 'obsidian', cards, odd }
}

type Found = {
  readonly front: string
  readonly back: string
  readonly schedules: readonly string[]
}

/** What stands before each schedule: the paragraph it ends, cut where a mark parts question and answer. */
function* cardsIn(text: string, kept: ReadonlyMap<string, readonly string[]>): Iterable<Found> {
  const blocks = text.split(/\n[ \t]*\n/)
  for (const [i, block] of blocks.entries()) {
    const comments = Array.from(block.matchAll(comment), ([, one = '']) => one)
    const mark = / \^([\w-]{1,80})\s*$/m.exec(block)?.[1] ?? ''
    const schedules = comments.length > 0 ? comments.flatMap(splitOf) : (kept.get(mark) ?? [])
    if (schedules.length === 0) continue
    const own = bare(block)
    // a comment may stand alone, a blank line below its card
    const card = own === '' ? bare(blocks[i - 1] ?? '') : own
    const [front, back] = sidesOf(card)
    if (front !== '') yield { front, back, schedules }
  }
}

function splitOf(schedules: string): readonly string[] {
  return schedules.split('!').filter((one) => one !== '')
}

function bare(block: string): string {
  return block
    .replace(comment, '')
    .replace(/^> \[!sr\|card-metadata\]\s*$/gm, '')
    .replace(/^>\s*$/gm, '')
    .replace(/ \^[\w-]{1,80}\s*$/gm, '')
    .trim()
}

/** Question and answer: parted by `::` in a line, by a line with `?` alone, or by blanks in the text. */
function sidesOf(card: string): readonly [front: string, back: string] {
  const lines = card.split('\n').filter((line) => !/^#flashcards\S*\s*$/.test(line.trim()))
  const at = lines.findIndex((line) => /^\?{1,2}$/.test(line.trim()))
  if (at > 0)
    return [
      lines.slice(0, at).join('\n').trim(),
      lines
        .slice(at + 1)
        .join('\n')
        .trim(),
    ]
  const last = lines.join('\n')
  const inline = /^([\s\S]+?)\s*:::?\s*([\s\S]*)$/.exec(lines.at(-1) ?? '')
  if (inline !== null)
    return [(inline[1] ?? '').replace(/#flashcards\S*/g, '').trim(), inline[2] ?? '']
  const blank = /==(.+?)==|\*\*(.+?)\*\*|\{\{(.+?)\}\}/
  if (!blank.test(last)) return [last.trim(), '']
  return [
    last.replace(blank, '[…]').trim(),
    last.replace(blank, (_, a, b, c) => a ?? b ?? c).trim(),
  ]
}

/** What a new card has until it is seen. */
const dummy = '2000-01-01'

function anchorOf(schedule: string, local: Local): ForeignAnchor | undefined {
  const parts = schedule.split(',').map((part) => part.trim())
  if (parts[0] === 'fsrs') {
    const [, , , s, d, , , , , last = ''] = parts
    return known(local(last), { stability: Number(s), difficulty: Number(d) })
  }
  const [due = '', days, ease] = parts
  const at = due === dummy ? undefined : local(due)
  const interval = Number(days)
  if (at === undefined || !(interval > 0)) return undefined
  return known(at - interval * dayMs, memoryOfSm2(interval, Number(ease ?? 250) / 100))
}

function known(
  at: number | undefined,
  { stability, difficulty }: Pick<ForeignAnchor, 'stability' | 'difficulty'>,
): ForeignAnchor | undefined {
  const isMemory = stability > 0 && difficulty >= 1 && difficulty <= 10
  return at !== undefined && at > 0 && isMemory ? { at, stability, difficulty } : undefined
}

/** The schedules of the plugin's own file as they would stand in a note, by the marks of blocks. */
function schedulesIn({ text }: ForeignTextFile): readonly (readonly [string, readonly string[]])[] {
  const cards = partOf(partOf(parsed(text), 'scheduleData'), 'cardSchedules')
  return Object.entries(cards).map(([mark, all]) => {
    const entries = Array.isArray(all) ? all : []
    return [mark.replace(/^\^/, ''), entries.map(asComment).filter((one) => one !== '')] as const
  })
}

type Json = Readonly<Record<string, unknown>>

function parsed(text: string): Json {
  try {
    return objectIn(JSON.parse(text))
  } catch {
    return {}
  }
}

function objectIn(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function partOf(value: Json, name: string): Json {
  return objectIn(value[name])
}

function asComment(entry: unknown): string {
  const { dueDate, interval, ease, stability, difficulty, lastReview } = partOf(
    objectIn(entry),
    'scheduleData',
  )
  if (stability !== undefined) {
    return ['fsrs', dueDate, interval, stability, difficulty, 0, 0, 0, 0, lastReview].join(',')
  }
  return dueDate === undefined ? '' : [dueDate, interval, ease].join(',')
}
