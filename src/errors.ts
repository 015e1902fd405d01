/** What a person can put right. `i18n` says each of them, with a hint. */
export type Fault =
  | { readonly code: 'library-missing'; readonly path: string }
  | { readonly code: 'library-not-readable'; readonly path: string; readonly reason: string }
  | { readonly code: 'library-not-added'; readonly path: string }
  | { readonly code: 'shape-unknown'; readonly name: string }
  | { readonly code: 'git-missing' }
  | { readonly code: 'git-old'; readonly version: string; readonly oldest: string }
  | {
      readonly code: 'git-failed'
      readonly address: string
      readonly why: GitTrouble
      /** Git's own words. */
      readonly said: string
    }
  | {
      readonly code: 'address-refused'
      readonly address: string
      readonly why: 'transport' | 'secret' | 'form'
    }
  /** No remote was set up. */
  | { readonly code: 'sync-nowhere' }
  /** What stands there is no history of viva, another one, or a later version's. */
  | {
      readonly code: 'sync-foreign'
      readonly address: string
      readonly why: 'project' | 'history' | 'newer'
    }
  /** The other end took nothing, and said why. */
  | { readonly code: 'sync-refused'; readonly address: string; readonly said: string }
  /** Others were faster, again and again. */
  | { readonly code: 'sync-raced'; readonly address: string }
  /** Another process is at it. */
  | { readonly code: 'sync-busy' }
  | { readonly code: 'address-alone'; readonly option: string }
  | { readonly code: 'branch-name'; readonly name: string }
  | { readonly code: 'folder-name'; readonly folder: string }
  | { readonly code: 'folder-missing'; readonly address: string; readonly folder: string }
  | { readonly code: 'clone-name'; readonly name: string }
  | { readonly code: 'clone-name-taken'; readonly name: string }
  | { readonly code: 'clone-busy'; readonly name: string }
  | { readonly code: 'clone-damaged'; readonly name: string }
  /** Files that a person changed, and that are in the way. */
  | { readonly code: 'clone-edited'; readonly name: string; readonly files: readonly string[] }
  /** Files that a person changed, and that would be gone; undefined where git cannot tell. */
  | {
      readonly code: 'clone-unsaved'
      readonly name: string
      readonly files: readonly string[] | undefined
    }
  | { readonly code: 'no-clone'; readonly path: string }
  | { readonly code: 'no-cards'; readonly path: string }
  | { readonly code: 'nothing-matches' }
  | {
      readonly code: 'filter-value'
      readonly filter: 'is' | 'level'
      readonly value: string
      readonly known: readonly string[]
    }
  /** No card has a topic or a tag of this name; those that are spelt alike, else the most common. */
  | {
      readonly code: 'name-nowhere'
      readonly filter: 'topic' | 'tag'
      readonly name: string
      readonly alike: readonly string[]
      readonly common: readonly string[]
    }
  | { readonly code: 'all-set-aside' }
  | { readonly code: 'preset-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'preset-name'; readonly name: string }
  | { readonly code: 'preset-value'; readonly name: string }
  | { readonly code: 'no-answer'; readonly question: string }
  /** Of so many that a card has. */
  | { readonly code: 'no-such-follow-up'; readonly count: number }
  | { readonly code: 'answer-not-readable'; readonly path: string; readonly reason: string }
  | { readonly code: 'card-missing'; readonly words: string }
  | {
      readonly code: 'card-ambiguous'
      readonly words: string
      readonly candidates: readonly { readonly id: string; readonly question: string }[]
    }
  | { readonly code: 'not-saved'; readonly path: string; readonly reason: string }
  | { readonly code: 'own-not-readable'; readonly path: string; readonly reason: string }
  | { readonly code: 'note-not-readable'; readonly path: string; readonly reason: string }
  | { readonly code: 'file-exists'; readonly path: string }
  | { readonly code: 'file-not-readable'; readonly path: string; readonly reason: string }
  | { readonly code: 'not-a-backup'; readonly path: string }
  | { readonly code: 'backup-too-large'; readonly path: string }
  /** Nothing that a program keeps whose history is taken over. */
  | { readonly code: 'import-unknown'; readonly path: string }
  | { readonly code: 'import-damaged'; readonly path: string; readonly reason: string }
  /** It ends or begins as a package or a database, and is none. */
  | { readonly code: 'import-broken'; readonly path: string; readonly as: 'package' | 'database' }
  | { readonly code: 'import-no-cards'; readonly path: string }
  | { readonly code: 'import-too-large'; readonly path: string }
  /** The program it belongs to still writes into it. */
  | { readonly code: 'import-in-use'; readonly path: string }
  | { readonly code: 'not-a-font'; readonly path: string }
  | { readonly code: 'typesetting-failed'; readonly reason: string }
  | { readonly code: 'no-terminal'; readonly command: string }
  | { readonly code: 'clock-invalid'; readonly value: string }
  | { readonly code: 'setting-unknown'; readonly key: string; readonly known: readonly string[] }
  | {
      readonly code: 'setting-invalid'
      readonly key: string
      readonly value: string
      readonly allowed: string
    }
  /** A day to work towards that is over: both as `2026-12-01`. */
  | { readonly code: 'date-past'; readonly date: string; readonly today: string }
  | { readonly code: 'settings-not-saved'; readonly path: string; readonly reason: string }
  | { readonly code: 'output-failed'; readonly reason: string }
  | { readonly code: 'format-unknown'; readonly name: string }
  | { readonly code: 'option-unfit'; readonly option: string; readonly format: string }
  | { readonly code: 'option-beside'; readonly option: string; readonly beside: string }
  /** How many columns were asked for, and how many can be read. */
  | { readonly code: 'columns-narrow'; readonly columns: number; readonly most: number }
  | { readonly code: 'binary-output'; readonly format: string }
  | { readonly code: 'not-written'; readonly path: string; readonly reason: string }
  | { readonly code: 'epoch-invalid'; readonly value: string }
  /** No day was said that a plan is to lead to. */
  | { readonly code: 'stats-format'; readonly path: string }
  | { readonly code: 'plan-no-date' }
  | { readonly code: 'plan-date-past'; readonly date: string }
  | { readonly code: 'plan-date-far'; readonly date: string }
  | { readonly code: 'cache-damaged' }
  | { readonly code: 'fitter-missing'; readonly folder: string; readonly reason: string }
  | { readonly code: 'fitting-failed'; readonly reason: string }
  /** Of so many past interviews. */
  | { readonly code: 'no-such-interview'; readonly count: number }
  | { readonly code: 'no-such-record'; readonly id: string }
  | { readonly code: 'report-format'; readonly path: string }
  | {
      readonly code: 'editor-failed'
      readonly editor: string
      readonly reason: string
      /** The file that holds what it had saved, if it had. */
      readonly kept: string | undefined
    }

/** Why git could not do what it was to do, as far as its words tell. */
export type GitTrouble =
  | 'offline'
  | 'refused'
  | 'not-found'
  | 'no-branch'
  | 'foreign-owner'
  | 'no-space'
  | 'other'

export type NameNowhere = Extract<Fault, { readonly code: 'name-nowhere' }>

/** What happened, and what to do about it. */
export type FaultText = { readonly message: string; readonly hint: string }

/** Something a person can mend: caught in one place, said in their language. */
export class UserError extends Error {
  readonly fault: Fault
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.code, options)
    this.name = 'UserError'
    this.fault = fault
  }
}

/** The person asked to leave: a normal end with its own exit code. */
export class Interrupted extends Error {}

/** A cache is not as it was written. It is gone by now, so whoever asks again gets a new one. */
export class CacheDamaged extends Error {}

/** All was said already; only the exit code is left to give. */
export class Unreadable extends Error {}

export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  bug: 70,
  hungUp: 129,
  interrupted: 130,
} as const

/** Faults of the command line, not of what it is about. */
const usageFaults: ReadonlySet<Fault['code']> = new Set([
  'filter-value',
  'no-terminal',
  'format-unknown',
  'option-unfit',
  'option-beside',
  'import-no-cards',
  'address-alone',
  'columns-narrow',
  'binary-output',
])

/** The exit code that goes with a fault. */
export function exitCodeOf(fault: Fault): number {
  return usageFaults.has(fault.code) ? exitCodes.usage : exitCodes.fault
}

/** The operating system's name for what went wrong, such as `ENOSPC`, or the message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof UserError && error.cause !== undefined) return reasonOf(error.cause)
  const { code } = error as NodeJS.ErrnoException
  return code ?? error.message
}
