import type { CardLanguage, Library } from '../../src/cards/card.ts'
import { writtenNote } from '../../src/cards/own-note.ts'
import { ownWaysIn, withOwnWay, withoutOwnWays } from '../../src/cards/own-ways.ts'
import { inspect } from '../../src/cards/read/inspect.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { UserError } from '../../src/errors.ts'
import type { ForeignFile } from '../../src/foreign/file.ts'
import type { Clones, Host } from '../../src/host/host.ts'
import type { Keeper } from '../../src/host/store/keeper.ts'
import type { Syncing } from '../../src/host/sync/syncing.ts'
import type { RegistryRecord } from '../../src/identity/record.ts'
import { registryOf } from '../../src/identity/registry.ts'
import type { Kept } from '../../src/interview/step.ts'
import { history, journalPiece } from '../../src/journal/history.ts'
import { encode } from '../../src/journal/record.ts'
import { type OwnSettings, wholeSettings } from '../../src/options/settings.ts'
import { folded, noSchedules } from '../../src/schedule/fold.ts'
import { rulesOf } from '../../src/schedule/rules.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import type { FitParameters } from '../../src/schedule/tuning.ts'
import type { Menu } from '../../src/screens/menu.ts'
import type { Heard, LiveScreen } from '../../src/screens/screen.ts'
import { collectionOf } from '../../src/search/index/collection.ts'
import { noState, type SyncState } from '../../src/sync/state.ts'
import { jsonText } from '../../src/view/json.ts'
import type { Look } from '../../src/view/look.ts'
import { fakeInterviews } from './fake-interviews.ts'
import { plainLook } from './look.ts'

/** What a person does at a live screen or a menu, in order. */
export type Reply =
  | { readonly type: string }
  | { readonly key: string }
  | { readonly wait: number }
  | { readonly pick: number }
  /** What the editor leaves, or a line that was asked for. */
  | { readonly leave: string }

export type FakeOptions = {
  /** Markdown by file name; every `--library` path and the bundled banks read it. */
  readonly library?: Readonly<Record<string, string>>
  /** Markdown of the bundled banks, where they differ. */
  readonly banks?: Readonly<Record<CardLanguage, Readonly<Record<string, string>>>>
  readonly replies?: readonly Reply[]
  readonly look?: Partial<Look>
  readonly interactive?: boolean
  /** What the registry holds. */
  readonly known?: readonly RegistryRecord[]
  readonly keeper?: Keeper
  /** The paths of other texts of notes, by card. */
  readonly otherNotes?: Readonly<Record<string, readonly string[]>>
  readonly sync?: Syncing
  /** What is remembered of remotes. */
  readonly synced?: SyncState
  readonly clones?: Clones
  /** What other programs keep, by path. */
  readonly foreign?: Readonly<Record<string, ForeignFile>>
  /** Text files by path. */
  readonly texts?: Readonly<Record<string, string>>
  /** How many appends fail before one works. */
  readonly failures?: number
  /** Lines that stand in the journal already. */
  readonly journal?: string
  /** The wall clock; it stands still. */
  readonly now?: string
  /** Minutes east of UTC. */
  readonly offset?: number
  readonly settings?: OwnSettings
  readonly fitParameters?: FitParameters
  /** What happens while a note is open in the editor. */
  readonly onOpen?: () => void
  /** The person's own glossary. */
  readonly glossary?: string
  readonly stdin?: string
  /** Interviews that were held before, as their files hold them, by name. */
  readonly interviews?: ReadonlyMap<string, string>
  /** Answers that were on their way in them. */
  readonly drafts?: ReadonlyMap<string, Kept>
}

export type FakeHost = Host & {
  /** Everything printed, as a person would scroll through it. */
  readonly printed: () => string
  readonly warned: () => string
  readonly journalText: () => string
  /** Files that were written where the person said, by path. */
  readonly written: ReadonlyMap<string, string>
  /** Files of interviews by name. */
  readonly interviews: ReadonlyMap<string, string>
  readonly drafts: ReadonlyMap<string, Kept>
  /** What was exported, by path. */
  readonly exported: Map<string, Uint8Array>
  /** What was opened in the editor, each with its line. */
  readonly opened: readonly string[]
}

