import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { ankiCollection } from '../../src/export/anki/collection.ts'
import { articleHtml, type HtmlMeans } from '../../src/export/html/cards.ts'
import { markdownText } from '../../src/export/markdown.ts'
import { type Making, setEntry } from '../../src/export/paper/entry.ts'
import { glyphsOf } from '../../src/export/paper/glyphs.ts'
import { paperLook, usualOptions } from '../../src/export/paper/look.ts'
import { readEntry } from '../../src/export/read-entry.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { codeCutter } from '../../src/markdown/code.ts'
import { loadCard } from '../../src/view/card-page.ts'
import { bookletOfCards } from './booklet.ts'
import { plainLook } from './look.ts'

/** What shows cards. */
export const outputs = ['screen', 'html', 'paper', 'markdown', 'anki'] as const
export type Output = (typeof outputs)[number]

/** A card, the words of its lines, and those that an output does not show of them. */
export type Told = {
  readonly card: Card
  readonly words: readonly string[]
  readonly lost: Readonly<Record<Output, readonly string[]>>
}

/** Holds what every output shows of the cards of a note against the lines they were read from. */
export async function wordsOfCards(text: string, file = 'a.md'): Promise<readonly Told[]> {
  const lines = text.split(/\r\n?|\n/)
  const { cards } = parse({ library: 'notes', file, text }).deck
  const told: Told[] = []
  for (const card of cards) {
    const { line, endLine } = card.source
    const words = wordsIn(saidIn(lines.slice(line - 1, endLine), card.question))
    const shown = await shownOf(card)
    const missed = (output: Output) => lostWords(words, shown[output])
    const [screen, html, paper, markdown, anki] = outputs.map(missed)
    if (!screen || !html || !paper || !markdown || !anki) continue
    told.push({ card, words, lost: { screen, html, paper, markdown, anki } })
  }
  return told
}

const cut = await codeCutter([])
const picture = (_: Card, __: string, alt: string) => alt
const means: HtmlMeans = {
  say: zh,
  language: 'zh',
  cut,
  formula: () => undefined,
  picture: (...said) => ({ instead: picture(...said) }),
}
const all = { has: () => true }
const making: Making = {
  say: zh,
  look: paperLook(usualOptions('notes')),
  glyphs: glyphsOf({ sans: all, mono: all, emoji: all, own: [] }),
  cut,
  math: () => undefined,
  picture,
  code: true,
  sans: [],
  mono: [],
  version: '',
  left: 0,
}

/** What each output shows of a card, as bare text. */
async function shownOf(card: Card): Promise<Readonly<Record<Output, string>>> {
  const booklet = bookletOfCards([card])
  const [entry] = booklet.entries
  if (entry === undefined) throw new Error('a card without an entry')
  const read = readEntry({ ...entry, keyPoints: card.keyPoints })
  const options = { layout: 'notes', answers: 'inline', code: true } as const
  const wide = { ...plainLook, columns: 2000 }
  const [note] = ankiCollection(booklet, [read], means).notes
  return {
    screen: (await loadCard(card, undefined, new Map(), wide))(wide).join('\n'),
    html: htmlSaid(articleHtml({ read, number: 1, shown: 1 }, options, means)),
    paper: textsIn(setEntry(read, { place: 1, number: 1 }, making)).join(' '),
    markdown: markdownText(booklet, zh).replace(tags, parted),
    anki: htmlSaid(note?.fields.join('\n') ?? ''),
  }
}

