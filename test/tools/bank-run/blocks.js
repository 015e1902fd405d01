// The blocks of code of the bundled bank, each with its twin of the other language: their code is
// equal but for comments, so one run stands for both.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf } from '../../support/code-only.js'

/**
 * A block as one language shows it; its line is that of the fence. What the fence of plain text
 * directly below it shows is what it prints.
 * @typedef {{ file: string, line: number, card: string, language: string, code: string,
 *   output: string | undefined }} Shown
 */

/**
 * A block to run, everywhere it is shown, and what surrounds it there.
 * @typedef {{ card: string, language: string, code: string, places: readonly Shown[],
 *   around: Around | undefined }} Block
 */

/**
 * What a trial puts before a block and what it tries afterwards.
 * @typedef {{ before: string, after: string }} Around
 */

const trials = join(import.meta.dirname, 'trials')
/** @type {Readonly<Record<string, string>>} */
const endings = { python: 'py', javascript: 'js', sql: 'sql' }
/** Between what a trial needs and what it tries. */
const mark = /^(?:#|\/\/|--) the block\n/m

/**
 * The blocks of both languages; those whose code differs are blocks of their own.
 * @param {string} content the folder of the bank
 * @returns {readonly Block[]}
 */
export function blocksOf(content) {
  const en = shownIn(content, 'en')
  const zh = shownIn(content, 'zh')
  const twins = [...en].flatMap(([name, shown]) => {
    const twin = zh.get(name)
    return twin !== undefined && same(shown, twin) ? [[shown, twin]] : [[shown], ...of(twin)]
  })
  const lone = [...zh].filter(([name]) => !en.has(name)).map(([, shown]) => [shown])
  const trials = counted()
  return [...twins, ...lone].flatMap((places) => {
    const [first] = places
    if (first === undefined) return []
    const { card, language, code } = first
    return [{ card, language, code, places, around: trialOf(first, trials(`${card} ${language}`)) }]
  })
}

/**
 * The fenced blocks of a Markdown text.
 * @param {string} file
 * @param {string} text
 * @returns {readonly Shown[]}
 */
export function fencesIn(file, text) {
  /** @type {Shown[]} */
  const found = []
  let card = ''
  let last = -1
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i += 1) {
    card = /^<!-- id: (\S+) -->/.exec(lines[i] ?? '')?.[1] ?? card
    const [, indent, fence, language] = /^( *)(```+)(\w*)/.exec(lines[i] ?? '') ?? []
    if (indent === undefined || fence === undefined || language === undefined) continue
    const end = lines.findIndex((line, n) => n > i && line.startsWith(indent + fence))
    const code = lines.slice(i + 1, end).map((line) => line.slice(indent.length))
    const shown = { ...place(file, i + 1, card), language, code: code.join('\n') }
    const above = found.at(-1)
    const isOutput = language === 'text' && lines.slice(last + 1, i).join('') === ''
    if (isOutput && above !== undefined && last >= 0)
      found.push({ ...take(found), output: shown.code })
    found.push({ ...shown, output: undefined })
    last = end
    i = end
  }
  return found
}

/** @param {string} file @param {number} line @param {string} card */
function place(file, line, card) {
  return { file, line, card }
}

/** @param {Shown[]} found @returns {Shown} */
function take(found) {
  return /** @type {Shown} */ (found.pop())
}

/**
 * What a language shows, by card and which of its blocks it is.
 * @param {string} content
 * @param {'en' | 'zh'} language
 * @returns {ReadonlyMap<string, Shown>}
 */
function shownIn(content, language) {
  const folder = join(content, language)
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const all = names.sort().flatMap((name) => {
    return fencesIn(`content/${language}/${name}`, readFileSync(join(folder, name), 'utf8'))
  })
  const blocks = counted()
  return new Map(all.map((shown) => [`${shown.card} ${blocks(shown.card)}`, shown]))
}

/** Counts what it is given, from 1. */
function counted() {
  /** @type {Map<string, number>} */
  const counts = new Map()
  return (/** @type {string} */ name) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count
  }
}

/** @param {Shown | undefined} shown */
function of(shown) {
  return shown === undefined ? [] : [[shown]]
}

/** @param {Shown} one @param {Shown} other */
function same(one, other) {
  return (
    one.language === other.language &&
    codeOf(one.language, one.code) === codeOf(other.language, other.code)
  )
}

/** @param {Shown} shown @param {number} count @returns {Around | undefined} */
function trialOf({ file, card, language }, count) {
  const name = count === 1 ? card : `${card}-${count}`
  const deck = basename(file, '.md')
  const trial = join(trials, deck, `${name}.${endings[language]}`)
  if (endings[language] === undefined || !existsSync(trial)) return undefined
  const [before, after, more] = readFileSync(trial, 'utf8').split(mark)
  if (before === undefined || after === undefined || more !== undefined) {
    throw new Error(`${trial} needs one line "the block"`)
  }
  return { before, after }
}
