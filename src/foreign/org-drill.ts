import { memoryOfSm2 } from '../schedule/fsrs.ts'
import type { ForeignTextFile } from './file.ts'
import type { ForeignAnchor, ForeignCard, ForeignCollection } from './foreign.ts'
import { type Local, simpleText } from './simple.ts'

/** Whether these are notes of Org mode with cards of org-drill. */
export function isOrgDrill(texts: readonly ForeignTextFile[]): boolean {
  return texts.some(({ path, text }) => isOrg(path, text))
}

function isOrg(path: string, text: string): boolean {
  return (
    /\.org$/i.test(path) || (!/\.(?:md|markdown|jsonl?)$/i.test(path) && /^\s*:DRILL_/m.test(text))
  )
}

type Heading = {
  readonly level: number
  readonly title: string
  readonly tags: readonly string[]
  readonly properties: ReadonlyMap<string, string>
  readonly body: string
}

/** Cards of org-drill with what their properties say of them; it keeps no reviews. */
export function orgDrillNotes(texts: readonly ForeignTextFile[], local: Local): ForeignCollection {
  const cards = texts.flatMap(({ path, text }) => (isOrg(path, text) ? cardsIn(text, local) : []))
  return { program: 'org-drill', cards, odd: new Map() }
}

function cardsIn(text: string, local: Local): readonly ForeignCard[] {
  const headings = headingsIn(text)
  const cards: ForeignCard[] = []
  for (const [i, heading] of headings.entries()) {
    const { level, title, tags, properties, body } = heading
    const isCard = tags.includes('drill') || properties.has('DRILL_LAST_INTERVAL')
    if (!isCard) continue
    const end = headings.findIndex((other, j) => j > i && other.level <= level)
    const below = headings.slice(i + 1, end < 0 ? undefined : end)
    const first = below[0]
    const [front, back] =
      first === undefined
        ? body === ''
          ? [title, '']
          : titled(title, body)
        : [[title, body].filter((part) => part !== '').join('\n\n'), first.body]
    const topics = pathTo(headings, i)
    const own = tags.filter((tag) => tag !== 'drill')
    const said = simpleText({ front: markdown(front), back: markdown(back), topics, tags: own })
    const key = properties.get('ID') ?? front
    cards.push({ key, ids: [], text: said, reviews: [], anchor: anchorOf(properties, local) })
  }
  return cards
}

/** A title that only names what is asked: then the text below asks, and its blanks are the answer. */
function titled(title: string, body: string): readonly [string, string] {
  const blank = /\[([^\][]+?)(?:\|\|[^\][]*)?\](?!\()/g
  if (!blank.test(body)) return [title, body]
  return [body.replace(blank, '[…]'), body.replace(blank, '$1')]
}

function pathTo(headings: readonly Heading[], at: number): readonly string[] {
  const path: string[] = []
  let level = headings[at]?.level ?? 1
  for (let i = at - 1; i >= 0 && level > 1; i -= 1) {
    const heading = headings[i]
    if (heading === undefined || heading.level >= level) continue
    path.unshift(heading.title)
    level = heading.level
  }
  return path
}

function headingsIn(text: string): readonly Heading[] {
  const found: { level: number; title: string; tags: readonly string[]; lines: string[] }[] = []
  for (const line of text.split(/\r?\n/)) {
    const heading = /^(\*{1,40})\s+(.*?)(?:\s+:([\w@#%:\p{L}]{1,300}):)?\s*$/u.exec(line)
    if (heading === null) found.at(-1)?.lines.push(line)
    else {
      const [, stars = '', title = '', tags = ''] = heading
      const bare = title.replace(/^(?:TODO|DONE)\s+/, '')
      found.push({
        level: stars.length,
        title: bare,
        tags: tags.split(':').filter(Boolean),
        lines: [],
      })
    }
  }
  return found.map(({ lines, ...heading }) => ({ ...heading, ...partsOf(lines) }))
}

function partsOf(lines: readonly string[]): Pick<Heading, 'properties' | 'body'> {
  const properties = new Map<string, string>()
  const body: string[] = []
  let drawer: string | undefined
  for (const line of lines) {
    const mark = /^\s*:([A-Z_]+):\s*$/.exec(line)?.[1]
    if (mark === 'END') drawer = undefined
    else if (mark !== undefined && drawer === undefined) drawer = mark
    else if (drawer === 'PROPERTIES') {
      const [, name, value = ''] = /^\s*:([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
      if (name !== undefined) properties.set(name, value)
    } else if (drawer === undefined && !/^\s*(?:SCHEDULED|DEADLINE|CLOSED):/.test(line))
      body.push(line)
  }
  return { properties, body: body.join('\n').trim() }
}

/** The few marks of Org that Markdown has otherwise. */
function markdown(text: string): string {
  return text
    .replace(/\[\[([^\][]+)\]\[([^\][]+)\]\]/g, '[$2]($1)')
    .replace(/^\s*#\+begin_(?:src|example)\s*(\S*).*$/gim, '```$1')
    .replace(/^\s*#\+end_(?:src|example)\s*$/gim, '```')
    .replace(/(^|[\s\p{P}])[=~]([^=~\n]+)[=~](?=[\s\p{P}]|$)/gmu, '$1`$2`')
}

function anchorOf(
  properties: ReadonlyMap<string, string>,
  local: Local,
): ForeignAnchor | undefined {
  const interval = Number(properties.get('DRILL_LAST_INTERVAL'))
  const [, date, time] =
    /(\d{4}-\d\d-\d\d)(?:[^\d\]]*?(\d\d:\d\d))?/.exec(
      properties.get('DRILL_LAST_REVIEWED') ?? '',
    ) ?? []
  const at = date === undefined ? undefined : local(time === undefined ? date : `${date} ${time}`)
  if (at === undefined || !(interval > 0)) return undefined
  return { at, ...memoryOfSm2(interval, Number(properties.get('DRILL_EASE') ?? 2.5)) }
}
