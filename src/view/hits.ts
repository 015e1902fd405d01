import type { CardSource } from '../cards/card.ts'
import type { Found, Hit, Match } from '../search/engine.ts'
import { clip, safe } from '../text/text.ts'
import { draw, type Run, wrap, wrapRuns } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** Where a card's file is, absolute. */
export type PathOf = (source: CardSource) => string

/** Hits with their place and a snippet, the words found marked. */
export function hitLines(hits: readonly Hit[], look: Look, pathOf: PathOf): readonly string[] {
  return hits.flatMap((hit, i) => [...hitRows(hit, `${i + 1}. `, look, pathOf), ''])
}

/** One hit under its number. */
export function hitRows(
  hit: Hit,
  number: string,
  look: Look,
  pathOf: PathOf | undefined,
): readonly string[] {
  const columns = textColumns(look)
  const indent = ' '.repeat(number.length)
  return [
    ...marked(hit.card.question, rangesIn(hit.matches, 'question'), number, look, columns),
    ...(hit.snippet === ''
      ? []
      : marked(hit.snippet, rangesIn(hit.matches, 'snippet'), indent, look, columns)),
    indent + placeLine(hit, look, columns - indent.length, pathOf),
  ]
}

/** What was made of words that nobody wrote, and of what would have left nothing: dim lines, or none. */
export function understoodLines(
  { understood, asText, leftOut }: Pick<Found, 'understood' | 'asText' | 'leftOut'>,
  look: Look,
): readonly string[] {
  const arrow = look.unicode ? ' → ' : ' -> '
  const parts = understood.map(({ from, to }) => `${from}${arrow}${to.slice(0, 3).join(' / ')}`)
  const { search } = look.say
  const lines = [
    ...(asText.length === 0 ? [] : [search.asText(asText.join(' '))]),
    ...(leftOut.length === 0 ? [] : [search.leftOut(leftOut.join(' '))]),
    ...(parts.length === 0 ? [] : [parts.join(' · ')]),
  ]
  return lines.map((line) => look.paint.dim(clip(safe(line), textColumns(look), look)))
}

/** Nothing was found: that, and what comes nearest. */
export function nothingLines(
  typed: string,
  { nearest, saysLittle }: Pick<Found, 'nearest' | 'saysLittle'>,
  look: Look,
  pathOf: PathOf,
): readonly string[] {
  const { say } = look
  const lines = [say.search.none(typed), ...(saysLittle ? [say.search.saysLittle] : [])]
  const none = lines.flatMap((line) => wrap(safe(line), textColumns(look)))
  if (nearest.length === 0) return none
  return [...none, say.search.nearest, ...hitLines(nearest, look, pathOf)]
}

/** `file:line`, which leads there where the terminal can follow it, and the topics. */
export function placeLine(
  { card }: Hit,
  look: Look,
  columns: number,
  pathOf: PathOf | undefined,
): string {
  const place = clip(safe(`${card.source.file}:${card.source.line}`), columns, look)
  const link = look.links && pathOf !== undefined ? fileAddress(pathOf(card.source)) : undefined
  const topics = safe(card.topics.join(' / '))
  const rest = topics === '' ? '' : `  ${topics}`
  const clipped = clip(place + rest, columns, look).slice(place.length)
  return draw([
    { text: place, style: look.paint.dim, link },
    { text: clipped, style: look.paint.dim },
  ])
}

// Percent-encoded, so that no byte of a file's name can end the link.
function fileAddress(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\ufffd')
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed}`
  return `file://${encodeURI(rooted).replace(/[?#]/g, encodeURIComponent)}`
}

type Range = { readonly start: number; readonly end: number }

export function rangesIn(matches: readonly Match[], field: Match['field']): readonly Range[] {
  return matches.filter((match) => match.field === field)
}

/** A text with the ranges marked, as lines. */
export function marked(
  text: string,
  found: readonly Range[],
  first: string,
  look: Look,
  columns = textColumns(look),
): readonly string[] {
  const indent = ' '.repeat(first.length)
  const lines = wrapRuns(markedRuns(text, found, look), columns - first.length)
  return lines.map((line, i) => (i === 0 ? first : indent) + draw(line))
}

function markedRuns(text: string, found: readonly Range[], look: Look): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  for (const { start, end } of found) {
    runs.push({ text: safe(text.slice(from, start)) })
    runs.push({ text: safe(text.slice(start, end)), style: look.paint.match })
    from = end
  }
  return [...runs, { text: safe(text.slice(from)) }]
}
