import { weights } from '../../cards/choice/weights.ts'
import type { WeighedShape, Weighing } from '../../cards/choice/why.ts'
import type { Messages } from '../../i18n/en/en.ts'
import { wrap } from '../../text/wrap.ts'
import { textColumns } from '../layout.ts'
import type { Look } from '../look.ts'

/** Each part of a file with the shapes that were weighed for it, their terms and what they leave. */
export function weighingLines(weighings: readonly Weighing[], look: Look): readonly string[] {
  const { weighed } = look.say.check
  const indented = (text: string, by: string) =>
    wrap(text, textColumns(look), { first: by, rest: `${by}  ` })
  return weighings
    .filter(({ candidates }) => candidates.length > 0)
    .flatMap(({ line, candidates }) => [
      ...indented(weighed.part(line), '  '),
      ...candidates.flatMap((one) => [
        ...indented(headText(one, look.say), '    '),
        ...indented(termsText(one, look.say), '      '),
      ]),
    ])
}

function headText(candidate: WeighedShape, { check }: Messages): string {
  const { name, is, asking, openings, unexplained } = candidate
  const { count, lines } = unexplained
  return [
    name,
    check.weighed.is[is],
    check.asking(asking, openings),
    ...(count > 0 ? [check.weighed.leaves(count, lines)] : []),
  ].join(' · ')
}

/** The score as the sum it is. */
function termsText(one: WeighedShape, { check }: Messages): string {
  const { terms } = check.weighed
  const rounded = (value: number) => value.toFixed(2)
  const term = (weight: number, value: number) => `${rounded(weight).slice(1)}×${rounded(value)}`
  const sum = [
    `${term(weights.wording, one.weight)} ${terms.wording}`,
    `${term(weights.own, one.own)} ${terms.own}`,
    `${term(weights.run, one.run)} ${terms.run}`,
    `${term(weights.listed, one.listed)} ${terms.listed}`,
    ...(one.bonus > 0 ? [`${rounded(one.bonus)} ${terms.bonus}`] : []),
  ].join(' + ')
  const repeated =
    one.repeated > 0 ? ` − ${term(weights.repeated, one.repeated)} ${terms.repeated}` : ''
  return `${rounded(one.score)} = ${sum}${repeated} − ${term(weights.left, one.left)} ${terms.left}`
}
