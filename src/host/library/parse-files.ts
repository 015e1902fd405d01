import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../../cards/card.ts'
import { parse } from '../../cards/read/parse.ts'
import { heldPacked, heldWhole, noCards, type ReadCards } from './packed-deck.ts'
import type { Input } from './parse-pool.ts'

/** Below so many characters in all, starting workers costs more than they save. */
const worthWorkers = 1_000_000
/** A file this long is parsed where it can be given up, in characters. */
const longFile = 300_000
const mostWorkers = 4

// present in the bundle; the tests of the source parse on one thread
const worker = new URL('./parse-worker.js', import.meta.url)

/** What was found in a file. */
export type ParsedFile = { readonly held: ReadCards; readonly problems: readonly Problem[] }

/** Parses files in order, on several cores where it pays. */
export async function parseFiles(
  inputs: readonly Input[],
  onProgress?: (done: number, all: number) => void,
): Promise<readonly ParsedFile[]> {
  const total = inputs.reduce((sum, { text }) => sum + text.length, 0)
  const isWorth = total > worthWorkers || inputs.some(({ text }) => text.length > longFile)
  if (isWorth && existsSync(fileURLToPath(worker))) {
    const { parseOnWorkers } = await import('./parse-pool.ts')
    const workers = Math.min(mostWorkers, availableParallelism(), inputs.length)
    const results = await parseOnWorkers(worker, workers, inputs, onProgress)
    return results.map(({ deck, problems }) => ({
      held: deck === undefined ? noCards : heldPacked(deck),
      problems,
    }))
  }
  return inputs.map((input, i) => {
    onProgress?.(i + 1, inputs.length)
    const { deck, problems } = parse(input)
    return { held: deck === undefined ? noCards : heldWhole(deck), problems }
  })
}
