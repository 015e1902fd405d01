import { join } from 'node:path'
import { type Interview, interviewOf } from '../../../interview/interview.ts'
import { encodeStep, stepsIn } from '../../../interview/record.ts'
import type { Begun, Step } from '../../../interview/step.ts'
import { deviceLog, type LogFile } from '../device-log.ts'
import { randomName } from '../digest.ts'
import { type Drafts, draftsIn } from './drafts.ts'
import { hold, isHeld, release } from './hold.ts'

/**
 * Interviews, each a file of steps below the home. Whatever of them cannot be read is the fault
 * `own-not-readable`; what is only damaged is left out, and the doctor names it.
 */
export type Interviews = Drafts & {
  /** Oldest first; the latest so many, if said. */
  readonly all: (latest?: number) => readonly Interview[]
  /** Those that were not ended, the latest first. */
  readonly open: () => readonly Interview[]
  /** One as it is by now; undefined if there is none, or its beginning is damaged. */
  readonly read: (name: string) => Interview | undefined
  /** Whether another process is holding it. */
  readonly isHeld: (name: string) => boolean
  /** Holds a name and begins its file; gives the name. Throws the fault `not-saved`. */
  readonly begin: (step: Begun) => string
  /** Holds it for this process until that ends; false if another one does. */
  readonly hold: (name: string) => boolean
  /** Returns when the step is on disk; throws the fault `not-saved`. */
  readonly append: (name: string, step: Step) => void
}

/** Longer than any step that ends an interview. */
const tailBytes = 512

/** The interviews below `home`; nothing is created before the first begins. */
export function openInterviews(home: string): Interviews {
  const folder = join(home, 'interviews')
  const drafts = draftsIn(folder)
  const log = deviceLog(folder)
  const append = (name: string, step: Step) => log.append(name, encodeStep(step))
  const lockOf = (name: string) => join(folder, `${name}.lock`)
  const read = (name: string) => interviewIn(log.file(name))
  return {
    ...drafts,
    all: (latest = Number.POSITIVE_INFINITY) =>
      log
        .names()
        .filter(isOwn)
        .slice(-latest)
        .flatMap((name) => read(name) ?? []),
    open: () =>
      log
        .files()
        .filter(({ name }) => isOwn(name))
        .filter((file) => !endsWell(file))
        .flatMap((file) => interviewIn(file) ?? [])
        .filter(({ ended }) => ended === undefined)
        .reverse(),
    read,
    isHeld: (name) => isHeld(lockOf(name)),
    begin: (step) => {
      const name = `${stamp(step)}-${randomName(3)}`
      // nobody else is to find it before it is held
      hold(lockOf(name))
      try {
        append(name, step)
      } catch (error) {
        release(lockOf(name))
        throw error
      }
      return name
    },
    hold: (name) => hold(lockOf(name)),
    append,
  }
}

/** Not the copy of another one that a restore put beside it. */
function isOwn(name: string): boolean {
  return !name.includes('.restored-')
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
