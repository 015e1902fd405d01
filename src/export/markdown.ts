import { plain } from '../cards/blocks/inline.ts'
import type { Card } from '../cards/card.ts'
import { markedShape } from '../cards/choice/shape.ts'
import { boundLine, encoded, followUpLines, withGuards } from '../cards/read/marked.ts'
import { commentsOf } from '../cards/read/point-ways.ts'
import type { Messages } from '../i18n/en/en.ts'
import { gradeFacts } from './asked-facts.ts'
import type { Booklet, BookletAnswer, BookletEntry } from './booklet.ts'
import { topicOf } from './compose.ts'
import type { Maker } from './maker.ts'
import { escaped } from './markdown-text.ts'
import { relabelled } from './relabel.ts'

/** Between the paths of headings and the headings of cards Markdown has six levels. */
const deepestTopic = 4

/** Markdown that viva reads again. */
export const markdownFile: Maker = async ({ booklet, say }) => {
  const { report } = booklet
  if (report === undefined) return markdownText(booklet, say)
  return (await import('./report/markdown.ts')).reportMarkdown(booklet, report, say)
}

/**
 * The booklet as Markdown that anything can show. Comments bound each card, so that viva reads from
 * it what it was made of, to the letter.
 */
export function markdownText(booklet: Booklet, say: Messages): string {
  const { title, date, told, entries } = booklet
  const languages = new Set(entries.map(({ card }) => card.language))
  const [language] = languages.size === 1 ? languages : []
  const head = [
    ...['---', `title: ${JSON.stringify(title)}`],
    ...(language === undefined ? [] : [`language: ${language}`]),
    ...[`questions: ${markedShape}`, '---', '', `# ${escaped(title)}`, ''],
    escaped([date, say.list.cards(entries.length), ...told].join(' · ')),
  ]
  const lines: string[] = [...head]
  let path: readonly string[] = []
  const taken = new Map<string, string>()
  for (const entry of entries) {
    const next = pathOf(entry)
    lines.push(...headings(path, next))
    path = next
    const card = relabelled(entry.card, taken)
    lines.push('', ...cardLines({ ...entry, card }, path, language === undefined, say))
  }
  return `${lines.join('\n')}\n`
}

/** The headings above a card: its topics where it stands under them, else the booklet's own. */
function pathOf({ card, topic }: BookletEntry): readonly string[] {
  const { topics } = card
  const isOwn = topic === topicOf(card) && topics.length > 0
  return isOwn && topics.length <= deepestTopic && topics.every(isPlain)
    ? topics
    : topic === ''
      ? []
      : [topic]
}

/** Whether a heading that says this is read as nothing else. */
function isPlain(text: string): boolean {
  return text !== '' && plain(escaped(text)) === text
}

function headings(from: readonly string[], to: readonly string[]): readonly string[] {
  const same = to.findIndex((text, level) => text !== from[level])
  // back up from a part of a topic, its own heading stands once more
  const first = same >= 0 ? same : to.length === from.length ? to.length : to.length - 1
  return to.slice(first).flatMap((text, i) => ['', `${'#'.repeat(first + i + 2)} ${escaped(text)}`])
}

function cardLines(
  entry: BookletEntry,
  path: readonly string[],
  isMixed: boolean,
  say: Messages,
): readonly string[] {
  const { card } = entry
  const level = path.length + 2
  const section = (title: string) => `${'#'.repeat(Math.min(6, level + 1))} ${title}`
  const { answer, followUps } = card
  return [
    boundLine('card'),
    `${'#'.repeat(level)} ${escaped(card.question)}`,
    ...markLines(card, path, isMixed),
    ...(card.body === undefined ? [] : ['', withGuards(card.body)]),
    ...(answer.kind === 'missing'
      ? []
      : ['', boundLine('answer'), '', withGuards(answer.markdown)]),
    ...listed(
      boundLine('points'),
      section(say.paper.keyPoints),
      withWays(card).map((point) => `- ${point}`),
    ),
    ...listed(
      boundLine('follow-ups'),
      section(say.paper.followUps),
      followUps.flatMap(followUpLines),
    ),
    ...(card.definitions === undefined ? [] : ['', boundLine('definitions'), '', card.definitions]),
    ...besideLines(entry, section, say),
    '',
    boundLine('end'),
  ]
}

function markLines(card: Card, path: readonly string[], isMixed: boolean): readonly string[] {
  const mark = (name: string, value: string) => `<!-- ${name}: ${value} -->`
  const list = (values: readonly string[]) => values.map((one) => encoded(one, '|')).join(' | ')
  const { id, level, tags, aliases, topics, question } = card
  const stands =
    topics.length === path.length && topics.every((topic, i) => topic === path[i] && isPlain(topic))
  return [
    mark('id', id),
    ...(isPlain(question) ? [] : [mark('question', encoded(question))]),
    ...(level === undefined ? [] : [mark('level', level)]),
    ...(tags.length === 0
      ? []
      : [mark('tags', tags.map((tag) => encoded(tag, ',，、')).join(', '))]),
    ...(aliases.length === 0 ? [] : [mark('aliases', list(aliases))]),
    ...(stands ? [] : [mark('topics', list(topics))]),
    ...(isMixed ? [mark('language', card.language)] : []),
  ]
}

/** The key points with the comments beside them, as notes write them. */
function withWays({ keyPoints, pointWays = [] }: Card): readonly string[] {
  return keyPoints.map((text, i) => {
    const ways = pointWays[i]
    return ways === undefined ? text : text + commentsOf(ways)
  })
}

function listed(opening: string, title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return []
  // what follows brings its own blank line
  return ['', opening, title, '', ...(items.at(-1) === '' ? items.slice(0, -1) : items)]
}

/** What is the person's and no part of the card: it is not read again. */
function besideLines(
  { note, missed, asked }: BookletEntry,
  section: (title: string) => string,
  say: Messages,
): readonly string[] {
  const own = note?.trimEnd()
  const lines = [
    ...(asked === undefined ? [] : ['', section(say.paper.asked), ...askedLines(asked, say)]),
    ...(missed.length === 0
      ? []
      : ['', section(say.paper.missed), '', ...missed.map((point) => `- ${point}`)]),
    ...(own === undefined ? [] : ['', section(say.paper.note), '', withGuards(own)]),
  ]
  return lines.length === 0 ? [] : ['', boundLine('beside'), ...lines.slice(1)]
}

function askedLines(asked: BookletAnswer, say: Messages): readonly string[] {
  const figures = gradeFacts(asked, say)
  return ['', withGuards(asked.answer), ...(figures.length === 0 ? [] : ['', figures.join(' · ')])]
}
