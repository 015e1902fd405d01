import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Interview, interviewOf } from '../../interview/interview.ts'
import { decodeKept, encodeKept, encodeStep, stepsIn } from '../../interview/record.ts'
import type { Begun, Kept, Step } from '../../interview/step.ts'
import { deviceLog, type LogFile } from './device-log.ts'
import { randomName } from './digest.ts'
import { hold, isHeld } from './hold.ts'

/**
 * Interviews, each a file of steps below the home. Whatever of them cannot be read is the fault
 * `own-not-readable`; what is only damaged is left out, and the doctor names it.
 */
export type Interviews = {
  /** Oldest first; the latest so many, if said. */
  readonly all: (latest?: number) => readonly Interview[]
  /** Those that were not ended, the latest first. */
  readonly open: () => readonly Interview[]
  /** One as it is by now; undefined if there is none, or its beginning is damaged. */
  readonly read: (name: string) => Interview | undefined
  /** Whether another process is holding it. */
  readonly isHeld: (name: string) => boolean
  /** Begins a file and holds it; gives its name. Throws the fault `not-saved`. */
  readonly begin: (step: Begun) => string
  /** Holds it for this process until that ends; false if another one does. */
  readonly hold: (name: string) => boolean
  /** Returns when the step is on disk; throws the fault `not-saved`. */
  readonly append: (name: string, step: Step) => void
  /**
   * Keeps an answer on its way within a second, and when the process ends. `content` is equal while
   * only time went by; what is kept is worked out when it is written.
   */
  readonly keep: (name: string, content: unknown, kept: () => Kept) => void
  /** The answer that was on its way. */
  readonly kept: (name: string) => Kept | undefined
  /** The answer is given: nothing is on its way. */
  readonly forget: (name: string) => void
}

/** Longer than any step that ends an interview. */
const tailBytes = 512
const keepEveryMs = 1000

/** The interviews below `home`; nothing is created before the first begins. */
export function openInterviews(home: string): Interviews {
  const folder = join(home, 'interviews')
  const drafts = draftsIn(folder)
  const log = deviceLog(folder)
  const append = (name: string, step: Step) => log.append(name, encodeStep(step))
  const lockOf = (name: string) => join(folder, `${name}.lock`)
  const read = (name: string) => interviewIn(log.file(name))
  return {
    all: (latest = Number.POSITIVE_INFINITY) =>
      log
        .names()
        .slice(-latest)
        .flatMap((name) => read(name) ?? []),
    open: () =>
      log
        .files()
        .filter((file) => !endsWell(file))
        .flatMap((file) => interviewIn(file) ?? [])
        .filter(({ ended }) => ended === undefined)
        .reverse(),
    read,
    isHeld: (name) => isHeld(lockOf(name)),
    begin: (step) => {
      const name = `${stamp(step)}-${randomName(3)}`
      append(name, step)
      hold(lockOf(name))
      return name
    },
    hold: (name) => hold(lockOf(name)),
    append,
    keep: drafts.keep,
    kept: drafts.read,
    forget: drafts.forget,
  }
}

// Local time of the place where it began, so that names sort and tell something.
function stamp({ at, offset }: Begun): string {
  const local = new Date(at + offset * 60_000).toISOString()
  return local.slice(0, 19).replace(/[-:]/g, '')
}

function interviewIn(file: LogFile | undefined): Interview | undefined {
  return file && interviewOf(file.name, stepsIn(file.read(0)).records)
}

/** Whether the last step of a file ends it; only those that do not are worth reading whole. */
function endsWell({ size, read }: LogFile): boolean {
  const tail = read(Math.max(0, size - tailBytes)).toString('utf8')
  return tail.trimEnd().split('\n').at(-1)?.includes('"op":"ended"') === true
}

/** Answers on their way: at most one write a second, and the last one when the process ends. */
function draftsIn(folder: string): {
  readonly keep: Interviews['keep']
  readonly read: (name: string) => Kept | undefined
  readonly forget: (name: string) => void
} {
  let waiting:
    | { readonly name: string; readonly content: unknown; readonly kept: () => Kept }
    | undefined
  let written: { readonly at: number; readonly contentAt: number; readonly content: unknown } = {
    at: Number.NEGATIVE_INFINITY,
    contentAt: Number.NEGATIVE_INFINITY,
    content: undefined,
  }
  let timer: NodeJS.Timeout | undefined
  const pathOf = (name: string) => join(folder, `${name}.draft`)
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting === undefined) return
    const { name, content, kept } = waiting
    writeDraft(pathOf(name), kept())
    const at = performance.now()
    written = { at, contentAt: content === written.content ? written.contentAt : at, content }
    waiting = undefined
  }
  let isWatching = false
  return {
    keep: (name, content, kept) => {
      waiting = { name, content, kept }
      if (!isWatching) process.once('exit', flush)
      isWatching = true
      const now = performance.now()
      // time that goes by must not make text wait that comes right after
      if (content === written.content) {
        if (now - written.at >= keepEveryMs) flush()
        return
      }
      if (now - written.contentAt >= keepEveryMs) return flush()
      timer ??= setTimeout(flush, keepEveryMs)
      timer.unref()
    },
    read: (name) => {
      if (waiting?.name === name) return waiting.kept()
      try {
        return decodeKept(readFileSync(pathOf(name), 'utf8'))
      } catch {
        return undefined
      }
    },
    forget: (name) => {
      waiting = undefined
      written = { ...written, content: undefined }
      clearTimeout(timer)
      timer = undefined
      rmSync(pathOf(name), { force: true })
    },
  }
}

// Not synced, which could hold up a key; a draft that cannot be kept disturbs nobody who types it.
function writeDraft(path: string, kept: Kept): void {
  const next = `${path}.next`
  try {
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
    writeFileSync(next, encodeKept(kept), { mode: 0o600 })
    renameSync(next, path)
  } catch {
    rmSync(next, { force: true })
  }
}
