import type { Problem } from '../../cards/card.ts'
import { parse } from '../../cards/read/parse.ts'
import { heldPacked, heldWhole, noCards, type ReadCards } from './packed-deck.ts'
import type { ParseInput } from './worker-jobs.ts'

/** Below so many characters in all, starting workers costs more than they save. */
const worthWorkers = 1_000_000
/** A file this long is parsed where it can be given up, in characters. */
const longFile = 300_000
/** No file may take longer, in ms. */
const patience = 2000

/** What was found in a file. */
export type ParsedFile = { readonly held: ReadCards; readonly problems: readonly Problem[] }

/**
 * Parses files in order, on several cores where it pays. There, a file that takes too long or ends its
 * thread is given up with the problem `file-too-hard`.
 */
export async function parseFiles(
  inputs: readonly ParseInput[],
  onProgress?: (done: number, all: number) => void,
): Promise<readonly ParsedFile[]> {
  const total = inputs.reduce((sum, { text }) => sum + text.length, 0)
  const isWorth = total > worthWorkers || inputs.some(({ text }) => text.length > longFile)
  let done = 0
  const onDone = () => onProgress?.(++done, inputs.length)
  if (!isWorth) return inputs.map((input) => parsedHere(input, onDone))
  const { doneOnWorkers, workersFor } = await import('./worker-pool.ts')
  const count = workersFor(inputs.length)
  if (count === 0) return inputs.map((input) => parsedHere(input, onDone))
  const results = await doneOnWorkers('parse', inputs, count, { patience, onDone })
  return inputs.map((input, i) => {
    const { deck, problems } = results[i] ?? givenUp(input)
    return { held: deck === undefined ? noCards : heldPacked(deck), problems }
  })
}

function parsedHere(input: ParseInput, onDone: () => void): ParsedFile {
  onDone()
  const { deck, problems } = parse(input)
  return { held: deck === undefined ? noCards : heldWhole(deck), problems }
}

function givenUp({ file }: ParseInput): {
  readonly deck: undefined
  readonly problems: readonly Problem[]
} {
  return { deck: undefined, problems: [{ code: 'file-too-hard', at: { file, line: 1 } }] }
}
