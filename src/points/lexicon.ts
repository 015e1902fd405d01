import type { Glossary } from '../search/glossary.ts'
import { fold } from '../search/text/fold.ts'
import { hasOpposites, oppositesOf } from './contrary/opposites.ts'
import { nameOf } from './names.ts'
import { paraphrases } from './paraphrases.ts'
import { webParaphrases } from './paraphrases-web.ts'

/** What is said in several ways. Names are folded; those of English words are given by their stems. */
export type Lexicon = {
  /** The other names in the groups of a name. */
  readonly others: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
}

export const longestName = 8
export const mostWords = 4

let last: { readonly glossary: Glossary; readonly lexicon: Lexicon } | undefined

/** The lexicon of a glossary and of our own tables. */
export function lexiconOf(glossary: Glossary): Lexicon {
  if (last?.glossary !== glossary) last = { glossary, lexicon: madeLexicon(glossary) }
  return last.lexicon
}

const none: readonly string[] = []

function madeLexicon(glossary: Glossary): Lexicon {
  const groupsOf = new Map<string, (readonly string[])[]>()
  const othersOf = new Map<string, readonly string[]>()
  for (const line of `${glossary}\n${fold(paraphrases + webParaphrases)}`.split(/[\n;]/)) {
    const group = line
      .split('|')
      .map(nameOf)
      .filter((name) => name !== '')
    for (const name of group) {
      const groups = groupsOf.get(name)
      if (groups === undefined) groupsOf.set(name, [group])
      else groups.push(group)
    }
  }
  return {
    has: (name) => groupsOf.has(name) || hasOpposites(name),
    others: (name) => {
      const groups = groupsOf.get(name) ?? []
      const same = oppositesOf(name)?.same ?? []
      if (groups.length === 0 && same.length === 0) return none
      // the same names come up in every card
      const known = othersOf.get(name)
      if (known !== undefined) return known
      const all = [...new Set([...groups.flat(), ...same])].filter((other) => other !== name)
      othersOf.set(name, all)
      return all
    },
  }
}