/** A host whose clock moves only when a reply waits. */
export function fakeHost(options: FakeOptions = {}): FakeHost {
  const look: Look = { ...plainLook, ...options.look }
  const replies = [...(options.replies ?? [])]
  const printed: string[] = []
  const warned: string[] = []
  const known = [...(options.known ?? [])]
  let settings: OwnSettings = options.settings ?? {}
  const opened: string[] = []
  let awake = 0
  let journal = options.journal ?? ''
  let failures = options.failures ?? 0
  let count = 0
  const notes = new Map<string, string>()
  const written = new Map<string, string>()
  const interviews = new Map(options.interviews)
  const drafts = new Map(options.drafts)
  const exported = new Map<string, Uint8Array>()

  const run = journal === '' ? 'run' : `run${journal.split('\n').length}`
  const read = () => history([{ device: 'here', bytes: Buffer.from(journal) }])
  const next = (): Reply => {
    const reply = replies.shift()
    if (reply === undefined) throw new Error('the script of replies is too short')
    return reply
  }
  const heard = (reply: Reply): Heard => {
    if ('wait' in reply) {
      awake += reply.wait
      return { kind: 'tick', at: awake }
    }
    if ('key' in reply) return { kind: 'key', name: reply.key, columns: look.columns, at: awake }
    if ('type' in reply) return { kind: 'text', text: reply.type, at: awake }
    throw new Error('a menu was answered, but a screen asked')
  }
  const live = async <State, Result>(screen: LiveScreen<State, Result>): Promise<Result> => {
    let state = screen.state
    let event: Heard = { kind: 'tick', at: awake }
    for (;;) {
      const step = screen.hear(state, event)
      if (step.kind === 'done') return step.result
      state = step.state
      screen.draw(state, look)
      event = heard(next())
    }
  }
  const filesIn = (root: string) => {
    if (root === '/bank/en') return options.banks?.en ?? {}
    return (root === '/bank/zh' ? options.banks?.zh : options.library) ?? {}
  }
  const left = (): string => {
    const reply = next()
    if (!('leave' in reply)) throw new Error('an editor or a question was open')
    return reply.leave
  }
  const choose = async <Value>(menu: Menu<Value>): Promise<Value> => {
    const reply = next()
    const choice = 'pick' in reply ? menu.choices[reply.pick] : undefined
    if (choice === undefined) throw new Error(`the menu “${menu.message}” got no choice`)
    return choice.value
  }
  const now = () => Date.parse(options.now ?? '2026-11-22T20:00:00+08:00') as Instant
  return {
    clock: { now, offsetAt: () => options.offset ?? 480, random: () => 0.5 },
    library: {
      banks:
        options.banks === undefined
          ? { en: 'bank', zh: 'bank' }
          : { en: '/bank/en', zh: '/bank/zh' },
      read: async (root, questions) => libraryOf(root, filesIn(root), questions),
      inspect: async (root, questions) => {
        const library = libraryOf(root, options.library ?? {}, questions)
        const inspected = library.decks.map(
          (deck) => [deck.file, inspect(options.library?.[deck.file] ?? '', deck)] as const,
        )
        return { library, inspections: new Map(inspected) }
      },
      openSearch: async (libraries) => {
        const read = libraries.map(({ path }) => libraryOf(path, filesIn(path)))
        const cards = read.flatMap(({ decks }) => decks.flatMap((deck) => deck.cards))
        const problems = read.flatMap((library) => library.problems)
        return { collection: collectionOf(cards), problems, glossary: options.glossary ?? '' }
      },
      readAmong: async (libraries) => {
        const read = libraries.map(({ path, questions }) =>
          libraryOf(path, filesIn(path), questions),
        )
        return {
          cards: read.flatMap(({ decks }) => decks.flatMap(({ cards }) => cards)),
          problems: read.flatMap(({ problems }) => problems),
        }
      },
      named: async (libraries) => {
        const read = libraries.map(({ path }) => libraryOf(path, filesIn(path)))
        const cards = read.flatMap(({ decks }) => decks.flatMap((deck) => deck.cards))
        return {
          cards: cards.map(({ id, question }) => [id, question] as const),
          topics: [...new Set(cards.flatMap(({ topics }) => topics))],
          tags: [...new Set(cards.flatMap(({ tags }) => tags))],
        }
      },
      ownGlossary: async () => options.glossary ?? '',
      pathOf: ({ library, file }) => `${library}/${file}`,
    },
    files: {
      readAnswer: async (path) => (path === undefined ? (options.stdin ?? '') : `(${path})`),
      absolute: (path) => (path.startsWith('/') ? path : `/here/${path}`),
      exists: (path) => !path.includes('missing'),
      readText: (path) => {
        const text = options.texts?.[path]
        if (text !== undefined) return text
        throw new UserError({ code: 'file-not-readable', path, reason: 'ENOENT' })
      },
      openForeign: async (path) => {
        const found = options.foreign?.[path]
        if (found !== undefined) return found
        const text = options.texts?.[path]
        if (text !== undefined) return { kind: 'texts', texts: [{ path, text }] }
        throw new UserError({ code: 'file-not-readable', path, reason: 'ENOENT' })
      },
      writeNew: async (folder, name, bytes) => {
        const path = `${folder}/${name}`
        if (exported.has(path)) return false
        exported.set(path, bytes)
        written.set(path, new TextDecoder().decode(bytes))
        return true
      },
    },
    store: {
      fitParameters: options.fitParameters ?? (async () => []),
      settings: {
        read: () => wholeSettings(settings),
        own: () => settings,
        write: async (key, value) => {
          const { [key]: _, ...others } = settings
          settings = value === undefined ? others : { ...others, [key]: value }
        },
      },
      openRegistry: () => ({
        read: () => registryOf(known),
        learn: (facts) => {
          const at = known.length as Instant
          known.push(
            ...facts.map((fact, i) => ({
              ...fact,
              at,
              device: 'here',
              id: `known-${known.length + i}`,
            })),
          )
        },
      }),
      openInterviews: async () => fakeInterviews(interviews, drafts),
      openKeeper: async () => {
        if (options.keeper === undefined) throw new Error('no keeper was expected')
        return options.keeper
      },
      openSync: async () => {
        if (options.sync === undefined) throw new Error('no sync was expected')
        return options.sync
      },
      synced: async () => options.synced ?? noState,
      openJournal: () => ({
        nextId: () => `${run}-${count++}`,
        append: (record) => {
          if (failures-- > 0) {
            throw new UserError({ code: 'not-saved', path: '/home/journal', reason: 'ENOSPC' })
          }
          journal += encode(record)
        },
        appendAll: (records) => {
          journal += records.map(encode).join('')
        },
        appendHistory: (give) =>
          give((record) => {
            journal += encode(
              'run' in record ? { ...record, id: `${record.run}-${record.count}` } : record,
            )
          }),
        each: (onRecord) => {
          const bytes = new TextEncoder().encode(journal)
          for (const record of journalPiece({ device: '', bytes }).records) onRecord(record)
        },
        // those of what was taken back among them
        ids: () => new Set(journal.match(/(?<="id":")[^"]+/g)),
        lastAct: () => read().acts.at(-1),
        hasAppended: () => journal !== '',
        read: () => read(),
        readCards: (cards) => read().acts.filter(({ card }) => cards.includes(card)),
        fits: () => read().fits,
        standings: async (settings) => {
          const { acts, fits } = read()
          const rules = rulesOf(settings, fits.at(-1)?.parameters)
          return {
            schedules: folded(noSchedules, acts, rules),
            rules,
            damaged: 0,
            newer: 0,
            ahead: 0,
          }
        },
      }),
      notes: {
        read: (card) => writtenNote(withoutOwnWays(notes.get(card) ?? '')) || undefined,
        ways: (card) => ownWaysIn(notes.get(card) ?? ''),
        learn: (card, point, words) =>
          void notes.set(card, withOwnWay(notes.get(card) ?? '', point, words)),
        whole: (card) => notes.get(card),
        write: (card, text) => void notes.set(card, text),
        path: (card) => `/home/notes/${card}.md`,
        others: (card) => options.otherNotes?.[card] ?? [],
        editing: (card) => `/home/editing/note-${card}.md`,
      },
    },
    clones: {
      open: async () => {
        if (options.clones === undefined) throw new Error('no clones were expected')
        return options.clones
      },
    },
    paper: {
      openExporter: async () => ({
        made: () => ({ at: now(), offset: options.offset ?? 480 }),
        look: async (path, replace) => {
          if (!replace && exported.has(path)) throw new UserError({ code: 'file-exists', path })
        },
        write: async (path, bytes, replace) => {
          if (exported.has(path) && !replace) throw new UserError({ code: 'file-exists', path })
          const parts: Uint8Array[] = []
          if (bytes instanceof Uint8Array) parts.push(bytes)
          else for await (const part of bytes) parts.push(part)
          const all = new Uint8Array(Buffer.concat(parts))
          exported.set(path, all)
          written.set(path, new TextDecoder().decode(all))
        },
        pictures: async () => new Map(),
        // what was asked of the typesetter, in place of what it would have made
        print: async (booklet, look, { fonts }) => {
          const asked = { title: booklet.title, cards: booklet.entries.length, ...look, fonts }
          return { bytes: new TextEncoder().encode(JSON.stringify(asked)), pages: 1, warnings: [] }
        },
        pack: async () => new Uint8Array([80]),
        writeOut: async (bytes) => void printed.push(new TextDecoder().decode(bytes)),
      }),
    },
    terminal: {
      interactive: options.interactive ?? true,
      isTerminal: options.interactive ?? true,
      look: () => look,
      print: (lines) => void printed.push(...lines),
      page: async (lines) => void printed.push(...lines),
      progress: () => {},
      indexing: () => {},
      progressOf: () => () => {},
      warn: (lines) => void warned.push(...lines),
      json: (value) => void printed.push(jsonText(value, 0).trimEnd()),
      write: (text) => void printed.push(text.replace(/\n$/, '')),
      live,
      choose,
      ask: async () => left(),
      edit: async () => left(),
      openFile: async (path, line) => {
        opened.push(`${path}:${line}`)
        options.onOpen?.()
      },
    },
    printed: () => printed.join('\n'),
    warned: () => warned.join('\n'),
    journalText: () => journal,
    interviews,
    written,
    drafts,
    opened,
    exported,
  }
}

function libraryOf(
  root: string,
  files: Readonly<Record<string, string>>,
  questions?: readonly string[],
): Library {
  const overrides = questions && { questions }
  const parsed = Object.entries(files).map(([file, text]) =>
    parse({ library: root, file, text, overrides }),
  )
  return {
    root,
    decks: parsed.map(({ deck }) => deck),
    problems: parsed.flatMap(({ problems }) => problems),
  }
}
