import { createHash } from 'node:crypto'
import type { Card } from '../../cards/card.ts'
import type { Messages } from '../../i18n/en/en.ts'
import type { Tongue } from '../../i18n/messages.ts'
import { lineOf } from '../../markdown/blocks.ts'
import type { Block } from '../../markdown/document.ts'
import { type FormulaReader, withPercents } from '../../markdown/formula/tree.ts'
import type { Booklet } from '../booklet.ts'
import { blocksHtml, escapeHtml, type HtmlText, inlinesHtml } from '../html/blocks.ts'
import {
  figuresHtml,
  followUpList,
  type HtmlMeans,
  languageMark,
  questionHtml,
  textOf,
} from '../html/cards.ts'
import type { ReadEntry } from '../read-entry.ts'
import { type AnkiPast, type AnkiStart, ankiPast, startOf } from './past.ts'

/** A collection as Anki takes it in, before it is a database. */
export type AnkiCollection = {
  /** Seconds since 1970: notes changed later than those a person has replace them. */
  readonly at: number
  /** Undefined where no history goes along. */
  readonly start: AnkiStart | undefined
  readonly language: Tongue
  readonly decks: readonly AnkiDeck[]
  readonly notes: readonly AnkiNote[]
}

/** A picture in the package, called as the notes call it. */
export type AnkiMedia = { readonly name: string; readonly bytes: Uint8Array }

export type AnkiDeck = { readonly id: number; readonly name: string }

export type AnkiNote = {
  /** The same in every export, so that a second import updates the first. */
  readonly id: number
  readonly guid: string
  readonly deck: number
  readonly tags: readonly string[]
  /** In the order of the note type. */
  readonly fields: readonly string[]
  /** What was done with it, where that goes along. */
  readonly past: AnkiPast | undefined
}

/** The cards as notes of Anki: topics are decks below the title, and tags. */
export function ankiCollection(
  booklet: Booklet,
  entries: readonly ReadEntry[],
  means: HtmlMeans,
): AnkiCollection {
  const decks = new Map<string, AnkiDeck>()
  const taken = { decks: new Set<number>(), notes: new Set<number>() }
  const seen = new Map<string, number>()
  const hasTopics = entries.some(({ entry }) => entry.card.topics.length > 0)
  const other = hasTopics ? [means.say.exporting.noTopic] : []
  const notes = entries.map((read, i): AnkiNote => {
    const { card } = read.entry
    const name = deckName([booklet.title, ...(card.topics.length > 0 ? card.topics : other)])
    const deck = decks.get(name) ?? { id: numberOf(`deck ${name}`, taken.decks), name }
    decks.set(name, deck)
    const key = keyOf(card)
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    const guid = guidNamed(times === 0 ? key : `${key} ${times}`)
    const past = booklet.pasts?.get(card.id)
    return {
      id: numberOf(`note ${guid}`, taken.notes),
      guid,
      deck: deck.id,
      tags: tagsOf(card),
      fields: fieldsOf(read, i + 1, means),
      past: past === undefined ? undefined : ankiPast(past),
    }
  })
  const at = Math.floor(booklet.at / 1000)
  const start = startOf(booklet.pasts?.values() ?? [])
  return { at, start, language: booklet.language, decks: [...decks.values()], notes }
}

/** What Anki calls a card of ours, the same in every export. */
export function guidOf(card: Pick<Card, 'id' | 'language' | 'question' | 'topics'>): string {
  return guidNamed(keyOf(card))
}

function guidNamed(key: string): string {
  return digestOf(key).toString('base64url').slice(0, 14)
}

/** What a card is known by from one export to the next; some questions of an interview have no id. */
function keyOf({
  id,
  language,
  question,
  topics,
}: Pick<Card, 'id' | 'language' | 'question' | 'topics'>): string {
  return id === '' ? JSON.stringify([question, topics, language]) : `${id} ${language}`
}

