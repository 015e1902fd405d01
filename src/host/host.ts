import type {
  AddedLibrary,
  Card,
  CardId,
  CardLanguage,
  CardSource,
  Clone,
  GitAddress,
  Library,
  Problem,
} from '../cards/card.ts'
import type { Inspection } from '../cards/read/inspect.ts'
import type { ForeignFile } from '../foreign/file.ts'
import type { Fact } from '../identity/record.ts'
import type { Registry } from '../identity/registry.ts'
import type { History } from '../journal/history.ts'
import type { JournalEntry, JournalRecord } from '../journal/record.ts'
import type { HistoryRecord } from '../journal/writing.ts'
import type { RuleSettings } from '../schedule/rules.ts'
import type { Act, Fit } from '../schedule/schedule.ts'
import type { FitParameters } from '../schedule/tuning.ts'
import type { Terminal } from '../screens/terminal.ts'
import type { Collection } from '../search/index/collection.ts'
import type { SyncState } from '../sync/state.ts'
import type { Clock } from './clock.ts'
import type { GitProgress } from './git/git.ts'
import type { Exporter } from './paper/exporter.ts'
import type { JournalStandings } from './store/fold-journals.ts'
import type { Interviews } from './store/interviews/interviews.ts'
import type { Keeper } from './store/keeper.ts'
import type { Notes } from './store/notes.ts'
import type { SettingsStore } from './store/settings.ts'
import type { Syncing } from './sync/syncing.ts'

/** The machine as a value, in the parts that a command may take one by one: everything that tests replace. */
export type Host = {
  readonly clock: Clock & { readonly random: () => number }
  readonly terminal: Terminal
  readonly library: LibraryReader
  readonly files: NamedFiles
  readonly store: Store
  readonly paper: { readonly openExporter: () => Promise<Exporter> }
  readonly clones: { readonly open: () => Promise<Clones> }
}

/** Some parts of the machine: what a command needs of it. */
export type HostPart<Part extends keyof Host> = Pick<Host, Part>

/** Where cards come from. */
export type LibraryReader = {
  /** The bundled bank of each language that cards are written in. */
  readonly banks: Readonly<Record<CardLanguage, string>>
  /** Reads the library at a path; `questions` names the shapes that ask, if the person said. */
  readonly read: (root: string, questions?: readonly string[]) => Promise<Library>
  /** The cards of this id, where these can be had without reading the rest; else all of the libraries. */
  readonly readAmong: (libraries: readonly AddedLibrary[], id: string) => Promise<CardsFound>
  /** Reads it once more and in full, for its owner to judge. */
  readonly inspect: (root: string, questions?: readonly string[]) => Promise<Inspected>
  /** Opens libraries for searching; only what changed is read and indexed again. */
  readonly openSearch: (libraries: readonly AddedLibrary[]) => Promise<OpenSearch>
  /** What cards are called and are about; as they last were read, and quick however many there are. */
  readonly named: (libraries: readonly AddedLibrary[]) => Promise<CardNames>
  /** The person's own glossary, in lines. */
  readonly ownGlossary: () => Promise<string>
  /** The absolute path of the file that a card stands in. */
  readonly pathOf: (source: CardSource) => string
}

/** Cards, and what is wrong with the libraries that they are from. */
export type CardsFound = {
  readonly cards: readonly Card[]
  readonly problems: readonly Problem[]
}

/** Repositories of others that are kept here, for their notes. */
export type Clones = {
  /**
   * Brings one here, and keeps it once `wish.keep` has noted it; else, and after Ctrl-C, nothing of it
   * is left. Throws the faults of git, `clone-name-taken`, `folder-missing` and `not-saved`.
   */
  readonly add: (address: GitAddress, wish: CloneWish) => Promise<AddedLibrary>
  /**
   * Asks the other end what is new; one whose folder is gone, or never was on this machine, is new as a
   * whole. Throws the faults of git, `clone-damaged` and `clone-busy`.
   */
  readonly fetch: (clone: Clone, onProgress?: (progress: GitProgress) => void) => Promise<Fetched>
  /** Where it stands, without a call of git; undefined where that cannot be read. */
  readonly state: (clone: Clone) => CloneState | undefined
  /** The files that a person changed in it or put there; undefined where git cannot tell. */
  readonly edits: (clone: Clone) => Promise<readonly string[] | undefined>
  /** Takes it away with all that is in it; false if something is left. */
  readonly remove: (clone: Clone) => boolean
}

export type CloneWish = {
  readonly name?: string | undefined
  readonly onProgress?: ((progress: GitProgress) => void) | undefined
  readonly keep: (library: AddedLibrary) => Promise<void>
}

/** Times in ms since 1970. */
export type CloneState = {
  readonly commit: string
  readonly made: number
  /** When the other end was last asked. */
  readonly asked: number
}

/** What an update found. The clone has no branch any more where that is gone at the other end. */
export type Fetched = { readonly clone: Clone } & (
  | { readonly kind: 'same'; readonly state: CloneState }
  | {
      readonly kind: 'news'
      /**
       * Has the notes as they are now. What a person changed stays unless it is forced; where that is in
       * the way nothing changes. Throws the faults `clone-edited`, `git-failed` and `not-saved`.
       */
      readonly take: (force: boolean) => Promise<CloneState>
    }
)

export type CardNames = {
  readonly cards: readonly (readonly [id: string, question: string])[]
  readonly topics: readonly string[]
  readonly tags: readonly string[]
}

/** Files that the person names on the command line. */
export type NamedFiles = {
  /** The absolute form of a path that the person typed. */
  readonly absolute: (path: string) => string
  /** Whether something is at this path. */
  readonly exists: (path: string) => boolean
  /** A text file. Throws the fault `file-not-readable`. */
  readonly readText: (path: string) => string
  /**
   * What another program keeps at a path. Throws the faults `file-not-readable`, `import-unknown`,
   * `import-damaged`, `import-too-large` and `import-in-use`.
   */
  readonly openForeign: (path: string) => Promise<ForeignFile>
  /**
   * Writes a new file below a folder, made with those between if need be; false if one of this name is
   * there, which stays. Throws the fault `not-written`.
   */
  readonly writeNew: (folder: string, name: string, bytes: Uint8Array) => Promise<boolean>
  /** The text of a file, or what comes on stdin. */
  readonly readAnswer: (path: string | undefined) => Promise<string>
}

/** What is kept of the person's; opened by functions, so that help opens no file. */
export type Store = {
  readonly openJournal: () => Journal
  readonly openRegistry: () => CardRegistry
  readonly openInterviews: () => Promise<Interviews>
  readonly openKeeper: () => Promise<Keeper>
  /** One history on several machines; git is looked for when it is needed. */
  readonly openSync: () => Promise<Syncing>
  /** What is remembered of it, quick for the home screen; nothing where that cannot be read. */
  readonly synced: () => Promise<SyncState>
  readonly settings: SettingsStore
  /** The person's own answers. */
  readonly notes: Notes
  /** Runs for seconds, elsewhere. Throws the faults `fitter-missing` and `fitting-failed`. */
  readonly fitParameters: FitParameters
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
  /**
   * Appends a whole history, piece by piece and never held: `give` hands over its records. All of them
   * are on disk when it returns; if it throws, some may be. Nothing is made where none comes.
   */
  readonly appendHistory: (give: (add: (record: HistoryRecord) => void) => void) => void
  /**
   * Goes through all records as they stand, also those that were taken back, and keeps none; cards are
   * called as they are today.
   */
  readonly each: (onRecord: (record: JournalEntry) => void) => void
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
  readonly standings: (settings: RuleSettings) => Promise<JournalStandings>
}
