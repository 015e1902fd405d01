import type { CardText } from '../identity/record.ts'
import type { OpenPair } from '../identity/unsure.ts'
import { clip, pad, safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { marks, packed, readingWidth, rule, textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** Two texts stand beside each other from this width on, else one below the other. */
const besideFrom = 60
/** So many rows of each answer are shown. */
const mostRows = 14

/** A pair to decide about: what the card that is gone said, and what the new one says. */
export function pairLines(
  pair: OpenPair,
  index: number,
  count: number,
  look: Look,
): readonly string[] {
  const { relink } = look.say
  const percent = Math.round(pair.score * 100)
  const files = pair.was.path === pair.is.path ? [pair.is.path] : [pair.was.path, pair.is.path]
  const head = `${relink.pair(index + 1, count)} · ${relink.alike(percent)}`
  return [
    ...packed(head, textColumns(look)).map(look.paint.strong),
    ...files.flatMap((path) => wrap(safe(path), textColumns(look)).map(look.paint.dim)),
    ...(look.columns < besideFrom ? stacked(pair, look) : beside(pair, look)),
  ]
}

function stacked({ was, is }: OpenPair, look: Look): readonly string[] {
  const columns = textColumns(look)
  const { relink } = look.say
  const part = (title: string, text: CardText) => {
    const { question, answer } = textRows(text, columns, look)
    return ['', look.paint.dim(title), ...question.map(look.paint.strong), ...answer]
  }
  return [...part(relink.was, was), ...part(relink.is, is)]
}

function beside({ was, is }: OpenPair, look: Look): readonly string[] {
  const between = ` ${marks(look).bar} `
  const columns = Math.floor((Math.min(look.columns - 1, readingWidth) - between.length) / 2)
  const left = textRows(was, columns, look)
  const right = textRows(is, columns, look)
  const rows = (a: readonly string[], b: readonly string[], style = (text: string) => text) =>
    Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
      [style(pad(a[i] ?? '', columns)), look.paint.dim(between), style(b[i] ?? '')]
        .join('')
        .trimEnd(),
    )
  const { relink } = look.say
  return [
    '',
    ...rows([relink.was], [relink.is], look.paint.dim),
    ...rows(left.question, right.question, look.paint.strong),
    look.paint.dim(rule(look, columns * 2 + between.length)),
    ...rows(left.answer, right.answer),
  ]
}

function textRows({ question, answer }: CardText, columns: number, look: Look) {
  const written = answer === '' ? look.say.show.noAnswer : answer
  const rows = wrap(safe(written).replace(/\n{2,}/g, '\n'), columns)
  const more = look.unicode ? '…' : '...'
  return {
    question: wrap(safe(question).replace(/\n{2,}/g, '\n'), columns).slice(0, mostRows),
    answer: rows.length > mostRows ? [...rows.slice(0, mostRows), more] : rows,
  }
}

export function tookBackLines(
  kind: 'link' | 'unlink',
  question: string,
  look: Look,
): readonly string[] {
  return wrap(look.say.relink.tookBack[kind](shortened(question)), textColumns(look))
}

/** That a card was taken apart from what it had been linked to, or never was linked. */
export function apartLines(
  how: 'apart' | 'never',
  question: string,
  look: Look,
): readonly string[] {
  return wrap(look.say.relink[how](shortened(question)), textColumns(look))
}

function shortened(question: string): string {
  return clip(safe(question), 200)
}

/** The same for other programs. */
export function pairJson({ older, newer, score, was, is }: OpenPair): object {
  return { score, older: { id: older, ...was }, newer: { id: newer, ...is } }
}
