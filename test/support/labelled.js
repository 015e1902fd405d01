import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** From worst to best. */
export const levels = ['beside', 'thin', 'fair', 'full']

/**
 * The labelled answers of a folder's `.txt` files; `test/tools/eval-points.js` says how they are
 * written.
 * @param {string} folder
 * @returns {{ library: string, card: string, level: string, answer: string }[]}
 */
export function labelledIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return files
    .sort()
    .flatMap((name) => labelledOf(readFileSync(join(folder, name), 'utf8'), folder))
}

/**
 * @param {string} text
 * @param {string} folder
 */
function labelledOf(text, folder) {
  const found = []
  let library = ''
  let card = ''
  for (const line of text.split('\n')) {
    const [, sign, rest = ''] = /^(library: |\? |= )(.*)$/.exec(line) ?? []
    if (sign === 'library: ') library = resolve(folder, rest.trim())
    else if (sign === '? ') card = rest.trim()
    else if (sign === '= ') found.push({ library, card, level: rest.trim(), lines: [''].slice(1) })
    else found.at(-1)?.lines.push(line)
  }
  return found.map(({ lines, ...label }) => ({ ...label, answer: lines.join('\n').trim() }))
}

/**
 * How well coverages order answers: of each card, every pair of different level.
 * @param {readonly { card: string, level: string, coverage: number }[]} judged
 */
export function orderOf(judged) {
  const pairs = judged.flatMap((worse) =>
    judged
      .filter(({ card, level }) => card === worse.card && rank(level) > rank(worse.level))
      .map((better) => ({ worse, better, margin: better.coverage - worse.coverage })),
  )
  const right = pairs.filter(({ margin }) => margin > 0).length
  const means = levels.map((level) => {
    const these = judged.filter((one) => one.level === level)
    return these.reduce((sum, { coverage }) => sum + coverage, 0) / Math.max(1, these.length)
  })
  const worst = pairs.toSorted((a, b) => a.margin - b.margin)
  return { pairs: pairs.length, right, share: right / Math.max(1, pairs.length), means, worst }
}

/** @param {string} level */
function rank(level) {
  return levels.indexOf(level)
}
