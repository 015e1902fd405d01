import type { AddedLibrary, CardId, CardSource, Language, Library, Problem } from '../cards/card.ts'
import type { Inspection } from '../cards/inspect.ts'
import type { Fact } from '../identity/record.ts'
import type { Registry } from '../identity/registry.ts'
import type { History } from '../journal/history.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { RuleSettings } from '../schedule/rules.ts'
import type { Act, Fit, Instant } from '../schedule/schedule.ts'
import type { FitParameters } from '../schedule/tuning.ts'
import type { Collection } from '../search/collection.ts'
import type { Heard, Step } from '../session/heard.ts'
import type { Frame } from '../view/frame.ts'
import type { Look } from '../view/look.ts'
import type { Exporter } from './exporter.ts'
import type { Standings } from './fold-journals.ts'
import type { Interviews } from './interviews.ts'
import type { Keeper } from './keeper.ts'
import type { Notes } from './notes.ts'
import type { SettingsStore } from './settings.ts'

/** The machine as a value: everything that tests replace. */
export type Host = {
  readonly now: () => Instant
  /** Minutes east of UTC at that instant, where the person is. */
  readonly offsetAt: (at: Instant) => number
  readonly random: () => number
  readonly terminal: Terminal
  /** The bundled bank of each language. */
  readonly banks: Readonly<Record<Language, string>>
  /** Reads the library at a path; `questions` names the shapes that ask, if the person said. */
  readonly readLibrary: (root: string, questions?: readonly string[]) => Promise<Library>
  /** Reads it once more and in full, for its owner to judge. */
  readonly inspectLibrary: (root: string, questions?: readonly string[]) => Promise<Inspected>
  /** Opens libraries for searching; only what changed is read and indexed again. */
  readonly openSearch: (libraries: readonly AddedLibrary[]) => Promise<OpenSearch>
  /** The person's own glossary, in lines. */
  readonly ownGlossary: () => Promise<string>
  /** The text of a file, or what comes on stdin. */
  readonly readAnswer: (path: string | undefined) => Promise<string>
  /** The absolute path of the file that a card stands in. */
  readonly pathOf: (source: CardSource) => string
  /** The absolute form of a path that the person typed. */
  readonly absolute: (path: string) => string
  /** Whether something is at this path. */
  readonly exists: (path: string) => boolean
  /** Runs for seconds, elsewhere. Throws the faults `fitter-missing` and `fitting-failed`. */
  readonly fitParameters: FitParameters
  /** A function, so that help opens no file. */
  readonly openJournal: () => Journal
  readonly openRegistry: () => CardRegistry
  readonly openInterviews: () => Promise<Interviews>
  readonly openKeeper: () => Promise<Keeper>
  readonly openExporter: () => Promise<Exporter>
  /** A text file that the person named. Throws the fault `file-not-readable`. */
  readonly readText: (path: string) => string
  readonly settings: SettingsStore
  /** The person's own answers. */
  readonly notes: Notes
}

export type OpenSearch = {
  readonly collection: Collection
  readonly problems: readonly Problem[]
  /** The person's own glossary, in lines. */
  readonly glossary: string
}

export type Inspected = {
  readonly library: Library
  /** By file. */
  readonly inspections: ReadonlyMap<string, Inspection>
}

export type Terminal = {
  /** Whether a person sits at both ends. */
  readonly interactive: boolean
  /** Whether stdout is a terminal; else it is read by another program. */
  readonly isTerminal: boolean
  readonly look: () => Look
  /** Lines to stdout. */
  readonly print: (lines: readonly string[]) => void
  /** Lines to stderr. */
  readonly warn: (lines: readonly string[]) => void
  /** Says on stderr how far long work is, once it takes long; nothing where nobody looks. */
  readonly progress: (done: number, all: number) => void
  /** The same of an index that is made. */
  readonly indexing: (done: number, all: number) => void
  /** The same of any other work; what is given says it. */
  readonly progressOf: (
    say: (done: number, all: number) => string,
  ) => (done: number, all: number) => void
  /** One JSON document to stdout, laid out for people only where one looks. */
  readonly json: (value: unknown) => void
  /** Exact text to stdout. */
  readonly write: (text: string) => void
  /** Runs a live screen to its end; leaves nothing of it on the screen. */
  readonly live: <State, Result>(screen: LiveScreen<State, Result>) => Promise<Result>
  readonly choose: <Value>(menu: Menu<Value>) => Promise<Value>
  /** One line of text, asked for. */
  readonly ask: (message: string) => Promise<string>
  /** The text as the person's editor leaves it. Throws the fault `editor-failed`. */
  readonly edit: (text: string) => Promise<string>
  /** Opens a file at a line in the person's editor. Throws the fault `editor-failed`. */
  readonly openFile: (path: string, line: number) => Promise<void>
}

/** A few rows that redraw under ordinary output while a person types or thinks. */
export type LiveScreen<State, Result> = {
  readonly state: State
  readonly hear: (state: State, heard: Heard) => Step<State, Result>
  readonly draw: (state: State, look: Look) => Frame
  /** Milliseconds until the screen wants a tick. */
  readonly tickIn: (state: State) => number | undefined
  /** The ordinary output above, printed again after a resize has cleared the screen. */
  readonly above: (look: Look) => readonly string[]
  /** What is told line by line where nothing may be redrawn: all of the first state, then changes. */
  readonly told: (before: State | undefined, now: State, look: Look) => readonly string[]
}

export type Menu<Value> = {
  readonly message: string
  readonly choices: readonly { readonly name: string; readonly value: Value }[]
}

/** What is known of cards, from all that was ever read of them. */
export type CardRegistry = {
  readonly read: () => Registry
  /** Appends facts and returns when they are safely on disk; throws the fault `not-saved`. */
  readonly learn: (facts: readonly Fact[]) => void
}

export type Journal = {
  /**
   * Appends one record and returns when it is safely on disk; throws the fault `not-saved`.
   * Appending the same record again after a failure counts it once.
   */
  readonly append: (record: JournalRecord) => void
  /** Appends several in one go; all of them are on disk when it returns. */
  readonly appendAll: (records: readonly JournalRecord[]) => void
  /** The ids of all records, also of those that were taken back. */
  readonly ids: () => ReadonlySet<string>
  /** What was done last on this device and not taken back; else what was done last anywhere. */
  readonly lastAct: () => Act | undefined
  /** Whether anything was appended since the start. */
  readonly hasAppended: () => boolean
  /** An id for the next record, unique over all machines. */
  readonly nextId: () => string
  /** Everything that was done and not taken back. */
  readonly read: () => History
  /** The same of some cards only; quick, however long the history is. */
  readonly readCards: (cards: readonly CardId[]) => readonly Act[]
  /** The fits that were not taken back, oldest first. */
  readonly fits: () => readonly Fit[]
  /** Where the cards stand; quick, for most of it is kept. */
  readonly standings: (settings: RuleSettings) => Promise<Standings>
}
