import { constants } from 'node:fs'
import { type FileHandle, open, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Interrupted, reasonOf, UserError } from '../../errors.ts'
import { putInPlace } from '../files/put-in-place.ts'
import { syncFolder } from '../store/append.ts'
import { randomName } from '../store/digest.ts'
import { stops } from './stops.ts'

/**
 * Finds out before long work whether a file that the person named may be written. Throws the faults
 * `file-exists`, unless it may be replaced, and `not-written`.
 */
export async function lookAt(path: string, replace: boolean): Promise<void> {
  await targetOf(path, replace)
}

const pieceSize = 1 << 20

/**
 * Writes a file whole or not at all, at once or as its pieces come. Throws the same faults, `Interrupted`
 * on Ctrl-C, and what the making of a piece throws.
 */
export async function writeNamedFile(
  typed: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  replace: boolean,
): Promise<void> {
  const { path, mode, isStream } = await targetOf(typed, replace)
  // called by no part of the name, which may be as long as names can be
  const draft = isStream ? path : join(dirname(path), `.viva-${randomName(4)}`)
  let isLeaving = false
  const leave = () => {
    isLeaving = true
  }
  for (const signal of stops) process.on(signal, leave)
  let file: FileHandle | undefined
  const pieces = new Pieces(bytes)
  try {
    // where nobody reads a pipe this fails, and what follows would wait
    const probe = isStream
      ? await open(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0))
      : undefined
    file = await open(draft, isStream ? constants.O_WRONLY : 'wx', mode ?? 0o666)
    await probe?.close()
    for (;;) {
      const piece = isLeaving ? undefined : await pieces.next()
      if (piece === undefined) break
      await file.writeFile(piece)
    }
    if (!isStream) await file.sync()
    if (mode !== undefined) await file.chmod(mode)
    await file.close()
    file = undefined
    if (isLeaving) throw new Interrupted()
    if (isStream) return
    putInPlace(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    await file?.close().catch(() => {})
    if (!isStream) await rm(draft, { force: true }).catch(() => {})
    if (error instanceof Interrupted || error === pieces.failure) throw error
    const fault = { code: 'not-written', path, reason: reasonOf(error) } as const
    throw new UserError(fault, { cause: error })
  } finally {
    for (const signal of stops) process.off(signal, leave)
    await pieces.end()
  }
}

/** What is to be written, in pieces of a size that is soon written. */
class Pieces {
  /** What was thrown where one was made, which is no fault of the file. */
  failure: unknown
  readonly #source: AsyncIterator<Uint8Array> | undefined
  #left: Uint8Array

  constructor(bytes: Uint8Array | AsyncIterable<Uint8Array>) {
    const isWhole = bytes instanceof Uint8Array
    this.#left = isWhole ? bytes : new Uint8Array(0)
    this.#source = isWhole ? undefined : bytes[Symbol.asyncIterator]()
  }

  async next(): Promise<Uint8Array | undefined> {
    while (this.#left.length === 0) {
      const made = await this.#make()
      if (made === undefined) return undefined
      this.#left = made
    }
    const piece = this.#left.subarray(0, pieceSize)
    this.#left = this.#left.subarray(pieceSize)
    return piece
  }

  async end(): Promise<void> {
    await this.#source?.return?.()
  }

  async #make(): Promise<Uint8Array | undefined> {
    try {
      const made = await this.#source?.next()
      return made?.done === false ? made.value : undefined
    } catch (error) {
      this.failure = error
      throw error
    }
  }
}

type Target = {
  readonly path: string
  /** Of the file that is there, which the new one gets too. */
  readonly mode: number | undefined
  /** A pipe or a device: there is nothing to put in its place. */
  readonly isStream: boolean
}

async function targetOf(typed: string, replace: boolean): Promise<Target> {
  const asked = resolve(typed)
  const fail = (reason: string): never => {
    throw new UserError({ code: 'not-written', path: asked, reason })
  }
  try {
    const found = await stat(asked)
    if (found.isDirectory()) return fail('EISDIR')
    // what a link such as /dev/stdout leads to may have no path of its own
    if (!found.isFile()) return { path: asked, mode: undefined, isStream: true }
    if (!replace) throw new UserError({ code: 'file-exists', path: asked })
    // a link stays, and what it leads to is replaced
    const path = await realpath(asked).catch((error) => fail(reasonOf(error)))
    return { path, mode: found.mode & 0o7777, isStream: false }
  } catch (error) {
    if (error instanceof UserError) throw error
    if (reasonOf(error) !== 'ENOENT') return fail(reasonOf(error))
  }
  const folder = await stat(dirname(asked)).catch((error) => fail(reasonOf(error)))
  if (!folder.isDirectory()) return fail('ENOTDIR')
  return { path: asked, mode: undefined, isStream: false }
}
