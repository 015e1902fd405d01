// Whether the weights of the choice of shapes hold for notes they were not set on: for each labelled document
// they are fitted to all others, and then it is read with them. Folders hold `<name>/doc.md` with
// `gold.json`, or `<name>.md` with `<name>.json`; the scorer `score.mjs` lies beside the first one.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundled } from './bundled.js'

/** How far one weight moves in one step of the search, and how many steps there are. */
const moves = [0.75, 1.33]
const rounds = 2

/**
 * @typedef {{ name: string, file: string, text: string, label: { questions: object[], path?: string } }} Labelled
 * @typedef {Record<string, number>} Weights
 */

/** Prints how each document is read with the weights as they are, and as the others would have them. @param {readonly string[]} folders */
export async function printFolds(folders) {
  const { parse, weights } = await bundled('src/cards/read/parse.ts', 'src/cards/choice/weights.ts')
  const scorer = join(resolve(folders[0] ?? ''), '../score.mjs')
  const { scoreOne, rates } = await import(pathToFileURL(scorer).href)
  const documents = folders.flatMap(labelledIn)
  const scored = new Map()
  const scores = (/** @type {Weights} */ tried) => {
    const key = JSON.stringify(tried)
    if (!scored.has(key)) {
      Object.assign(weights, tried)
      scored.set(
        key,
        documents.map(({ file, text, label }) => {
          const { deck } = parse({ library: 'labelled', file, text })
          const found = deck.cards.map(foundIn)
          return rates(scoreOne(label, found)).f1
        }),
      )
    }
    return scored.get(key)
  }
  const byHand = { ...weights }
  let sum = 0
  for (const [at, { name }] of documents.entries()) {
    const fitted = fittedFrom(byHand, (tried) => mean(scores(tried).filter(isNot(at))))
    const [now, folded] = [scores(byHand)[at], scores(fitted)[at]]
    sum += folded
    const changed = Object.entries(fitted).filter(([key, value]) => value !== byHand[key])
    const how = changed.map(([key, value]) => `${key} ${value.toFixed(2)}`).join(' ')
    console.log(`${name.padEnd(48)} ${now.toFixed(3)} ${folded.toFixed(3)} ${how}`)
  }
  const [hand, folds] = [mean(scores(byHand)), sum / documents.length]
  console.log(
    `${documents.length} documents: F1 ${hand.toFixed(3)} as set by hand, ${folds.toFixed(3)} fitted without each`,
  )
}

/** The best weights that a walk from the ones given finds. @param {Weights} from @param {(tried: Weights) => number} worth */
function fittedFrom(from, worth) {
  let best = from
  for (let round = 0; round < rounds; round++) {
    const around = Object.keys(from).flatMap((key) =>
      moves.map((move) => ({ ...best, [key]: (best[key] ?? 0) * move })),
    )
    const next = around.reduce((one, other) => (worth(other) > worth(one) ? other : one), best)
    if (next === best) break
    best = next
  }
  return best
}

/** @param {number} at @returns {(value: number, index: number) => boolean} */
function isNot(at) {
  return (_, index) => index !== at
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** A card as the scorer takes it. */
function foundIn(/** @type {any} */ { question, source, answer }) {
  const { line, endLine } = source
  return { question, line, endLine, answered: answer.kind === 'written' }
}

/** @param {string} folder @returns {Labelled[]} */
function labelledIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const [doc, gold] = name.endsWith('.md')
      ? [join(folder, name), join(folder, `${basename(name, '.md')}.json`)]
      : [join(folder, name, 'doc.md'), join(folder, name, 'gold.json')]
    if (!existsSync(doc) || !existsSync(gold)) return []
    const label = JSON.parse(readFileSync(gold, 'utf8'))
    const file = label.path === undefined ? 'doc.md' : basename(label.path)
    return [{ name: basename(name, '.md'), file, text: readFileSync(doc, 'utf8'), label }]
  })
}
