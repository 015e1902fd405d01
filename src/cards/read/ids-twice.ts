import type { CardId, Deck, Place, Problem } from '../card.ts'

/** Ids that notes give to another card too, in another file; in two languages they are one card. */
export function idsTwice(decks: readonly Deck[]): readonly Problem[] {
  const given = new Map<string, { readonly minted: CardId; readonly at: Place }>()
  const problems: Problem[] = []
  for (const { id, minted, language, source } of decks.flatMap(({ cards }) => cards)) {
    if (id === minted) continue
    const at = { file: source.file, line: source.line }
    const first = given.get(`${id} ${language}`)
    if (first === undefined) given.set(`${id} ${language}`, { minted, at })
    else if (first.minted !== minted && first.at.file !== at.file) {
      problems.push({ code: 'id-twice', at, id, first: first.at })
    }
  }
  return problems
}
