import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'
import { type Interview, interviewOf } from '../interview/interview.ts'
import { decodeKept, decodeSteps, encodeKept, encodeStep } from '../interview/record.ts'
import type { Begun, Kept, Step } from '../interview/step.ts'
import { appendLines } from './append.ts'
import { randomName } from './digest.ts'
import { namesIn } from './home-files.ts'

/** Interviews, each a file of steps below the home. */
export type Interviews = {
  /** Oldest first; the latest so many, if said. */
  readonly all: (latest?: number) => readonly Interview[]
  /** Not ended, and not held by another process; the latest first. */
  readonly open: () => readonly Interview[]
  /** Begins a file and holds it; gives its name. Throws the fault `not-saved`. */
  readonly begin: (step: Begun) => string
  /** Holds it for this process until that ends; false if another one does. */
  readonly hold: (name: string) => boolean
  /** Returns when the step is on disk; throws the fault `not-saved`. */
  readonly append: (name: string, step: Step) => void
  /** Keeps an answer on its way within a second, and when the process ends. */
  readonly keep: (name: string, kept: Kept) => void
  /** The answer that was on its way. */
  readonly kept: (name: string) => Kept | undefined
  /** The answer is given: nothing is on its way. */
  readonly forget: (name: string) => void
}

const suffix = '.jsonl'
/** Unfinished ones are looked for among so many of the latest. */
const openAmong = 20
const keepEveryMs = 1000

/** The interviews below `home`; nothing is created before the first begins. */
export function openInterviews(home: string): Interviews {
  const folder = join(home, 'interviews')
  const drafts = draftsIn(folder)
  const append = (name: string, step: Step) => {
    try {
      appendLines(join(folder, name + suffix), encodeStep(step))
    } catch (error) {
      const reason = reasonOf(error)
      throw new UserError({ code: 'not-saved', path: folder, reason }, { cause: error })
    }
  }
  const all = (latest = Number.POSITIVE_INFINITY) => {
    const names = namesIn(folder).filter((name) => name.endsWith(suffix))
    const files = [...names].sort().slice(-latest)
    return files.flatMap((file) => read(folder, file.slice(0, -suffix.length)) ?? [])
  }
  return {
    all,
    open: () =>
      all(openAmong)
        .filter(({ name, ended }) => ended === undefined && !isHeld(folder, name))
        .reverse(),
    begin: (step) => {
      const name = `${stamp(step)}-${randomName(3)}`
      append(name, step)
      hold(folder, name)
      return name
    },
    hold: (name) => hold(folder, name),
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

function read(folder: string, name: string): Interview | undefined {
  const path = join(folder, name + suffix)
  try {
    return interviewOf(name, decodeSteps(readFileSync(path, 'utf8')).steps)
  } catch {
    // one file that cannot be read stops nothing; `doctor` names it
    return undefined
  }
}

function lockOf(folder: string, name: string): string {
  return join(folder, `${name}.lock`)
}

function hold(folder: string, name: string): boolean {
  const path = lockOf(folder, name)
  if (isHeld(folder, name)) return false
  rmSync(path, { force: true })
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false
    // where no lock can be written, nothing else can: the steps will say so
    return true
  }
  process.once('exit', () => rmSync(path, { force: true }))
  return true
}

function isHeld(folder: string, name: string): boolean {
  try {
    const holder = Number(readFileSync(lockOf(folder, name), 'utf8'))
    if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false
    process.kill(holder, 0)
    return true
  } catch {
    // no lock, or its process is gone or somebody else's
    return false
  }
}

/** Answers on their way: at most one write a second, and the last one when the process ends. */
function draftsIn(folder: string): {
  readonly keep: (name: string, kept: Kept) => void
  readonly read: (name: string) => Kept | undefined
  readonly forget: (name: string) => void
} {
  let waiting: { readonly name: string; readonly kept: Kept } | undefined
  let written = { at: Number.NEGATIVE_INFINITY, textAt: Number.NEGATIVE_INFINITY, text: '' }
  let timer: NodeJS.Timeout | undefined
  const pathOf = (name: string) => join(folder, `${name}.draft`)
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting === undefined) return
    writeDraft(pathOf(waiting.name), waiting.kept)
    const at = performance.now()
    const { text } = waiting.kept
    written = { at, textAt: text === written.text ? written.textAt : at, text }
    waiting = undefined
  }
  let isWatching = false
  return {
    keep: (name, kept) => {
      waiting = { name, kept }
      if (!isWatching) process.once('exit', flush)
      isWatching = true
      const now = performance.now()
      // time that goes by must not make text wait that comes right after
      if (kept.text === written.text) {
        if (now - written.at >= keepEveryMs) flush()
        return
      }
      if (now - written.textAt >= keepEveryMs) return flush()
      timer ??= setTimeout(flush, keepEveryMs)
      timer.unref()
    },
    read: (name) => {
      if (waiting?.name === name) return waiting.kept
      try {
        return decodeKept(readFileSync(pathOf(name), 'utf8'))
      } catch {
        return undefined
      }
    },
    forget: (name) => {
      waiting = undefined
      written = { ...written, text: '' }
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