/** Two colons part the levels of decks, so they stand in no name. */
function deckName(names: readonly string[]): string {
  return names
    .map(
      (name) =>
        name
          .replace(/:{2,}/g, ':')
          .replace(/["\s]+/g, ' ')
          .trim() || '-',
    )
    .join('::')
}

function tagsOf({ topics, tags, level }: Card): readonly string[] {
  const path = topics.map((topic) => topic.replace(/:{2,}/g, ':')).join('::')
  const all = [path, ...tags, ...(level === undefined ? [] : [`level::${level}`])]
  // white parts tags
  const whole = all.map((tag) => tag.trim().replace(/[\s"\u3000]+/g, '_'))
  return [...new Set(whole.filter((tag) => tag !== ''))]
}

function fieldsOf(read: ReadEntry, number: number, means: HtmlMeans): readonly string[] {
  const { card } = read.entry
  const text = (part: string) => textOf({ read, number }, { code: true }, means, part)
  const blocks = (some: readonly Block[] | undefined, part: string) =>
    some === undefined ? '' : blocksHtml(some, text(part))
  const list = (lines: ReadEntry['keyPoints'], part: string) =>
    lines.length === 0
      ? ''
      : `<ul>${lines.map((line) => `<li>${inlinesHtml(line, text(part))}</li>`).join('')}</ul>`
  const more = followUpList(read.followUps, text)
  const mark = languageMark(card, means.language)
  const within = (html: string) => (html === '' || mark === '' ? html : `<div${mark}>${html}</div>`)
  return [
    `<div class="question"${mark}>${questionHtml(card.question, means.formula)}</div>${blocks(read.body, 'b')}`,
    within(blocks(read.answer, 'm')),
    within(list(read.keyPoints, 's')),
    within(more === '' ? '' : `<ul>${more}</ul>`),
    blocks(read.note, 'n'),
    askedOf(read, text('o'), means.say),
    card.source.file === '' ? '' : escapeHtml(`${card.source.file}:${card.source.line}`),
    escapeHtml(card.id),
  ].map(inert)
}

/** What was answered in an interview, how well, and what it missed. */
function askedOf({ entry, asked = [] }: ReadEntry, text: HtmlText, say: Messages): string {
  if (entry.asked === undefined) return ''
  const missed = entry.missed.map((point) => `<li>${inlinesHtml(lineOf(point), text)}</li>`)
  return [
    figuresHtml(entry.asked, say),
    blocksHtml(asked, text),
    ...(missed.length === 0
      ? []
      : [`<p>${escapeHtml(say.paper.missed)}</p>`, `<ul>${missed.join('')}</ul>`]),
  ].join('\n')
}

// no text that was made safe holds it
const ours = '\u0000'

/** What shows formulas as Anki has them, as LaTeX that it draws; only those that were read as such. */
export function ankiFormula(read: FormulaReader): HtmlMeans['formula'] {
  return (tex, isBlock) => {
    if (read(tex, isBlock) === undefined) return undefined
    const [open, close] = isBlock ? '[]' : '()'
    return `${ours}${open}${escapeHtml(withPercents(tex))}${ours}${close}`
  }
}

/** Without what Anki itself would run: sounds, speech, and LaTeX that we did not read as a formula. */
function inert(html: string): string {
  return html
    .replace(/\[(?=\s*(?:sound:|\/?latex|anki:|\/?\$))/gi, '&#91;')
    .replace(/\\(?=[([])/g, '\\<span></span>')
    .replaceAll(ours, '\\')
}

/** A number that is the same for the same text: in milliseconds, as Anki has it, of 2017 to 2026. */
function numberOf(text: string, taken: Set<number>): number {
  const spread = digestOf(text).readUIntBE(0, 6) % 2 ** 38
  let number = 1_500_000_000_000 + spread
  while (taken.has(number)) number++
  taken.add(number)
  return number
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(`viva ${text}`).digest()
}
