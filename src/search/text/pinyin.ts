import { occasional, usual } from './tables/pinyin-table.ts'

/** How Chinese is spelled: the characters of a syllable, the syllables of a word. */
export type Spelling = {
  /** The ways a word can be cut into two or more syllables; the last may be the start of one. */
  readonly cuts: (word: string) => readonly (readonly string[])[]
  /** The characters read so, or whose reading starts so; `usual` ones only, or all. */
  readonly charactersOf: (syllable: string, among: 'usual' | 'all') => ReadonlySet<string>
  readonly isSyllable: (letters: string) => boolean
  /** The usual syllable of a character. */
  readonly syllableOf: (character: string) => string | undefined
}

const mostCuts = 8
const longestSyllable = 6

let known: Spelling | undefined

/** The tables are taken apart at first use. */
export function spelling(): Spelling {
  known ??= madeSpelling()
  return known
}

function madeSpelling(): Spelling {
  const first = taken(usual)
  const others = taken(occasional)
  const syllables = new Set([...first.keys(), ...others.keys()])
  const starts = new Set<string>()
  for (const one of syllables) {
    for (let end = 1; end <= one.length; end += 1) starts.add(one.slice(0, end))
  }
  const readings = new Map<string, string>()
  for (const [syllable, characters] of first) {
    for (const character of characters) readings.set(character, syllable)
  }
  const cuts = (word: string) => {
    const found: (readonly string[])[] = []
    const cut = (from: number, before: readonly string[]) => {
      if (found.length >= mostCuts) return
      if (from === word.length) {
        if (before.length > 1) found.push(before)
        return
      }
      const longest = Math.min(longestSyllable, word.length - from)
      for (let length = longest; length > 0; length -= 1) {
        const part = word.slice(from, from + length)
        const isLast = from + length === word.length
        if (syllables.has(part)) cut(from + length, [...before, part])
        // a single letter that is still being typed says too little of a short word
        else if (isLast && before.length > 0 && starts.has(part))
          cut(word.length, [...before, part])
      }
    }
    cut(0, [])
    return found
  }
  const charactersOf = (syllable: string, among: 'usual' | 'all') => {
    const found = new Set<string>()
    const exact = syllables.has(syllable)
    const maps = among === 'usual' ? [first] : [first, others]
    for (const map of maps) {
      for (const [one, characters] of map) {
        if (exact ? one !== syllable : !one.startsWith(syllable)) continue
        for (const character of characters) found.add(character)
      }
    }
    return found
  }
  return {
    cuts,
    charactersOf,
    isSyllable: (letters) => syllables.has(letters),
    syllableOf: (character) => readings.get(character),
  }
}

function taken(table: string): ReadonlyMap<string, string> {
  return new Map(
    table.split(' ').map((entry) => {
      const syllable = /^[a-z]+/.exec(entry)?.[0] ?? ''
      return [syllable, entry.slice(syllable.length)]
    }),
  )
}
