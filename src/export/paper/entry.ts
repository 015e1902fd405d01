import type { Card, CardLanguage } from '../../cards/card.ts'
import type { Messages } from '../../i18n/en/en.ts'
import type { Tongue } from '../../i18n/messages.ts'
import type { Cutter } from '../../markdown/code.ts'
import type { Block } from '../../markdown/document.ts'
import { withFormulas } from '../../markdown/formula/with-formulas.ts'
import { oneLine } from '../../text/text.ts'
import { askedFacts } from '../asked-facts.ts'
import type { PlacedPicture } from '../picture.ts'
import type { ReadEntry } from '../read-entry.ts'
import { narrower, type SetBlock, type Setting, setBlocks } from './blocks.ts'
import type { MathSetter } from './formula.ts'
import type { Glyphs } from './glyphs.ts'
import { setInlines } from './inlines.ts'
import type { PaperLook } from './look.ts'

/** What a document is made with, besides what is in it. */
export type Making = {
  readonly say: Messages
  readonly look: PaperLook
  readonly glyphs: Glyphs
  readonly cut: Cutter
  readonly picture: (
    card: Card,
    src: string,
    alt: string,
    room: number,
    highest: number,
  ) => PlacedPicture | string
  readonly math: MathSetter
  readonly code: boolean
  /** The families of fonts, those that are asked first first. */
  readonly sans: readonly string[]
  readonly mono: readonly string[]
  readonly version: string
  /** How many entries are left out behind the last. */
  readonly left: number
}

const longestWord = 29

/** Where an entry stands among all, and its number if it has one. */
type Place = { readonly place: number; readonly number: number | undefined }

/** How the texts of a card are set, or those that no card says: they have no pictures. */
export function settingOf(card: Card | undefined, making: Making): Setting {
  const { look, glyphs, say } = making
  return {
    glyphs,
    math: making.math,
    look,
    cut: making.cut,
    room: look.width,
    longest: longestWord,
    boxes: say.boxes,
    drawing: say.show.drawing,
    instead: making.code ? undefined : say.paper.noCode,
    picture: (src, alt, highest, room = look.width) =>
      card === undefined ? alt : making.picture(card, src, alt, room, highest),
  }
}

/** An entry for the template. */
export function setEntry(read: ReadEntry, { place, number }: Place, making: Making) {
  const { look, glyphs, say } = making
  const { entry } = read
  const { card } = entry
  const setting = settingOf(card, making)
  const inPanel = narrower(setting, look.indent.panel + 0.6)
  const blocks = (
    some: readonly Block[] | undefined,
    where = setting,
  ): readonly SetBlock[] | null => (some === undefined ? null : setBlocks(some, where))
  return {
    n: place,
    level: entry.topic === '' && number !== undefined ? 1 : 2,
    title: setInlines(withFormulas(titleOf(card, number, say)), setting),
    question: setInlines(withFormulas(oneLine(card.question)), setting),
    meta: glyphs.shown(oneLine(metaOf(card, say))),
    ...localeOf(writtenIn(card)),
    body: setBlocks(read.body, setting),
    points: pointsOf(read, inPanel),
    answer: blocks(read.answer),
    note: blocks(read.note, sideBySide(read, inPanel)),
    asked: entry.asked
      ? { facts: askedFacts(entry.asked, say), answer: setBlocks(read.asked ?? [], inPanel) }
      : null,
    followUps: read.followUps.map(({ question, answer }) => ({
      c: setInlines(question, inPanel),
      answer: setBlocks(answer ?? [], narrower(inPanel, look.indent.mark + look.indent.gap)),
    })),
    lines: linesToWrite(card),
  }
}

/** A note beside the key points has half the line. */
function sideBySide({ keyPoints }: ReadEntry, setting: Setting): Setting {
  const { look, room } = setting
  const isBeside = look.wide && look.columns === 1 && keyPoints.length > 0
  return isBeside ? { ...setting, room: room / 2 - look.size * 1.5 } : setting
}

function pointsOf({ entry, keyPoints }: ReadEntry, setting: Setting) {
  const missed = new Set(entry.missed)
  const points = keyPoints.map((line, i) => ({
    c: setInlines(line, setting),
    missed: missed.has(entry.keyPoints[i] ?? ''),
  }))
  // a summary of what was missed need not say so at each
  const isShort = setting.look.layout === 'summary' && missed.size > 0
  if (!isShort) return points
  return points.filter((point) => point.missed).map(({ c }) => ({ c, missed: false }))
}

function titleOf({ question }: Card, number: number | undefined, say: Messages): string {
  const text = oneLine(question)
  return number === undefined ? say.report.document.followUp(text) : `${number}. ${text}`
}

function metaOf({ level, tags, source }: Card, say: Messages): string {
  // what no note holds any more has no place
  const place = source.file === '' ? [] : [`${source.file}:${source.line}`]
  return [...(level ? [say.levels[level]] : []), ...tags, ...place].join(' · ')
}

/** Room to write an answer by hand: as the model answer is long, within reason. */
function linesToWrite({ answer }: Card): number {
  const length = answer.kind === 'missing' ? 0 : answer.markdown.length
  return Math.min(14, Math.max(5, Math.ceil(length / 70)))
}

const locales: Readonly<Record<CardLanguage | Tongue, { lang: string; region: string }>> = {
  en: { lang: 'en', region: 'us' },
  zh: { lang: 'zh', region: 'cn' },
}

/** A language as the template takes it. */
export function localeOf(language: CardLanguage | Tongue) {
  return locales[language]
}

/** The language that a card is set in: a Chinese deck may hold English cards. */
function writtenIn({ question, answer }: Card): CardLanguage {
  const text = question + (answer.kind === 'missing' ? '' : answer.markdown)
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese * 20 < text.length ? 'en' : 'zh'
}
