import type { Problem } from '../../cards/card.ts'
import { parse } from '../../cards/read/parse.ts'
import {
  heldAt,
  heldPacked,
  heldWhole,
  noCards,
  type PackedDeck,
  type ReadCards,
  type Stored,
} from './packed-deck.ts'
import type { ParseInput } from './worker-jobs.ts'

/** Below so many characters in all, starting workers costs more than they save. */
const worthWorkers = 1_000_000
/** A file this long is parsed where it can be given up, in characters. */
const longFile = 300_000
/** No file may take longer, in ms. */
const patience = 2000

/** What was found in a file. */
export type ParsedFile = { readonly held: ReadCards; readonly problems: readonly Problem[] }

/** Where decks go instead of memory, if that can be done. */
export type DeckKeeping = {
  readonly add: (deck: PackedDeck) => Stored | undefined
  /** Of a file whose texts are not kept twice. */
  readonly noteOf: (file: string) => Stored['note']
}

/**
 * Parses files in order, on several cores where it pays. There, a file that takes too long or ends its
 * thread is given up with the problem `file-too-hard`, and decks are kept as they come.
 */
export async function parseFiles(
  inputs: readonly ParseInput[],
  kept: DeckKeeping | undefined,
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
  const files = inputs.map(givenUp)
  await doneOnWorkers('parse', inputs, count, {
    patience,
    onResult: (at, result) => {
      onDone()
      if (result === undefined) return
      const { deck, problems } = result
      files[at] = { held: deck === undefined ? noCards : heldBy(deck, inputs[at], kept), problems }
    },
  })
  return files
}

function heldBy(
  deck: PackedDeck,
  input: ParseInput | undefined,
  kept: DeckKeeping | undefined,
): ReadCards {
  const note = input?.isCited === true ? kept?.noteOf(input.file) : undefined
  const stored = kept?.add(deck)
  return stored === undefined ? heldPacked(deck, note) : heldAt(deck.cards, { ...stored, note })
}

function parsedHere(input: ParseInput, onDone: () => void): ParsedFile {
  onDone()
  const { deck, problems } = parse(input)
  return { held: deck === undefined ? noCards : heldWhole(deck), problems }
}

function givenUp({ file }: ParseInput): ParsedFile {
  return { held: noCards, problems: [{ code: 'file-too-hard', at: { file, line: 1 } }] }
}
