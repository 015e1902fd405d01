import type { PointWays } from '../../cards/card.ts'
import type { Range } from '../../search/ranges.ts'
import { fold } from '../../search/text/fold.ts'
import { denialsIn, perhaps } from '../contrary/denial.ts'
import type { HeardAnswer } from '../heard.ts'
import { hitsOf, type TermHit } from '../hits.ts'
import type { Lexicon } from '../lexicon.ts'
import { type Term, termsOf } from '../terms.ts'

/** A way of saying a point that somebody wrote down. */
export type Wording = {
  readonly text: string
  readonly folded: string
  /** How the wording denies what it begins with. */
  readonly denied: () => number
  /** Read when they are first needed: most wordings of a card are far from an answer. */
  readonly terms: () => readonly Term[]
}

export type WrittenWays = { readonly [Name in keyof PointWays]: readonly Wording[] }

/** A wording, where an answer says it, and how much of it, from 0 to 1. */
export type WrittenWay = {
  readonly wording: Wording
  readonly evidence: readonly Range[]
  readonly share: number
  /** The words of it that are there. */
  readonly told: ReadonlySet<Term>
}

/** What is written beside a point, ready to be listened for. */
export function writtenWays(ways: PointWays | undefined, lexicon: Lexicon): WrittenWays {
  const all = (texts: readonly string[] = []) => texts.map((text) => wordingOf(text, lexicon))
  return { also: all(ways?.also), not: all(ways?.not), any: all(ways?.any) }
}

function wordingOf(text: string, lexicon: Lexicon): Wording {
  // nobody says the marks of code
  const folded = fold(text.replaceAll('`', '')).trim()
  let terms: readonly Term[] | undefined
  return {
    text,
    folded,
    denied: () => denialsIn(folded).at(folded.length - 1),
    terms: () => {
      terms ??= termsOf(text, lexicon)
      return terms
    },
  }
}

/** How much of a wording must be there, from 0 to 1, and over how many clauses more than one. */
export type Closeness = { readonly share: number; readonly clauses: number }

/** Of what is right half is enough, and other words may stand between. */
export const nearly: Closeness = { share: 0.5, clauses: 1 }
/** A member of a list is a name, which is said or not. */
const named: Closeness = { share: 0.75, clauses: 1 }
/** What is wrong differs from what is right in a word, */
export const exactly: Closeness = { share: 0.85, clauses: 0 }
/** unless more of it is there than of all that is right, */
export const rather: Closeness = { share: 0.6, clauses: 1 }
/** Of what is wrong half is enough where nothing but its clause is looked at. */
export const partly: Closeness = { share: 0.5, clauses: 0 }
/** However little that is. */
export const hardly: Closeness = { share: 0.3, clauses: 1 }

const fewest = 2
const leastTelling = 0.5

/** Of several wordings the longest that stands in an answer as it is. */
export function quotedOf(wordings: readonly Wording[], heard: HeardAnswer): WrittenWay | undefined {
  return foremost(wordings, (wording) => literally(wording, heard))
}

/** Of several wordings the one of which an answer has most, where its words are not taken. */
export function saidOf(
  wordings: readonly Wording[],
  heard: HeardAnswer,
  closeness: Closeness,
  isTaken: IsTaken,
): WrittenWay | undefined {
  return foremost(wordings, (wording) => inWords(wording, heard, closeness, isTaken))
}

/** All of the wordings that an answer says. */
export function allSaid(
  wordings: readonly Wording[],
  heard: HeardAnswer,
  isTaken: IsTaken,
): readonly WrittenWay[] {
  return wordings.flatMap((one) => {
    const quoted = quotedOf([one], heard)
    if (quoted?.evidence.some(({ start }) => isTaken(start)) === true) return []
    return quoted ?? saidOf([one], heard, named, isTaken) ?? []
  })
}

/** From this claim on a word tells one text from another. */
export const leastDeciding = 0.5

/**
 * Whether what was said of a text tells it from each of its usual wrong statements: one word at least is in
 * none of what they share. “Server push” says as little of its end as of its use.
 */
export function decides(
  terms: readonly Term[],
  told: ReadonlySet<Term>,
  wrong: readonly Pick<Wording, 'terms'>[],
): boolean {
  return wrong.every((wording) => {
    const others = wording.terms()
    const own = terms.filter(
      (term) => term.claim >= leastDeciding && !others.some((other) => isSameTerm(term, other)),
    )
    return own.length === 0 || own.some((term) => told.has(term))
  })
}

function isSameTerm(one: Term, other: Term): boolean {
  const isAlike = [one.denied, other.denied].includes(perhaps) || one.denied === other.denied
  return one.key === other.key && isAlike && one.turn === other.turn
}