function htmlSaid(html: string): string {
  return numbered(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&(?:quot|#39|#91);/g, ' ')
    .replace(/&amp;/g, '&')
}

/** With the numbers of lists, which whoever shows them counts. */
function numbered(html: string): string {
  const open: (number | undefined)[] = []
  return html.replace(/<(\/?)(ol|ul|li)(?: start="(\d+)")?[^>]*>/g, (tag, end, name, start) => {
    if (name !== 'li') {
      if (end === '/') open.pop()
      else open.push(name === 'ol' ? Number(start ?? 1) : undefined)
      return tag
    }
    const number = open.at(-1)
    if (end === '/' || number === undefined) return tag
    open[open.length - 1] = number + 1
    return `${tag} ${number} `
  })
}

/** What the template is told, and the numbers of lists, which it counts; without the names of things. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  const texts = Object.entries(value).flatMap(([name, one]) =>
    name === 'k' || name === 'u' || name === 'lang' ? [] : textsIn(one),
  )
  if (!('items' in value && 'start' in value) || !Array.isArray(value.items)) return texts
  const start = Number(value.start)
  return [...texts, ...value.items.map((_, i) => String(start + i))]
}

const word = /\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu

/** The words of a text: runs of letters and of digits, and each Chinese character. */
function wordsIn(text: string): readonly string[] {
  return alike(text).match(word) ?? []
}

function alike(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The words that stand fewer times in a text, wherever they stand. */
function lostWords(words: readonly string[], shown: string): readonly string[] {
  const counts = countsOf(wordsIn(shown))
  const squeezed = alike(shown).replace(/[^\p{L}\p{N}]+/gu, '')
  return [...countsOf(words)].flatMap(([one, count]) => {
    if ((counts.get(one) ?? 0) >= count) return []
    // marks may stand within a word, and a line may end there
    const times = one.length < 2 ? 0 : squeezed.split(one).length - 1
    const missing = count - Math.max(times, counts.get(one) ?? 0)
    return Array.from({ length: Math.max(0, missing) }, () => one)
  })
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

const tags =
  /<\/?(?:a|abbr|audio|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|label|li|mark|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi

/**
 * What lines of a note say: without marks, attributes, addresses behind a text, comments, labels of
 * notes and links, names of entities and of TeX commands, languages of code, numbers and labels of
 * questions and answers, and what is left of a web page.
 */
function saidIn(lines: readonly string[], question: string): string {
  const [line = '', ...rest] = lines
  const first = alike(line.replace(tags, ' '))
  const [begins = ''] = wordsIn(question)
  const at = first.search(new RegExp(`(?<![a-z])${begins}`))
  // the head of a file that is one card, and its title in it
  const head = /^title:/.test(first) ? rest.indexOf('---') : -1
  return [at < 0 || head >= 0 ? first : first.slice(at), ...rest]
    .slice(head >= 0 ? head + 2 : 0)
    .join('\n')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/^([\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:`{3,}|~{3,}))[^`\n]*$/gm, '$1')
    .replace(/^\s{0,3}\[[^\]\n]+\]:\s*\S.*$/gm, (line) => (line.includes('[^') ? line : ' '))
    .replace(/\[\^[^\]\n]+\]:?/g, ' ')
    .replace(/\[\[src\]\](?=\()/g, ']')
    .replace(/\]\(\s*[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+["'(][^)\n]*)?\s*\)/g, '] ')
    .replace(/\]\[[^\]\n]*\]/g, '] ')
    .replace(/\|\s*https?:[^\s|]*\s*(?=\|)/g, '| ')
    .replace(folded, ' ')
    .replace(tags, parted)
    .replace(debris, ' ')
    .replace(/&#?\w+;/g, ' ')
    .replace(/\\[a-z]+/gi, ' ')
    .replace(labels, '$1 ')
}

const inLine = /^<\/?(?:a|b|big|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)\b/i

// a letter may be set off from its word
function parted(tag: string): string {
  return inLine.test(tag) ? '' : ' '
}

/** Summaries of `<details>` that only say that an answer follows. */
const folded =
  /<summary>(?:\s|<\/?\w+>)*(?:(?:show |the )?(?:answers?|explanation|solution)|参?考?答案|解析|展开|查看答案|点击[^\s<]{0,8})\s*[:：]?(?:\s|<\/?\w+>)*<\/summary>/gi
/** What copying a web page leaves behind. */
const debris = /^[\s>]*(?:复制(?:代码)?|copy(?: code)?)[ \t]*$/gim
const labels = /^([\s>*_#-]*)(?:A|Q|ans(?:wer)?|question|答案?|问题?|解答|回答)\s*[:：.]/gim
