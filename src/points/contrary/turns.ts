import type { Clauses } from './clauses.ts'

/** Whether what stands at a character comes first or later by what the text says. */
export const noTurn = 0
export const firstTurn = 1
export const laterTurn = 2

const first = /先(?!前|进)|首先|第一步|\bfirst(?:ly)?,? (?=\S)|\bbegins? with\b|\bstarts? with\b/g
const later =
  /再(?!说|也)|然后|之后再|接着|随后|最后|\bthen\b|\bafterwards\b|\bfinally\b|\blast(?:ly)?,? (?=\S)/g
/** Says it of the clause that it closes. */
const closesFirst =
  /(?:放|在|走|跑)?(?:最前面?|前面|在先)[了的吧]*\s*$|\b(?:come|comes|go|goes|is|run|runs)? ?first\s*[.!]?$/
const closesLater =
  /(?:放|在|走|跑)?(?:最后面?|后面)[了的吧]*\s*$|\b(?:at the end|last|afterwards|after|later)\s*[.!]?$/
/** What stands before them is first, what stands after them later. */
const precedes =
  /取代|替代|代替|\breplace[sd]?\b|\b(?:before|ahead of|prior to|come[s]? before|precedes?)\b|早于|先于/
const follows = /\b(?:after|following)\b(?=\s+\S)|晚于/
const inFront = /(?:在|比)(.{1,16}?)(?:之前|前面|以前|前(?=[,，。\s]|$))/
const behind = /(?:在)(.{1,16}?)(?:之后|后面|以后|后(?=[,，。\s]|$))/

const mayOrder =
  /[先首再后前然接随最早晚第代]|replace|first|last|then|before|after|ahead|prior|end|later|final|begin|start|follow|preced/

/** Which turn a folded text gives to each of its characters. */
export function turnsIn(folded: string, clauses: Clauses): (offset: number) => number {
  const turns = new Uint8Array(folded.length + 1)
  for (const { start, end } of clauses.all) {
    const text = folded.slice(start, end)
    if (!mayOrder.test(text)) continue
    const mark = (from: number, to: number, turn: number) =>
      turns.fill(turn, start + from, start + to)
    if (markRelation(text, mark)) continue
    if (closesFirst.test(text)) mark(0, text.length, firstTurn)
    else if (closesLater.test(text)) mark(0, text.length, laterTurn)
    const cues = [
      ...[...text.matchAll(first)].map((found) => ({ found, turn: firstTurn })),
      ...[...text.matchAll(later)].map((found) => ({ found, turn: laterTurn })),
    ].sort((a, b) => a.found.index - b.found.index)
    for (const [i, { found, turn }] of cues.entries()) {
      mark(found.index + found[0].length, cues[i + 1]?.found.index ?? text.length, turn)
    }
  }
  return (offset) => turns[offset] ?? noTurn
}

type Mark = (from: number, to: number, turn: number) => void

function markRelation(text: string, mark: Mark): boolean {
  for (const [relation, turn, other] of [
    [inFront, laterTurn, firstTurn],
    [behind, firstTurn, laterTurn],
  ] as const) {
    const found = relation.exec(text)
    if (found === null) continue
    mark(0, text.length, other)
    mark(found.index, found.index + found[0].length, turn)
    return true
  }
  const before = precedes.exec(text)
  const after = before === null ? follows.exec(text) : null
  const found = before ?? after
  if (found === null) return false
  mark(0, found.index, before === null ? laterTurn : firstTurn)
  mark(found.index + found[0].length, text.length, before === null ? firstTurn : laterTurn)
  return true
}
