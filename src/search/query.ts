import { fold } from './text/fold.ts'
import { type Chunk, chunksOf } from './text/tokens.ts'

/** What cards may be asked to be beside what they say. */
export type CardState = 'due' | 'weak' | 'unanswered'

/** What a person typed, taken apart. Nothing in it can be an error: what is no form is words. */
export type Query = {
  /** All that is searched for, phrases too, folded, as one text. */
  readonly text: string
  readonly chunks: readonly Chunk[]
  /** Folded texts that must stand in a card as they are. */
  readonly phrases: readonly string[]
  /** Folded texts that must not stand in it. */
  readonly without: readonly string[]
  /** The same as they were typed. */
  readonly withoutTyped: readonly string[]
  readonly topics: readonly string[]
  readonly tags: readonly string[]
  readonly levels: readonly string[]
  readonly states: readonly CardState[]
}

const mostLength = 1000
const mostChunks = 64

/** Names of filters, folded; Chinese ones beside the English. */
const filters: Readonly<Record<string, 'topics' | 'tags' | 'levels' | 'is'>> = {
  topic: 'topics',
  主题: 'topics',
  tag: 'tags',
  标签: 'tags',
  level: 'levels',
  级别: 'levels',
  is: 'is',
  状态: 'is',
}

const stateNames: Readonly<Record<string, CardState>> = {
  due: 'due',
  weak: 'weak',
  unanswered: 'unanswered',
  到期: 'due',
  薄弱: 'weak',
  无答案: 'unanswered',
  没答案: 'unanswered',
}

// a name and a colon, or a minus, or neither; then quotes of any kind, or no space
const piece =
  /(?:(?<name>[a-z\u4e00-\u9fff]{2,6}):|(?<minus>(?<!\S)-(?![!#-/:-@[-`{-~])))?(?:["“”„](?<quoted>[^"“”„]*)["“”„]?|「(?<corner>[^」]*)」?|(?<bare>[oθω]\([^()]{1,40}\)|[^\s"“”„「]+))/g

/** The same query with what it would leave out as words. */
export function withNothingLeftOut(query: Query): Query {
  const { without } = query
  const text = [query.text, ...without].filter((one) => one !== '').join(' ')
  const chunks = [...query.chunks, ...without.flatMap((one) => chunksOf(one, one))]
  return {
    ...query,
    text,
    chunks: withoutRepeats(chunks).slice(0, mostChunks),
    without: [],
    withoutTyped: [],
  }
}

/** A query of words, `"phrases"`, `-without`, `topic:`, `tag:`, `level:` and `is:`. */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, mostLength)
  const folded = fold(text)
  const found = {
    words: [] as string[],
    chunks: [] as Chunk[],
    phrases: [] as string[],
    without: [] as string[],
    withoutTyped: [] as string[],
    topics: [] as string[],
    tags: [] as string[],
    levels: [] as string[],
    states: [] as CardState[],
  }
  for (const match of folded.matchAll(piece)) {
    const { name, minus, quoted, corner, bare } = match.groups ?? {}
    const phrase = (quoted ?? corner)?.trim()
    const value = phrase ?? bare ?? ''
    const filter = name === undefined ? undefined : filters[name]
    const state = filter === 'is' ? stateNames[value] : undefined
    if (value === '') continue
    if (minus !== undefined) {
      found.without.push(value)
      found.withoutTyped.push(text.slice(match.index, match.index + match[0].length))
    } else if (state !== undefined) found.states.push(state)
    else if (filter !== undefined && filter !== 'is') found[filter].push(value)
    else {
      if (phrase !== undefined) found.phrases.push(phrase)
      found.words.push(name === undefined ? value : match[0])
      const end = match.index + match[0].length
      found.chunks.push(...chunksOf(text.slice(match.index, end), folded.slice(match.index, end)))
    }
  }
  const { words, chunks, ...rest } = found
  return { text: words.join(' '), chunks: withoutRepeats(chunks).slice(0, mostChunks), ...rest }
}

/** Whether a query asks for nothing at all. */
export function isEmpty(query: Query): boolean {
  return query.chunks.length === 0 && !hasFilter(query)
}

/** Whether a query narrows by more than words. */
export function hasFilter({ topics, tags, levels, states }: Query): boolean {
  return topics.length + tags.length + levels.length + states.length > 0
}

function withoutRepeats(chunks: readonly Chunk[]): readonly Chunk[] {
  const seen = new Set<string>()
  return chunks.filter(({ text }) => {
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}
