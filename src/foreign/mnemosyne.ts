import type { Grade } from '../schedule/schedule.ts'
import {
  type ForeignCard,
  type ForeignCollection,
  type ForeignReview,
  oddCounter,
} from './foreign.ts'
import { asked } from './page/asked.ts'
import { pageMarkdown } from './page/markdown.ts'
import { hasColumns, numberIn, type Tables, textIn } from './tables.ts'

/** Whether this is a database of Mnemosyne 2. */
export function isMnemosyne(tables: Tables): boolean {
  return (
    hasColumns(tables, 'log', ['event_type', 'timestamp', 'object_id', 'grade']) &&
    hasColumns(tables, 'cards', ['_id', 'id', 'question', 'answer'])
  )
}

/** Of the kinds of events in openSM2sync/log_entry.py the one for an answer. */
const repetition = 9

/** From 0 to 5; with 0 and 1 a card is not yet, or no longer, known. */
const gradesThere: readonly Grade[] = ['again', 'again', 'hard', 'good', 'good', 'easy']

/** The cards of Mnemosyne with all that its log says of them. */
export function mnemosyneCards(tables: Tables): ForeignCollection {
  const { odd, add } = oddCounter()
  const logs = new Map<string, ForeignReview[]>()
  const columns = ['_id', 'event_type', 'timestamp', 'object_id', 'grade', 'thinking_time']
  for (const [id, type, time, object, grade, thinking] of tables.rows('log', columns)) {
    if (numberIn(type) !== repetition) continue
    const given = gradesThere[numberIn(grade)]
    if (given === undefined) {
      add('unknown')
      continue
    }
    const review = {
      at: numberIn(time) * 1000,
      grade: given,
      tookMs: Math.min(86_400_000, Math.max(0, numberIn(thinking) * 1000)),
      aside: undefined,
      nth: numberIn(id),
    }
    const log = logs.get(textIn(object))
    if (log === undefined) logs.set(textIn(object), [review])
    else log.push(review)
  }
  const cards = cardsIn(tables, logs)
  for (const log of logs.values()) add('no-card', log.length)
  return { program: 'mnemosyne', cards, odd }
}

/** Takes the logs of the cards that are there. */
function cardsIn(tables: Tables, logs: Map<string, ForeignReview[]>): readonly ForeignCard[] {
  const cards: ForeignCard[] = []
  for (const [id, question, answer, tags] of tables.rows('cards', [
    'id',
    'question',
    'answer',
    'tags',
  ])) {
    const key = textIn(id)
    const reviews = (logs.get(key) ?? []).sort((a, b) => a.at - b.at || a.nth - b.nth)
    logs.delete(key)
    const all = textIn(tags)
      .split(',')
      .map((tag) => tag.trim())
    const own = all.filter((tag) => tag !== '' && tag !== '__UNTAGGED__')
    const [front, back] = [textIn(question), textIn(answer)]
    cards.push({ key, ids: [], text: () => textOf(front, back, own), reviews, anchor: undefined })
  }
  return cards
}

function textOf(front: string, back: string, tags: readonly string[]) {
  const [question, answer] = [pageMarkdown(front), pageMarkdown(back)]
  const media = [...new Set([...question.media, ...answer.media])]
  return {
    ...asked(question.markdown),
    answer: answer.markdown,
    wordings: [],
    topics: [],
    tags,
    media,
  }
}