/** Whether what stands there is known to say something else. */
export type IsTaken = (at: number) => boolean

type Spoken = Omit<WrittenWay, 'wording'>

/** The one of which most is there; of equals the longest. */
function foremost(
  wordings: readonly Wording[],
  find: (wording: Wording) => Spoken | undefined,
): WrittenWay | undefined {
  let best: WrittenWay | undefined
  for (const wording of wordings) {
    const spoken = find(wording)
    if (spoken === undefined) continue
    const isMore =
      best === undefined ||
      spoken.share > best.share ||
      (spoken.share === best.share && wording.folded.length > best.wording.folded.length)
    if (isMore) best = { wording, ...spoken }
  }
  return best
}

/** Where the wording stands as it is, and is denied as it is. */
function literally(wording: Wording, heard: HeardAnswer): Spoken | undefined {
  const { folded, denied } = wording
  if (folded === '') return undefined
  for (let at = heard.folded.indexOf(folded); at >= 0; at = heard.folded.indexOf(folded, at + 1)) {
    const end = at + folded.length
    if (isPartOfWord(heard.folded, at, end)) continue
    if (heard.denied(end - 1) === denied()) {
      return { evidence: [{ start: at, end }], share: 1, told: new Set(wording.terms()) }
    }
  }
  return undefined
}

/** Without those that stand where another does: one word says one thing. */
function apart(hits: readonly TermHit[]): readonly TermHit[] {
  const sorted = hits.toSorted((a, b) => b.sense - a.sense)
  return sorted.filter((hit, i) =>
    sorted.slice(0, i).every(({ start, end }) => end <= hit.start || start >= hit.end),
  )
}

function isPartOfWord(text: string, start: number, end: number): boolean {
  const joins = (at: number) => /[a-z0-9][a-z0-9]/.test(text.slice(at - 1, at + 1))
  return (start > 0 && joins(start)) || joins(end)
}

/** Nearly all of its words in one clause or the one beside it, none of them said otherwise. */
function inWords(
  wording: Wording,
  heard: HeardAnswer,
  { share, clauses: more }: Closeness,
  isTaken: IsTaken,
): Spoken | undefined {
  if (!isAbout(wording.folded, heard.folded)) return undefined
  const terms = wording.terms()
  const mass = terms.reduce((sum, { claim }) => sum + claim, 0)
  if (terms.filter(({ claim }) => claim >= leastTelling).length < fewest) return undefined
  // most wordings are not there, which is soon seen
  const there = terms.reduce((sum, { ways, quantity, claim }) => {
    const isThere = quantity !== undefined || ways.some(({ text }) => heard.places(text).length > 0)
    return isThere ? sum + claim : sum
  }, 0)
  if (there < share * mass) return undefined
  const hits = hitsOf(terms, heard).filter(({ start }) => !isTaken(start))
  const clauses = new Set(hits.map(({ clause }) => clause))
  let most: Spoken | undefined
  for (const clause of clauses) {
    const near = hits.filter((hit) => hit.clause >= clause && hit.clause <= clause + more)
    const best = new Map<number, TermHit>()
    for (const hit of near) {
      const before = best.get(hit.term)
      if (before === undefined || hit.sense > before.sense) best.set(hit.term, hit)
    }
    const said = apart([...best.values()])
    if (said.some(({ sense }) => sense < 0)) continue
    const got = said.reduce((sum, { term, sense }) => sum + (terms[term]?.claim ?? 0) * sense, 0)
    // one word of a few may be chance
    const telling = said.filter(({ term }) => (terms[term]?.claim ?? 0) >= leastTelling)
    if (got < named.share * mass && telling.length < fewest) continue
    if (got >= share * mass && got > (most?.share ?? 0) * mass) {
      const told = new Set(said.flatMap(({ term }) => terms[term] ?? []))
      most = { evidence: said, share: Math.min(1, got / mass), told }
    }
  }
  return most
}

/** Below this share of its pairs and words an answer is not about a wording, whatever its words mean. */
const leastShared = 0.25

function isAbout(wording: string, answer: string): boolean {
  const pieces = wording.match(/[a-z0-9]{2,}|[\u3400-\u9fff](?=([\u3400-\u9fff]))/g) ?? []
  let at = 0
  let shared = 0
  for (const piece of pieces) {
    at = wording.indexOf(piece, at)
    const isPair = piece > '\u2fff'
    if (answer.includes(isPair ? wording.slice(at, at + 2) : piece.slice(0, stemLength)))
      shared += 1
    at += 1
  }
  return shared >= leastShared * pieces.length
}

const stemLength = 4
