import type { Card, Language } from '../cards/card.ts'
import type { Messages } from '../i18n/en.ts'
import type { Cutter } from '../markdown/code.ts'
import { clip } from '../text/text.ts'
import { asWritten, blocksOf, lineOf } from './blocks.ts'
import type { Asked, Booklet, Entry } from './booklet.ts'
import type { Block, Inline } from './document.ts'
import type { Glyphs } from './glyphs.ts'
import { narrower, type SetBlock, type Setting, setBlocks } from './paper-blocks.ts'
import { setInlines, setText } from './paper-inlines.ts'
import type { PaperLook } from './paper-look.ts'
import type { Placed } from './picture.ts'

/** An entry with its Markdown read. */
export type ReadEntry = {
  readonly entry: Entry
  readonly body: readonly Block[]
  readonly answer: readonly Block[] | undefined
  readonly note: readonly Block[] | undefined
  readonly asked: readonly Block[] | undefined
  readonly keyPoints: readonly (readonly Inline[])[]
  readonly followUps: readonly (readonly Inline[])[]
}

/** Reads the Markdown of an entry. */
export function readEntry(entry: Entry): ReadEntry {
  const { card, note, asked, keyPoints } = entry
  const { answer, definitions } = card
  const line = (text: string) => lineOf(text, definitions)
  return {
    entry,
    body: card.body === undefined ? [] : blocksOf(card.body, definitions),
    answer: answer.kind === 'missing' ? undefined : blocksOf(answer.markdown, definitions),
    note: note === undefined ? undefined : blocksOf(note),
    asked: asked && asWritten(asked.answer),
    keyPoints: keyPoints.map(line),
    followUps: card.followUps.map(line),
  }
}

/** The same entry with nothing of its Markdown read. */
export function unreadEntry(entry: Entry): ReadEntry {
  const { card, note, asked, keyPoints } = entry
  const line = (text: string): readonly Inline[] => [{ kind: 'text', text }]
  return {
    entry,
    body: asWritten(card.body ?? ''),
    answer: card.answer.kind === 'missing' ? undefined : asWritten(card.answer.markdown),
    note: note === undefined ? undefined : asWritten(note),
    asked: asked && asWritten(asked.answer),
    keyPoints: keyPoints.map(line),
    followUps: card.followUps.map(line),
  }
}

/** All blocks of an entry that may hold pictures and code. */
export function blocksIn({
  body,
  answer,
  note,
  keyPoints,
  followUps,
}: ReadEntry): readonly Block[] {
  const lines = [...keyPoints, ...followUps]
  const paragraphs = lines.map((inlines): Block => ({ kind: 'paragraph', inlines }))
  return [...body, ...(answer ?? []), ...(note ?? []), ...paragraphs]
}

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
  ) => Placed | string
  readonly code: boolean
  /** The families of fonts, those that are asked first first. */
  readonly sans: readonly string[]
  readonly mono: readonly string[]
  readonly version: string
  /** How many entries are left out behind the last. */
  readonly left: number
}

/** The data that the template sets. */
export function paperData(booklet: Booklet, entries: readonly ReadEntry[], making: Making) {
  const { say, look, glyphs } = making
  const words = say.paper
  const { shown } = glyphs
  const running = clip(shown(booklet.title), headCells(look))
  const topics = topicsOf(entries, making)
  const facts = [booklet.date, countsOf(booklet, entries, making), ...booklet.told]
  return {
    title: shown(booklet.title),
    author: 'viva',
    at: timeOf(booklet.at),
    ...localeOf(booklet.language),
    told: facts.map(shown),
    made: words.madeBy(making.version),
    more: making.left > 0 ? words.more(making.left) : '',
    running,
    look,
    sans: making.sans,
    mono: making.mono,
    words: {
      contents: words.contents,
      answers: words.answers,
      keyPoints: words.keyPoints,
      missed: words.missed,
      note: words.note,
      asked: words.asked,
      followUps: words.followUps,
      noAnswer: words.noAnswer,
      page: words.page('{}', '{all}'),
      answerOn: words.answerOn('{}'),
      questionOn: words.questionOn('{}'),
    },
    topics,
  }
}

