/** A key point as a file writes it: its words, and the wordings that its comments give by kind. */
export type WrittenPoint = {
  readonly text: string
  readonly ways: readonly (readonly [kind: string, wordings: readonly string[]])[]
}

/** A follow-up as a file writes it; the paragraphs below it are its answer. */
export type WrittenFollowUp = { readonly question: string; readonly answer: readonly string[] }

/** What a card of the bundled bank has below its answer, read from its text and nothing else. */
export type WrittenParts = {
  readonly id: string
  readonly points: readonly WrittenPoint[]
  readonly followUps: readonly WrittenFollowUp[]
}

/** The cards of one file of the bank; a section without a list has no items. */
export function partsIn(text: string): readonly WrittenParts[] {
  const [, ...cards] = text.split(/^## /m)
  return cards.map((card) => ({
    id: /^<!-- id: (\S+) -->$/m.exec(card)?.[1] ?? '',
    points: itemsOf(card, /^### (?:Key points|要点)$/m).map(pointOf),
    followUps: itemsOf(card, /^### (?:Follow-ups|追问)$/m).map(followUpOf),
  }))
}

function itemsOf(card: string, title: RegExp): readonly string[] {
  const [, below = ''] = card.split(title)
  const [section = ''] = below.split(/^### /m)
  return section.split(/^- /m).slice(1)
}

function pointOf(item: string): WrittenPoint {
  const comments = [...item.matchAll(/<!-- (\w+): (.*?) -->/g)]
  const ways = comments.map(
    ([, kind = '', wordings = '']) => [kind, wordings.split(' | ')] as const,
  )
  return { text: item.replace(/<!-- .*? -->/g, '').trim(), ways }
}

function followUpOf(item: string): WrittenFollowUp {
  const [question = '', ...answer] = item.trim().split(/\n\n/)
  return { question, answer }
}
