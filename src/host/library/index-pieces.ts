import { indexOf, segmentsOf } from '../../search/index/build.ts'
import type { IndexSegment } from '../../search/index/segment.ts'
import { cardsOf } from './index-files.ts'
import type { FileEntry } from './library-cache.ts'
import type { IndexInput } from './worker-jobs.ts'

/** Below so many cards, starting threads costs more than they save. */
const worthWorkers = 3000
/** A thread indexes so many cards at once, so that what it holds stays small. */
const mostInPiece = 5000
/** A piece takes seconds on a slow machine; this is for a thread that hangs. In ms. */
const patience = 60_000

type Where = Omit<IndexInput, 'files' | 'cache'> & { readonly cache: string | undefined }

/** The index of files in the parts of a file: made in pieces, on several cores where it pays. */
export async function indexed(
  entries: readonly FileEntry[],
  where: Where,
  onProgress: (done: number, all: number) => void,
  made: unknown,
): Promise<readonly Uint8Array[]> {
  let done = 0
  const here = (some: readonly FileEntry[]) =>
    segmentsOf(cardsOf(some, () => onProgress(++done, entries.length)))
  const cards = entries.reduce((sum, one) => sum + one.cards, 0)
  const { cache } = where
  if (cache === undefined || cards < worthWorkers) return indexOf(here(entries), made)
  const { doneOnWorkers, workersFor } = await import('./worker-pool.ts')
  const pieces = piecesOf(entries, Math.min(mostInPiece, Math.ceil(cards / 4)))
  const count = workersFor(pieces.length)
  if (count === 0) return indexOf(here(entries), made)
  const inputs = pieces.map((piece) => ({ ...where, cache, files: piece.map(({ name }) => name) }))
  const found: (readonly IndexSegment[] | undefined)[] = []
  const onResult = (piece: number, segments: readonly IndexSegment[] | undefined) => {
    found[piece] = segments
    if (segments !== undefined) done += pieces[piece]?.length ?? 0
    onProgress(done, entries.length)
  }
  await doneOnWorkers('index', inputs, count, { patience, onResult })
  // what a thread could not do is done here, where it says why
  const segments = pieces.map((piece, i) => found[i] ?? here(piece))
  return indexOf(segments.flat(), made)
}

/** The files in pieces of so many cards, in order. */
function piecesOf(entries: readonly FileEntry[], most: number): readonly (readonly FileEntry[])[] {
  const pieces: FileEntry[][] = []
  let cards = most
  for (const entry of entries) {
    if (cards >= most) {
      pieces.push([])
      cards = 0
    }
    pieces.at(-1)?.push(entry)
    cards += entry.cards
  }
  return pieces
}