/** Each half of the running head, in cells. */
function headCells({ width, columns, gutter, small, size }: PaperLook): number {
  const line = width * columns + gutter * (columns - 1)
  return Math.floor((line / 2 - size * 2) / (small * size * 0.5))
}

function countsOf(booklet: Booklet, entries: readonly ReadEntry[], { say, left }: Making): string {
  const topics = new Set(booklet.entries.map(({ topic }) => topic)).size
  const answered = booklet.entries.filter(({ card }) => card.answer.kind === 'written').length
  return say.paper.counts(entries.length + left, topics, answered)
}

function timeOf(at: number): readonly number[] {
  const date = new Date(at)
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
}

function localeOf(language: Language) {
  return language === 'zh' ? { lang: 'zh', region: 'cn' } : { lang: 'en', region: 'us' }
}

/** The language that a card is set in: a Chinese deck may hold English cards. */
function writtenIn({ question, answer }: Card): Language {
  const text = question + (answer.kind === 'missing' ? '' : answer.markdown)
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese * 20 < text.length ? 'en' : 'zh'
}

/** Entries under their topics; neighbours with the same one share it. */
function topicsOf(entries: readonly ReadEntry[], making: Making) {
  const groups: { topic: string; members: ReadEntry[] }[] = []
  for (const entry of entries) {
    const { topic } = entry.entry
    const last = groups.at(-1)
    if (last?.topic === topic) last.members.push(entry)
    else groups.push({ topic, members: [entry] })
  }
  let number = 0
  return groups.map(({ topic, members }) => ({
    title: making.glyphs.shown(topic),
    running: clip(making.glyphs.shown(topic), headCells(making.look)),
    entries: members.map((entry) => {
      number += 1
      return setEntry(entry, number, making)
    }),
  }))
}

const longestWord = 29

function setEntry(read: ReadEntry, number: number, making: Making) {
  const { look, glyphs, say } = making
  const { entry } = read
  const { card } = entry
  const setting: Setting = {
    glyphs,
    look,
    cut: making.cut,
    room: look.width,
    longest: longestWord,
    instead: making.code ? undefined : say.paper.noCode,
    picture: (src, alt, highest, room = look.width) =>
      making.picture(card, src, alt, room, highest),
  }
  const inPanel = narrower(setting, look.indent.panel + 0.6)
  const blocks = (
    some: readonly Block[] | undefined,
    where = setting,
  ): readonly SetBlock[] | null => (some === undefined ? null : setBlocks(some, where))
  return {
    n: number,
    level: entry.topic === '' ? 1 : 2,
    title: [`${number}. `, ...setText(card.question, setting)],
    meta: glyphs.shown(metaOf(card, say)),
    ...localeOf(writtenIn(card)),
    body: setBlocks(read.body, setting),
    points: pointsOf(read, inPanel),
    answer: blocks(read.answer),
    note: blocks(read.note, sideBySide(read, inPanel)),
    asked: entry.asked
      ? { facts: factsOf(entry.asked, say), answer: setBlocks(read.asked ?? [], inPanel) }
      : null,
    followUps: read.followUps.map((line) => setInlines(line, inPanel)),
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

function metaOf({ level, tags, source }: Card, say: Messages): string {
  const place = `${source.file}:${source.line}`
  return [...(level ? [say.levels[level]] : []), ...tags, place].join(' · ')
}

function factsOf(
  { coverage, grade, usedMs, limitMs, late }: Asked,
  say: Messages,
): readonly string[] {
  const words = say.paper
  return [
    ...(coverage === undefined ? [] : [words.coverage(Math.round(coverage * 100))]),
    ...(grade === undefined ? [] : [say.grade[grade]]),
    words.time(minutes(usedMs), minutes(limitMs)),
    ...(late ? [words.late] : []),
  ]
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Room to write an answer by hand: as the model answer is long, within reason. */
function linesToWrite({ answer }: Card): number {
  const length = answer.kind === 'missing' ? 0 : answer.markdown.length
  return Math.min(14, Math.max(5, Math.ceil(length / 70)))
}
