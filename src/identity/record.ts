import type { CardId } from '../cards/card.ts'
import { isInstant } from '../log/dates.ts'
import { type Fields, seal, unseal } from '../log/envelope.ts'
import type { LogLine, LogText } from '../log/lines.ts'
import type { Instant } from '../schedule/schedule.ts'

/** Something learnt about cards, before it has a place in a registry. */
export type Fact =
  | ({ readonly kind: 'card' } & Sighting)
  | ({ readonly kind: 'link' } & Link)
  | ({ readonly kind: 'unlink' } & Parting)
  | ({ readonly kind: 'unsure' } & Pair)
  /** Another record no longer counts. */
  | { readonly kind: 'void'; readonly ref: string }

/** A text seen at a place, under an id. */
export type Sighting = {
  readonly card: CardId
  /** The id of its text; the card's own unless its note names it. */
  readonly minted: CardId
  /** Of the file, absolute, with `/`. */
  readonly path: string
  readonly before: CardId | undefined
  readonly after: CardId | undefined
  /** Left out where the registry has the text already. */
  readonly text: CardText | undefined
}

/** What is kept of a card's Markdown. */
export type CardText = { readonly question: string; readonly answer: string }

/** Two ids are one card; `newer` is a later wording or a name given later. */
export type Link = Ends & {
  /** `text`: the same text. `likeness`: alike enough. `person`: somebody said so. */
  readonly by: 'text' | 'likeness' | 'person'
}

/** Two ids are two cards. */
export type Parting = Ends & { readonly by: 'text' | 'person' }

/** Perhaps one card: somebody has to say. */
export type Pair = Ends & { readonly score: number }

type Ends = { readonly older: CardId; readonly newer: CardId }

/** A line of a registry: a fact, and which record of when it is, on which device. */
export type RegistryRecord = Fact & {
  readonly id: string
  readonly at: Instant
  readonly device: string
}

export type RegistryLine = LogLine<RegistryRecord>

const makers = ['text', 'likeness', 'person'] as const
const parters = ['text', 'person'] as const

/** One line of a registry with its line end. */
export function encodeRegistry(record: RegistryRecord): string {
  return seal({ id: record.id, t: record.at, op: record.kind, ...fieldsOf(record) })
}

function fieldsOf(fact: Fact): Fields {
  switch (fact.kind) {
    case 'card': {
      const m = fact.minted === fact.card ? undefined : fact.minted
      const place = { f: fact.path, p: fact.before, n: fact.after }
      return { c: fact.card, m, ...place, q: fact.text?.question, x: fact.text?.answer }
    }
    case 'link':
    case 'unlink':
      return { a: fact.older, b: fact.newer, by: fact.by }
    case 'unsure':
      return { a: fact.older, b: fact.newer, s: Math.round(fact.score * 1000) / 1000 }
    case 'void':
      return { ref: fact.ref }
  }
}

/** Reads the line of a registry between two offsets, its line end left out. Never throws. */
export function decodeRegistry(
  { bytes, device }: LogText,
  start: number,
  end: number,
): RegistryLine {
  const unsealed = unseal(bytes.toString('utf8', start, end))
  if (unsealed.kind !== 'fields') return unsealed
  const { id, t, op } = unsealed.fields
  if (typeof op === 'string' && !kinds.has(op)) return { kind: 'newer' }
  const fact = factOf(unsealed.fields)
  if (fact === undefined || typeof id !== 'string') return { kind: 'bad', why: 'fields' }
  if (!isInstant(t)) return { kind: 'bad', why: 'time' }
  return { kind: 'record', record: { ...fact, id, at: t as Instant, device } }
}

const kinds: ReadonlySet<string> = new Set(['card', 'link', 'unlink', 'unsure', 'void'])

function factOf(fields: Fields): Fact | undefined {
  if (fields.op === 'card') return cardFact(fields)
  if (fields.op === 'void') {
    return typeof fields.ref === 'string' ? { kind: 'void', ref: fields.ref } : undefined
  }
  const older = idIn(fields.a)
  const newer = idIn(fields.b)
  if (older === undefined || newer === undefined) return undefined
  if (fields.op === 'unsure') {
    const score = typeof fields.s === 'number' ? fields.s : 0
    return { kind: 'unsure', older, newer, score }
  }
  if (fields.op === 'link') {
    const by = makers.find((name) => name === fields.by)
    return by === undefined ? undefined : { kind: 'link', older, newer, by }
  }
  const by = parters.find((name) => name === fields.by)
  return by === undefined ? undefined : { kind: 'unlink', older, newer, by }
}

function cardFact({ c, m, f, p, n, q, x }: Fields): Fact | undefined {
  const card = idIn(c)
  if (card === undefined || typeof f !== 'string') return undefined
  const text = typeof q === 'string' ? { question: q, answer: textIn(x) } : undefined
  const around = { before: idIn(p), after: idIn(n) }
  return { kind: 'card', card, minted: idIn(m) ?? card, path: f, ...around, text }
}

function idIn(value: unknown): CardId | undefined {
  return typeof value === 'string' && value !== '' ? (value as CardId) : undefined
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
