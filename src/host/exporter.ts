import { constants } from 'node:fs'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import pkg from '../../package.json' with { type: 'json' }
import { Interrupted, reasonOf, UserError } from '../errors.ts'
import type { Booklet } from '../export/booklet.ts'
import type { PaperOptions } from '../export/paper-look.ts'
import type { Instant } from '../schedule/schedule.ts'
import type { ankiPackage } from './anki-file.ts'
import { syncFolder } from './append.ts'
import { randomName } from './digest.ts'
import type { Host, Terminal } from './host.ts'
import { readPictures } from './read-pictures.ts'
import type { PaperProgress, Printed } from './typeset.ts'

/** What writing a document needs of the machine; loaded only for that. */
export type Exporter = {
  /**
   * When the document is said to be made: as SOURCE_DATE_EPOCH has it, else now. Throws the fault
   * `epoch-invalid`.
   */
  readonly made: () => { readonly at: Instant; readonly offset: number }
  /**
   * Finds out before long work whether a file may be written. Throws the faults `file-exists`, unless
   * it may be replaced, and `not-written`.
   */
  readonly look: (path: string, replace: boolean) => Promise<void>
  /** Writes a file whole or not at all. Throws the same faults, and `Interrupted` on Ctrl-C. */
  readonly write: (path: string, bytes: Uint8Array, replace: boolean) => Promise<void>
  /** Reads the pictures that these entries name. */
  readonly pictures: typeof readPictures
  /** The booklet as a PDF. Throws `Interrupted` on Ctrl-C. */
  readonly print: (
    booklet: Booklet,
    options: PaperOptions,
    more: { readonly fonts: readonly string[]; readonly terminal: Terminal },
  ) => Promise<Printed>
  /** A collection as a package for Anki. */
  readonly pack: typeof ankiPackage
  /** Exact bytes to stdout. */
  readonly writeOut: (bytes: Uint8Array) => Promise<void>
}

export function openExporter({ now, offsetAt }: Pick<Host, 'now' | 'offsetAt'>): Exporter {
  return {
    made: () => {
      const epoch = process.env.SOURCE_DATE_EPOCH
      // a clock that was set is the person's own word
      if (!epoch || process.env.VIVA_NOW) return { at: now(), offset: offsetAt(now()) }
      if (!/^\d{1,11}$/.test(epoch)) throw new UserError({ code: 'epoch-invalid', value: epoch })
      return { at: (Number(epoch) * 1000) as Instant, offset: 0 }
    },
    look: async (path, replace) => void (await targetOf(path, replace)),
    write,
    pictures: readPictures,
    print,
    pack: async (...given) => (await import('./anki-file.ts')).ankiPackage(...given),
    writeOut: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
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
    // a link stays, and what it leads to is replaced
    const path = await realpath(asked)
    const found = await stat(path)
    if (found.isDirectory()) return fail('EISDIR')
    if (!found.isFile()) return { path, mode: undefined, isStream: true }
    if (!replace) throw new UserError({ code: 'file-exists', path: asked })
    return { path, mode: found.mode & 0o7777, isStream: false }
  } catch (error) {
    if (error instanceof UserError) throw error
    if (reasonOf(error) !== 'ENOENT') return fail(reasonOf(error))
  }
  const folder = await stat(dirname(asked)).catch((error) => fail(reasonOf(error)))
  if (!folder.isDirectory()) return fail('ENOTDIR')
  return { path: asked, mode: undefined, isStream: false }
}

const pieceSize = 1 << 20

async function write(typed: string, bytes: Uint8Array, replace: boolean): Promise<void> {
  const { path, mode, isStream } = await targetOf(typed, replace)
  const draft = isStream ? path : join(dirname(path), `.${basename(path)}.${randomName(4)}`)
  let isLeaving = false
  const leave = () => {
    isLeaving = true
  }
  for (const signal of stops) process.on(signal, leave)
  let file: FileHandle | undefined
  try {
    file = await open(draft, isStream ? constants.O_WRONLY : 'wx', mode ?? 0o666)
    for (let from = 0; from < bytes.length && !isLeaving; from += pieceSize) {
      await file.writeFile(bytes.subarray(from, from + pieceSize))
    }
    if (!isStream) await file.sync()
    if (mode !== undefined) await file.chmod(mode)
    await file.close()
    file = undefined
    if (isLeaving) throw new Interrupted()
    if (isStream) return
    await rename(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    await file?.close().catch(() => {})
    if (!isStream) await rm(draft, { force: true })
    if (error instanceof Interrupted) throw error
    const fault = { code: 'not-written', path, reason: reasonOf(error) } as const
    throw new UserError(fault, { cause: error })
  } finally {
    for (const signal of stops) process.off(signal, leave)
  }
}

async function print(
  booklet: Booklet,
  options: PaperOptions,
  { fonts, terminal }: Parameters<Exporter['print']>[2],
): Promise<Printed> {
  const { built, printed } = await import('./typeset.ts')
  const { exporting } = terminal.look().say
  const preparing = terminal.progressOf(exporting.preparing)
  const setting = terminal.progressOf(exporting.typesetting)
  const stop = new AbortController()
  const leave = () => stop.abort()
  let seconds = 0
  let clock: NodeJS.Timeout | undefined
  const onProgress = (progress: PaperProgress) => {
    if (progress.kind === 'cards') return preparing(progress.done, progress.all)
    // how many pages there will be is known only at their end
    clock ??= setInterval(() => setting(++seconds, Number.POSITIVE_INFINITY), 1000)
  }
  for (const signal of stops) process.on(signal, leave)
  try {
    const { version } = pkg
    const { signal } = stop
    return await printed(booklet, options, { built, version, fonts, onProgress, signal })
  } finally {
    clearInterval(clock)
    if (seconds > 0) setting(seconds, seconds)
    for (const signal of stops) process.off(signal, leave)
  }
}

const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
