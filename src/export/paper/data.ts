import { runsBy } from '../../text/grouped.ts'
import { clip, oneLine } from '../../text/text.ts'
import type { Booklet, Report } from '../booklet.ts'
import { numbersOf } from '../compose.ts'
import type { ReadEntry } from '../read-entry.ts'
import { setBlocks } from './blocks.ts'
import { localeOf, type Making, setEntry, settingOf } from './entry.ts'
import type { PaperLook } from './look.ts'

/** The data that the template sets. */
export function paperData(booklet: Booklet, entries: readonly ReadEntry[], making: Making) {
  const { say, look, glyphs } = making
  const words = say.paper
  const shown = (text: string) => glyphs.shown(oneLine(text))
  const running = clip(shown(booklet.title), headCells(look))
  const topics = topicsOf(entries, making)
  const facts = [booklet.date, countsOf(booklet, making), ...booklet.told]
  return {
    title: shown(booklet.title),
    author: 'viva',
    at: timeOf(booklet.at),
    ...localeOf(booklet.language),
    told: facts.map(shown),
    made: words.madeBy(making.version),
    more: making.left > 0 ? words.more(making.left) : '',
    running,
    widest: entries.length > pagesOfTwoDigits ? '000' : '00',
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
    report: booklet.report === undefined ? null : reportOf(booklet.report, making),
  }
}

/** What is told of an interview; its entries are model answers. */
function reportOf({ blocks, models, after }: Report, making: Making) {
  const setting = settingOf(undefined, making)
  return {
    blocks: setBlocks(blocks, setting),
    models: making.glyphs.shown(models ?? ''),
    after: setBlocks(after, setting),
    ownNote: making.say.review.ownNote,
    noAnswer: making.say.show.noAnswer,
  }
}

/** More entries than this hardly fit on 99 pages. */
const pagesOfTwoDigits = 150

/** Each half of the running head, in cells. */
function headCells({ width, columns, gutter, small, size }: PaperLook): number {
  const line = width * columns + gutter * (columns - 1)
  return Math.floor((line / 2 - size * 2) / (small * size * 0.5))
}

function countsOf(booklet: Booklet, { say }: Making): string {
  const topics = new Set(booklet.entries.map(({ topic }) => topic)).size
  const questions = booklet.entries.filter((entry) => entry.isFollowUp !== true)
  const answered = questions.filter(({ card }) => card.answer.kind === 'written').length
  return say.paper.counts(questions.length, topics, answered)
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

/**
 * A topic of so many begins on a new page, as a chapter does; less would leave too much paper empty.
 * What lies between such breaks is set on several threads at once.
 */
const chapterEntries = 100

/** Entries under their topics; neighbours with the same one share it. */
function topicsOf(entries: readonly ReadEntry[], making: Making) {
  const numbers = numbersOf(entries.map(({ entry }) => entry))
  const shown = (text: string) => making.glyphs.shown(oneLine(text))
  let place = 0
  return runsBy(entries, ({ entry }) => entry.topic).map(({ key: topic, items: members }) => ({
    title: shown(topic),
    running: clip(shown(topic), headCells(making.look)),
    chapter: members.length >= chapterEntries,
    entries: members.map((entry) => {
      place += 1
      return setEntry(entry, { place, number: numbers[place - 1] }, making)
    }),
  }))
}
