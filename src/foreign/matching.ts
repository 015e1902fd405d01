import type { Card, CardId } from '../cards/card.ts'
import { normalised } from '../cards/mint-id.ts'
import { keptText, lettersOf, likeness, type Profile, profileOf } from '../identity/likeness.ts'
import type { CardText } from '../identity/record.ts'
import type { Registry } from '../identity/registry.ts'
import { candidatesAmong, gramsOf, weightsIn } from '../identity/trigrams.ts'
import type { ForeignCard, ForeignText, Program } from './foreign.ts'
import { foreignId } from './name.ts'

/** Which of our cards those of another program are. */
export type Matching = {
  readonly matches: readonly Paired[]
  /** Too alike to be strangers; somebody has to say. The likest first. */
  readonly doubts: readonly Doubt[]
  /** Cards with a history that are none of ours. */
  readonly strangers: readonly ForeignCard[]
}

export type Paired = { readonly card: ForeignCard; readonly id: CardId }

export type Doubt = Paired & {
  readonly score: number
  readonly was: CardText
  readonly is: CardText
  /** Where ours stands. */
  readonly path: string
}

/** Whether anything was done with a card. */
function hasHistory({ reviews, anchor, suspended }: ForeignCard): boolean {
  return reviews.length > 0 || anchor !== undefined || suspended !== undefined
}

/** What helps to find them besides their texts. */
export type Hints = {
  /** Ids of ours by what the other program calls its card. */
  readonly named?: ReadonlyMap<string, CardId> | undefined
  /** What a person said of pairs before, by their ids; theirs are those of `foreignId`. */
  readonly said?: Pick<Registry, 'nameOf' | 'decisionOn'> | undefined
}

/** Our cards by id, then by exactly their question, else by likeness, which is a doubt. */
export function matching(
  program: Program,
  foreign: readonly ForeignCard[],
  cards: readonly Card[],
  { named = new Map(), said }: Hints = {},
): Matching {
  const ids = new Map<string, CardId>(cards.map(({ id }) => [id, id]))
  const questions = byQuestion(cards)
  const matches: Paired[] = []
  const open: ForeignCard[] = []
  for (const card of foreign) {
    const called = foreignId(program, card)
    const own = [named.get(card.key), ...card.ids, called, said?.nameOf(called)]
    const id = own.map((one) => ids.get(one ?? '')).find((one) => one !== undefined)
    const found = id ?? (hasHistory(card) ? asking(card.text(), questions) : undefined)
    if (found !== undefined) matches.push({ card, id: found })
    else if (hasHistory(card)) open.push(card)
  }
  const isNew = ({ card, id }: Doubt) =>
    said?.decisionOn(id, foreignId(program, card))?.kind !== 'unlink'
  const doubts = doubtful(open, cards).filter(isNew)
  const unsure = new Set(doubts.map(({ card }) => card))
  return { matches, doubts, strangers: open.filter((card) => !unsure.has(card)) }
}

/** The cards that ask a question, in letters; none where several cards do. */
function byQuestion(cards: readonly Card[]): ReadonlyMap<string, CardId | undefined> {
  const asked = new Map<string, CardId | undefined>()
  for (const { id, question, body = '', aliases } of cards) {
    for (const wording of [question, `${question}\n${body}`, ...aliases]) {
      const letters = normalised(wording)
      if (letters !== '')
        asked.set(letters, asked.has(letters) && asked.get(letters) !== id ? undefined : id)
    }
  }
  return asked
}

function asking(
  { question, body = '', wordings }: ForeignText,
  asked: ReadonlyMap<string, CardId | undefined>,
): CardId | undefined {
  const all = [`${question}\n${body}`, question, ...wordings]
  return all.map((wording) => asked.get(normalised(wording))).find((id) => id !== undefined)
}

/** From here on two texts may be one card; `relink` asks from there, too. */
const perhaps = 0.4
/** So many texts say what is common in all. */
const sampleSize = 300
/** So much of each part is compared, in characters. */
const compared = 600

function doubtful(open: readonly ForeignCard[], cards: readonly Card[]): readonly Doubt[] {
  if (open.length === 0 || cards.length === 0) return []
  const ours = cards.map((card) => ({ card, text: keptText(card.question, answerOf(card)) }))
  const step = Math.max(1, Math.ceil(ours.length / sampleSize))
  const sample = ours.filter((_, i) => i % step === 0).map(({ text }) => gramsOf(lettersOf(text)))
  const weightOf = weightsIn(sample)
  const ready = (text: CardText) => profileOf(text, weightOf, compared)
  const known = ours.map(({ text }) => ready(text))
  const theirs = open.map((card) => {
    const { question, body = '', answer } = card.text()
    const text = keptText(`${question} ${body}`.trim(), answer)
    return { card, text, profile: ready(text) }
  })
  const questions = candidatesAmong(
    known.map(({ questionGrams }) => questionGrams),
    theirs.map(({ profile }) => profile.questionGrams),
  )
  const answers = candidatesAmong(
    known.map(({ answerGrams }) => answerGrams),
    theirs.map(({ profile }) => profile.answerGrams),
  )
  const doubts = theirs.flatMap(({ card, text, profile }): readonly Doubt[] => {
    const near = new Set([...questions(profile.questionGrams), ...answers(profile.answerGrams)])
    const best = likest(profile, near, known)
    const our = ours[best?.index ?? -1]
    if (best === undefined || our === undefined || best.score < perhaps) return []
    const { id, source } = our.card
    return [{ card, id, score: best.score, was: text, is: our.text, path: source.file }]
  })
  return doubts.sort((a, b) => b.score - a.score)
}

function likest(profile: Profile, near: Iterable<number>, known: readonly Profile[]) {
  let best: { readonly index: number; readonly score: number } | undefined
  for (const index of near) {
    const other = known[index]
    const score = other === undefined ? 0 : likeness(profile, other, false)
    if (score > (best?.score ?? 0)) best = { index, score }
  }
  return best
}

function answerOf({ answer, body = '' }: Card): string {
  return [body, answer.kind === 'written' ? answer.markdown : ''].join('\n').trim()
}
