import { keyOf } from '../blocks/inline.ts'
import { mayBeName } from './numbering.ts'
import type { Opening } from './shape.ts'
import { shapeNamed } from './shapes.ts'
import { weightOf } from './wording.ts'

/** `20.4次挥手` behind `19.` and before `21.` is question 20; `3.2 概念` stays part 3.2. */
export function withNumbersApart(openings: readonly Opening[]): readonly Opening[] {
  const behind = numbersBehind(openings)
  const last = new Map<number, number | undefined>()
  return openings.map((opening, at) => {
    if (opening.level === 0) return opening
    const number = firstNumber(opening)
    const isDue = number !== undefined && last.get(opening.level) === number - 1
    const next = behind[at]
    const read =
      isDue && (next === undefined ? isTight(opening) : next === number + 1)
        ? apart(opening)
        : opening
    last.set(opening.level, read.lead.parts === 1 ? read.lead.number : undefined)
    return read
  })
}

/** The first number of the next heading on the same level. */
function numbersBehind(openings: readonly Opening[]): readonly (number | undefined)[] {
  const next = new Map<number, number | undefined>()
  const behind: (number | undefined)[] = []
  for (const opening of openings.toReversed()) {
    behind.push(next.get(opening.level))
    next.set(opening.level, firstNumber(opening))
  }
  return behind.reverse()
}

const two = /^(\d{1,4})[.．、](\d.*)$/

function firstNumber(opening: Opening): number | undefined {
  if (opening.lead.parts === 1) return opening.lead.number
  const number = partedText(opening)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** `20.4次`, not `20.4 …`: the last on its level has nothing behind it to tell. */
function isTight(opening: Opening): boolean {
  return /^\d+[^\d\s.．、]/.test(partedText(opening)?.[2] ?? '')
}

/** A text that still has its numbers, because they may be a name. */
function partedText({ text, lead }: Opening): RegExpExecArray | null {
  return lead.kind === 'none' || mayBeName(lead) ? two.exec(text) : null
}

function apart(opening: Opening): Opening {
  const [, number, text] = partedText(opening) ?? []
  const wide = opening.shapes[0]
  if (number === undefined || text === undefined || wide === undefined) return opening
  const narrow = shapeNamed(`${wide.name}-numbered`)
  return {
    ...opening,
    text,
    key: keyOf(text),
    weight: weightOf(text),
    shapes: narrow === undefined ? [wide] : [wide, narrow],
    lead: { kind: 'number', number: Number(number), parts: 1, style: 'number', rest: text },
  }
}
